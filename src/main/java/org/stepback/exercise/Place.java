package org.stepback.exercise;

/// A place in a text; line and column count from 1.
record Place(int line, int column) {
    static final Place START = new Place(1, 1);

    /// This place of a block of text, told as a place of the file in which the block starts at `origin`.
    ///
    /// All lines of the block are indented alike.
    Place within(Place origin) {
        return new Place(origin.line + line - 1, origin.column + column - 1);
    }
}
