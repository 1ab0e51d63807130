package org.stepback.exercise;

import java.util.Optional;

/// A problem of one field of a cell, for the person who can change it.
///
/// @param field the field's name, such as `layers`; empty for the cell as a whole
/// @param path the place within the field, such as `layers[1].units`; the field's name if it is the field as a
/// whole
/// @param message what is expected and what was found, in plain sentences
/// @param line of the cell's text, from 1; 0 where the field was changed by a control, or two cells don't fit
/// @param column of the line, from 1; 0 likewise
/// @param proposal an edit that mends it, of this cell or another one, if there is one to offer
public record FieldProblem(
        String field, String path, String message, int line, int column, Optional<Proposal> proposal) {
    public FieldProblem(String field, String path, String message, Optional<Proposal> proposal) {
        this(field, path, message, 0, 0, proposal);
    }

    /// Returns the same problem with its place in the cell's text.
    public FieldProblem at(int line, int column) {
        return new FieldProblem(field, path, message, line, column, proposal);
    }
}
