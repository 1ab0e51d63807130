package org.stepback.notebook;

import java.util.List;
import org.stepback.exercise.CellReader;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;
import tools.jackson.databind.JsonNode;

/// An exercise as one student has it.
///
/// @param edits the student's changes to what the author wrote
/// @param revision how often the student's draft was saved; 0 before the first time
/// @param resolved the author's cells with the edits applied, and what is wrong with them
public record Notebook(Exercise exercise, List<Edit> edits, long revision, Resolved resolved) {
    public Notebook {
        edits = List.copyOf(edits);
    }

    /// A field of a cell as the student has it: what was typed, well-formed or not, or else what the author wrote.
    public JsonNode field(String cell, String field) {
        return field(exercise, edits, cell, field);
    }

    static JsonNode field(Exercise exercise, List<Edit> edits, String cell, String field) {
        return edits.stream()
                .filter(edit -> edit.cell().equals(cell) && edit.field().equals(field))
                .findFirst()
                .flatMap(edit -> FieldJson.parse(edit.json()))
                .orElseGet(() -> CellReader.field(exercise.cell(cell).orElseThrow(), field));
    }

    /// Whether the student changed anything in a cell, so that there is something to restore.
    public boolean edited(String cell) {
        return edits.stream().anyMatch(edit -> edit.cell().equals(cell));
    }
}
