package org.stepback.data;

/// What is wrong at one place of a table, said so that its author can mend it.
///
/// @param line 1 for the first line of the file
/// @param column 1 for the first character of the line
public record Fault(int line, int column, String message) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
