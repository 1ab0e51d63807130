package org.stepback.exercise.yaml;

/// A place in a text; line and column count from 1.
public record SourcePosition(int line, int column) {
    public static final SourcePosition START = new SourcePosition(1, 1);

    /// This place of a block of text, told as a place of the file in which the block starts at `origin`.
    ///
    /// All lines of the block are indented alike.
    public SourcePosition within(SourcePosition origin) {
        return new SourcePosition(origin.line + line - 1, origin.column + column - 1);
    }
}
