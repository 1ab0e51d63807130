package org.stepback.exercise;

/// One change that a student made to a cell.
///
/// @param cell the cell's id
/// @param field the field's name in the file format, such as `optimizer`; `answer` for a question
/// @param json the field's new value as JSON text of at most [#MAX_LENGTH] characters, whatever was typed, right or
/// wrong
public record Edit(String cell, String field, String json) {
    public static final int MAX_LENGTH = 4096;

    /// The one field of a question.
    public static final String ANSWER = "answer";
}
