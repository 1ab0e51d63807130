package org.stepback.data;

/// A fault at one place of a table, with the words by which its author can mend it.
///
/// @param line 1 for the first line of the file
/// @param column 1 for the first character of the line
public record Fault(int line, int column, String message) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
