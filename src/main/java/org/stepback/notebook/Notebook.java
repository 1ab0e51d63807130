package org.stepback.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Kind;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CellText;
import org.stepback.exercise.read.NotebookFile;
import tools.jackson.databind.JsonNode;

/// An exercise as one student has it, or an own notebook: then the exercise has no cells.
///
/// @param edits the student's changes to what the author wrote
/// @param own the student's own cells, in their order
/// @param folded the cells that show their heads alone
/// @param revision how often the student's draft was saved; 0 before the first time
/// @param undo what undo would take back; empty where there is nothing
/// @param redo what redo would do again
/// @param resolved the author's cells with the edits applied and the own cells between them, and what is wrong with
/// them
public record Notebook(
        Exercise exercise,
        List<Edit> edits,
        List<OwnCell> own,
        Set<String> folded,
        long revision,
        Optional<String> undo,
        Optional<String> redo,
        Resolved resolved) {
    /// Stands where a cell's id does, for the notebook itself.
    public static final String ITSELF = Document.NOTEBOOK;

    /// The place of its title, which a student's own notebook has.
    public static final String TITLE = Document.TITLE;

    public Notebook {
        edits = List.copyOf(edits);
        own = List.copyOf(own);
        folded = Set.copyOf(folded);
    }

    /// Returns the ids of all cells in the order of the page.
    public List<String> order() {
        return CellReader.order(exercise, own);
    }

    public Optional<OwnCell> own(String cell) {
        return own.stream().filter(known -> known.id().equals(cell)).findFirst();
    }

    /// A field of a cell as the student has it: what was typed, well-formed or not, or else what the author wrote.
    public JsonNode field(String cell, String field) {
        return own(cell)
                .map(OwnCell::text)
                .or(() -> CellText.typed(edits, cell))
                .map(text -> CellText.field(text, resolved.cell(cell), field))
                .orElseGet(() -> field(exercise, edits, cell, field));
    }

    static JsonNode field(Exercise exercise, List<Edit> edits, String cell, String field) {
        return edits.stream()
                .filter(edit -> edit.cell().equals(cell) && edit.field().equals(field))
                .findFirst()
                .flatMap(edit -> CellText.parse(edit.json()))
                .orElseGet(() -> CellReader.field(exercise.cell(cell).orElseThrow(), field));
    }

    /// Returns a cell's text, as its source view shows it.
    public String text(String cell) {
        return own(cell).map(OwnCell::text).orElseGet(() -> CellText.of(exercise, edits, cell));
    }

    /// Returns the stored text of the control at a place of a cell; empty where nothing stands there, or the cell has
    /// gone.
    public String typed(String cell, String place) {
        if (cell.equals(ITSELF) && place.equals(TITLE)) {
            return exercise.title();
        }
        if (!order().contains(cell)) {
            return "";
        }
        return place.equals(FieldPath.TEXT) ? text(cell) : FieldPath.text(field(cell, FieldPath.field(place)), place);
    }

    /// Returns the problems of a cell, each with its place in the cell's text.
    public List<FieldProblem> placedProblems(String cell) {
        String text = text(cell);
        return resolved.problems(cell).stream()
                .map(problem -> CellText.placed(text, problem))
                .toList();
    }

    public boolean isEditable(String cell, String field) {
        return own(cell).isPresent()
                || CellReader.refusal(exercise, new Edit(cell, field, "0")).isEmpty();
    }

    public boolean isRetypable(String cell) {
        return isEditable(cell, Edit.SOURCE);
    }

    /// Returns the kind of a cell, as its fenced block names it; `note` for prose, empty for a question.
    public String kind(String cell) {
        return own(cell)
                .map(OwnCell::kind)
                .orElseGet(() -> kind(exercise.cell(cell).orElseThrow()));
    }

    private static String kind(Cell cell) {
        Kind kind = Kind.of(cell);
        if (kind.isQuestion()) {
            return "";
        }
        return kind == Kind.PROSE ? OwnCell.NOTE : kind.key();
    }

    /// Returns the notebook as a file, its questions among the cells.
    public NotebookFile file() {
        List<OwnCell> cells = order().stream()
                .map(id -> kind(id).isEmpty()
                        ? new OwnCell(
                                id,
                                Kind.of(exercise.cell(id).orElseThrow()).key(),
                                exercise.texts().getOrDefault(id, ""),
                                "")
                        : new OwnCell(id, kind(id), text(id), ""))
                .toList();
        return new NotebookFile(exercise.title(), cells);
    }

    /// Returns all of its cells that can be read as one exercise, for what takes an exercise.
    public Exercise merged() {
        return new Exercise(
                exercise.slug(), exercise.title(), exercise.summary(), resolved.cells(), exercise.tables(), Map.of());
    }

    /// Returns whether the student changed anything in an author's cell, so that there is something to restore.
    public boolean edited(String cell) {
        return edits.stream().anyMatch(edit -> edit.cell().equals(cell));
    }

    /// Returns the cells above another one, in the order of the page: those that it may name.
    public List<Cell> above(String cell) {
        return resolved.cells().stream()
                .takeWhile(known -> !known.id().equals(cell))
                .toList();
    }
}
