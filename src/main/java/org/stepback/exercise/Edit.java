package org.stepback.exercise;

/// One change that a student made to a cell.
///
/// @param cell the cell's id
/// @param field the field's name in the file format, such as `optimizer`; `answer` for a question; `source` for the
/// cell's text as a whole, typed over
/// @param json the field's new value as JSON text of at most [#longest] characters, whatever was typed, right or
/// wrong
public record Edit(String cell, String field, String json) {
    public static final int MAX_LENGTH = 4096;

    /// The one field of a question.
    public static final String ANSWER = "answer";

    /// A cell's text, in place of edits of its fields.
    public static final String SOURCE = "source";

    private static final int MAX_SOURCE = 24_000;

    /// The most characters of a field's JSON.
    public static int longest(String field) {
        return field.equals(SOURCE) ? MAX_SOURCE : MAX_LENGTH;
    }
}
