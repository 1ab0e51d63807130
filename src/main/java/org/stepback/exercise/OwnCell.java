package org.stepback.exercise;

import java.util.List;
import java.util.Optional;

/// A cell that a student has added to a notebook, as it was typed.
///
/// @param id its name within the notebook; no author's cell has it
/// @param kind one of [#KINDS]
/// @param text Markdown for a note, YAML for the others, well-formed or not
/// @param after the author's cell behind which it stands; empty for the top of the notebook
/// @param sound the last text that could be read, where `text` can't: the cell goes on as that one meanwhile
public record OwnCell(String id, String kind, String text, String after, Optional<String> sound) {
    public static final String NOTE = "note";

    /// The kinds of cells that a student may add.
    public static final List<String> KINDS =
            List.of(Kind.DATA.key(), Kind.NETWORK.key(), Kind.TRAIN.key(), Kind.TRACE.key(), NOTE);

    /// The most characters of a cell's text.
    public static final int MAX_LENGTH = 20_000;

    public OwnCell(String id, String kind, String text, String after) {
        this(id, kind, text, after, Optional.empty());
    }

    public boolean isNote() {
        return kind.equals(NOTE);
    }

    public Kind readAs() {
        return isNote() ? Kind.PROSE : Kind.named(kind).orElseThrow();
    }

    /// Returns the same cell without the text that it falls back on.
    public OwnCell asTyped() {
        return new OwnCell(id, kind, text, after);
    }
}
