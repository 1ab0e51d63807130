package org.stepback.exercise;

/// A problem at one place of a course's files.
///
/// @param file relative to the course's folder, with `/` between folders
/// @param line 1 for the first line of the file
/// @param column 1 for the first character of the line
/// @param message what is expected and what was found, in plain sentences
public record Problem(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
