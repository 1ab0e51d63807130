package org.stepback.notebook;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.stepback.LatestMap;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.QuestionNumber;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.StoredText;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CellText;
import tools.jackson.databind.JsonNode;

/// The students' notebooks: opened and changed, each by its own student alone.
///
/// A change is committed when the call returns, and with it what undoes it. Changes from several
/// tabs are merged text by text: the last value of a field counts, and no field is lost.
///
/// A method that can't do as it is asked throws a [RefusedException], which says why.
@Service
public class NotebookService {
    private static final String RETYPED = "Change the text of ";
    private static final String RETITLED = "Rename the notebook";

    private final NotebookStore store;
    /// The page's change that was stored last at each place.
    private final Map<Place, ChangeStamp> arrivals = LatestMap.of(20_000);

    private record Place(UUID student, String slug, String cell, String place) {}

    /// A student's pages type one after another: a change that comes twice, by two ways at once, is stored once.
    private final Object[] typists = Stream.generate(Object::new).limit(64).toArray();

    NotebookService(NotebookStore store) {
        this.store = store;
    }

    /// Returns the student's notebook of an exercise, saved or untouched.
    public Notebook open(UUID student, String slug) {
        return store.open(student, slug);
    }

    /// Returns the exercises and own notebooks that the student has changed.
    public Set<String> started(UUID student) {
        return store.started(student);
    }

    /// Saves one field's new value; the author's own value takes the edit away.
    public Notebook edit(UUID student, String slug, Edit edit) {
        Exercise exercise = store.exercise(student, slug);
        if (edit.field().equals(Edit.SOURCE)) {
            Edits.guard(exercise, edit);
            return retype(
                    student,
                    slug,
                    edit.cell(),
                    CellText.typed(List.of(edit), edit.cell()).orElse(""));
        }
        return store.change(
                student,
                exercise,
                label(exercise, edit.cell(), edit.field()),
                document -> Edits.store(document, exercise, edit));
    }

    /// Saves a field changed from what it is in the database at that moment, whichever tab wrote that.
    ///
    /// @param change from the field as the student has it to its new value
    public Notebook edit(UUID student, String slug, String cell, String field, UnaryOperator<JsonNode> change) {
        Exercise exercise = store.exercise(student, slug);
        return store.change(
                student,
                exercise,
                label(exercise, cell, field),
                document -> Edits.change(document, exercise, cell, field, change));
    }

    /// Saves what a page's control has, unless this or a later change of that page is stored already.
    ///
    /// @throws ChangedElsewhereException where another page has changed the text too; then nothing is stored
    public Notebook type(UUID student, String slug, TextEdit typed) {
        Typed saved = type(student, slug, List.of(typed));
        saved.refused().values().forEach(refusal -> {
            throw refusal;
        });
        return saved.notebook();
    }

    /// The notebook in which texts were saved.
    ///
    /// @param refused why some were not, by their number: a [RefusedException] or a [ChangedElsewhereException]
    public record Typed(Notebook notebook, Map<Integer, RuntimeException> refused) {}

    /// Saves what several of a page's controls have, as [#type] does, with one reading and one writing of the notebook.
    public Typed type(UUID student, String slug, List<TextEdit> typed) {
        Exercise exercise = store.exercise(student, slug);
        synchronized (typists[Math.floorMod(student.hashCode(), typists.length)]) {
            Map<Integer, RuntimeException> refused = new TreeMap<>();
            List<Integer> news = IntStream.range(0, typed.size())
                    .filter(number -> isNew(student, slug, typed.get(number)))
                    .boxed()
                    .toList();
            List<NotebookStore.Step> steps = news.stream()
                    .map(typed::get)
                    .map(text -> step(exercise, text))
                    .toList();
            Notebook notebook =
                    store.change(student, exercise, steps, (refusal, step) -> refused.put(news.get(step), refusal));
            news.stream()
                    .filter(number -> !refused.containsKey(number))
                    .forEach(number -> arrived(student, slug, typed.get(number)));
            return new Typed(notebook, refused);
        }
    }

    private static NotebookStore.Step step(Exercise exercise, TextEdit typed) {
        return new NotebookStore.Step(label(exercise, typed), document -> Edits.type(document, exercise, typed));
    }

    private boolean isNew(UUID student, String slug, TextEdit typed) {
        return !typed.stamp().isNoLaterThan(arrivals.getOrDefault(place(student, slug, typed), ChangeStamp.NONE));
    }

    private void arrived(UUID student, String slug, TextEdit typed) {
        if (!typed.stamp().equals(ChangeStamp.NONE)) {
            arrivals.put(place(student, slug, typed), typed.stamp());
        }
    }

    private static Place place(UUID student, String slug, TextEdit typed) {
        return new Place(student, slug, typed.cell(), typed.place());
    }

    private static String label(Exercise exercise, TextEdit typed) {
        if (typed.cell().equals(Notebook.ITSELF)) {
            return RETITLED;
        }
        return typed.place().equals(FieldPath.TEXT)
                ? RETYPED + typed.cell()
                : label(exercise, typed.cell(), FieldPath.field(typed.place()));
    }

    /// Adds an own cell of a kind behind another cell of the page.
    ///
    /// @param behind empty for the top
    /// @param kind one of [OwnCell#KINDS]
    public Notebook add(UUID student, String slug, String behind, String kind) {
        String name = NewCell.name(kind);
        return change(student, slug, "Add a " + kind + " cell", (document, exercise) -> {
            String id = OwnCells.freeId(document, exercise, name);
            String text = NewCell.text(kind, upTo(behind, document, exercise));
            return OwnCells.add(document, exercise, behind, new OwnCell(id, kind, text, ""));
        });
    }

    /// Adds an own cell with a text, such as one that was copied.
    public Notebook paste(UUID student, String slug, String behind, String kind, String name, String text) {
        NewCell.name(kind);
        StoredText.guard(text);
        return change(student, slug, "Paste a " + kind + " cell", (document, exercise) -> {
            String id = OwnCells.freeId(document, exercise, OwnCells.isName(name) ? name : NewCell.name(kind));
            return OwnCells.add(document, exercise, behind, new OwnCell(id, kind, text, ""));
        });
    }

    /// Moves an own cell behind another cell of the page; the author's cells stay where they are.
    ///
    /// @param behind empty for the top
    public Notebook move(UUID student, String slug, String cell, String behind) {
        return change(student, slug, "Move " + cell, (document, exercise) -> {
            refuseAuthors(exercise, cell, "move");
            return OwnCells.move(document, exercise, cell, behind);
        });
    }

    /// Gives an own cell another name, and to the own cells that name it the same; undo takes all of it back.
    public Notebook renameCell(UUID student, String slug, String cell, String name) {
        return change(student, slug, "Rename " + cell + " to " + name, (document, exercise) -> {
            refuseAuthors(exercise, cell, "rename");
            return OwnCells.rename(document, exercise, cell, name);
        });
    }

    /// Deletes an own cell; undo brings it back.
    public Notebook delete(UUID student, String slug, String cell) {
        return change(student, slug, "Delete " + cell, (document, exercise) -> {
            refuseAuthors(exercise, cell, "delete");
            return OwnCells.delete(document, cell);
        });
    }

    /// Saves a cell's text as it was typed, well-formed or not. An author's cell takes it in place of the edits of its
    /// fields; the author's own text takes it away.
    public Notebook retype(UUID student, String slug, String cell, String text) {
        StoredText.guard(text);
        return change(
                student, slug, RETYPED + cell, (document, exercise) -> Edits.retype(document, exercise, cell, text));
    }

    /// Folds a cell to its head, or unfolds it. This is no change of the notebook: undo does not count it.
    public Notebook fold(UUID student, String slug, String cell, boolean folded) {
        return change(student, slug, "", (document, exercise) -> {
            if (exercise.cell(cell).isEmpty()) {
                OwnCells.wanted(document, cell);
            }
            Set<String> cells = new LinkedHashSet<>(document.words(Document.FOLDED));
            boolean _ = folded ? cells.add(cell) : cells.remove(cell);
            return document.with(Document.NOTEBOOK, Document.FOLDED, cells.isEmpty() ? null : String.join(" ", cells));
        });
    }

    /// Gives one cell back the author's version.
    public Notebook restore(UUID student, String slug, String cell) {
        Exercise exercise = store.exercise(student, slug);
        if (exercise.cell(cell).isEmpty()) {
            throw new RefusedException("There is no such cell in this exercise.");
        }
        return store.change(student, exercise, "Restore " + cell, document -> document.without(cell));
    }

    /// Gives every cell back the author's version; the student's own cells stay.
    public Notebook restoreAll(UUID student, String slug) {
        return store.change(
                student, store.exercise(student, slug), "Restore all cells", document -> document.withEdits(List.of()));
    }

    /// Takes the last change back, whichever tab made it.
    public Notebook undo(UUID student, String slug) {
        return store.undo(student, slug);
    }

    /// Does the change again that was undone last.
    public Notebook redo(UUID student, String slug) {
        return store.redo(student, slug);
    }

    /// Returns whether somebody has changed the notebook on this server since a revision of it. It costs next to
    /// nothing.
    public boolean hasNews(UUID student, String slug, long since) {
        return store.hasNews(student, slug, since);
    }

    /// Gives an own notebook another title.
    public Notebook rename(UUID student, String slug, String title) {
        return change(student, slug, RETITLED, (document, exercise) -> Edits.retitle(document, exercise, title));
    }

    /// A moment of a notebook's past.
    ///
    /// @param number counts up
    /// @param label what was changed then
    /// @param undone whether that change was undone
    public record Version(long number, String label, Instant made, boolean undone) {}

    /// The changes that the notebook has seen, the latest first, with those that were undone.
    public List<Version> versions(UUID student, String slug) {
        return store.versions(student, slug);
    }

    /// Makes the notebook what it was after a change of its past; undo takes that back too.
    ///
    /// @param number of the version
    public Notebook restoreVersion(UUID student, String slug, long number) {
        return store.restoreVersion(student, slug, number);
    }

    private Notebook change(UUID student, String slug, String label, BiFunction<Document, Exercise, Document> change) {
        Exercise exercise = store.exercise(student, slug);
        return store.change(student, exercise, label, document -> change.apply(document, exercise));
    }

    private static void refuseAuthors(Exercise exercise, String cell, String what) {
        if (exercise.cell(cell).isPresent()) {
            throw new LockedException("This cell is the author's: you can't " + what + " it.");
        }
    }

    /// Returns the cells down to one of the page, and with it.
    private static List<Cell> upTo(String last, Document document, Exercise exercise) {
        List<String> order = CellReader.order(exercise, document.own());
        Set<String> above = Set.copyOf(order.subList(0, order.indexOf(last) + 1));
        return CellReader.resolve(exercise, document.edits(), document.own()).cells().stream()
                .filter(cell -> above.contains(cell.id()))
                .toList();
    }

    private static String label(Exercise exercise, String cell, String field) {
        return field.equals(Edit.ANSWER)
                ? "Answer " + exercise.question(cell).map(QuestionNumber::named).orElse(cell)
                : "Change " + field.replace('_', ' ') + " of " + cell;
    }
}
