package org.stepback.trace.ui;

import org.jspecify.annotations.Nullable;
import org.stepback.ui.Message;

/// A person's wish in a walk; each kind of wish has parts of its own.
///
/// @param what the kind of wish
record Ask(
        String what,
        @Nullable Long number,
        @Nullable String text,
        @Nullable Double value,
        @Nullable Cell at) implements Message {
    /// A place in one of the tables.
    record Cell(int grid, int row, int column) implements Message {}
}
