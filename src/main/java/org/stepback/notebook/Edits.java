package org.stepback.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.StoredText;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CellText;
import tools.jackson.databind.JsonNode;

/// Stores typed texts in a [Document]: a field of a cell, or a cell's text as a whole, in an author's cell or an own
/// one.
final class Edits {
    private Edits() {}

    /// The document with a field changed from what it is in it.
    ///
    /// @throws RefusedException where the field is locked or not there, or its new value is too long
    static Document change(
            Document document, Exercise exercise, String cell, String field, UnaryOperator<JsonNode> change) {
        if (isOwn(document, exercise, cell)) {
            String text = OwnCells.wanted(document, cell).text();
            return OwnCells.retype(document, exercise, cell, changed(text, document, exercise, cell, field, change));
        }
        guard(exercise, new Edit(cell, field, "0")); // a locked or unknown field is not even read
        Optional<String> typed = CellText.typed(document.edits(), cell);
        if (typed.isPresent()) {
            Edit edit = CellText.edit(cell, changed(typed.get(), document, exercise, cell, field, change));
            guard(exercise, edit);
            return document.without(cell).with(cell, Edit.SOURCE, edit.json());
        }
        JsonNode now = Notebook.field(exercise, document.edits(), cell, field);
        return store(document, exercise, FieldJson.edit(cell, field, change.apply(now)));
    }

    /// Returns the document with one field's new value; the author's own value takes the edit away.
    static Document store(Document document, Exercise exercise, Edit edit) {
        guard(exercise, edit);
        return document.with(edit.cell(), edit.field(), isAuthors(exercise, edit) ? null : edit.json());
    }

    /// Returns the document with a cell's text as it was typed, well-formed or not. An author's cell takes it in place
    /// of the edits of its fields; the author's own text takes it away.
    static Document retype(Document document, Exercise exercise, String cell, String text) {
        if (isOwn(document, exercise, cell)) {
            return OwnCells.retype(document, exercise, cell, text);
        }
        Edit edit = CellText.edit(cell, text);
        guard(exercise, edit);
        boolean authors = text.equals(CellText.of(exercise, List.of(), cell));
        return document.without(cell).with(cell, Edit.SOURCE, authors ? null : edit.json());
    }

    /// Returns the document with what was typed at a place.
    ///
    /// @throws ChangedElsewhereException where something stands there now that the page does not know of
    static Document type(Document document, Exercise exercise, TextEdit typed) {
        StoredText.guard(typed.text());
        String cell = typed.cell();
        String place = typed.place();
        if (cell.equals(Notebook.ITSELF) && place.equals(Notebook.TITLE)) {
            refuseUnseen(typed, document.text(cell, place).orElse(exercise.title()), true);
            return retitle(document, exercise, typed.text());
        }
        if (place.equals(FieldPath.TEXT)) {
            refuseUnseen(typed, text(document, exercise, cell), true);
            return retype(document, exercise, cell, typed.text());
        }
        return change(document, exercise, cell, FieldPath.field(place), field -> {
            refuseUnseen(typed, FieldPath.text(field, place), FieldPath.stands(field, place));
            return FieldPath.with(field, place, typed.text());
        });
    }

    /// @throws RefusedException where the notebook is an author's, or the title too short or too long
    static Document retitle(Document document, Exercise exercise, String title) {
        String tidy = OwnNotebooks.tidy(title);
        if (!exercise.slug().startsWith(Exercise.OWN)) {
            throw new RefusedException("An exercise keeps its author's title.");
        }
        return document.with(Notebook.ITSELF, Notebook.TITLE, tidy);
    }

    /// @param stands false where the control shows what is usual, which nobody has changed
    private static void refuseUnseen(TextEdit typed, String stored, boolean stands) {
        if (stands && !typed.knows(stored)) {
            throw new ChangedElsewhereException(stored);
        }
    }

    private static String text(Document document, Exercise exercise, String cell) {
        if (isOwn(document, exercise, cell)) {
            return OwnCells.wanted(document, cell).text();
        }
        guard(exercise, CellText.edit(cell, ""));
        return CellText.of(exercise, document.edits(), cell);
    }

    private static boolean isOwn(Document document, Exercise exercise, String cell) {
        return exercise.cell(cell).isEmpty()
                && document.own().stream().anyMatch(own -> own.id().equals(cell));
    }

    /// Returns a cell's text with a field changed by a control.
    private static String changed(
            String text,
            Document document,
            Exercise exercise,
            String cell,
            String field,
            UnaryOperator<JsonNode> change) {
        Resolved resolved = CellReader.resolve(exercise, document.edits(), document.own());
        JsonNode before = CellText.field(text, resolved.cell(cell), field);
        return CellText.with(text, field, before, change.apply(before))
                .orElseThrow(() -> new RefusedException(
                        "The text of this cell has a mistake, so it can't be changed here. Mend the text first."));
    }

    /// Returns whether the edit says what the author's version says anyway, however it is written.
    private static boolean isAuthors(Exercise exercise, Edit edit) {
        Cell authors = exercise.cell(edit.cell()).orElseThrow();
        Resolved edited = CellReader.resolve(exercise, List.of(edit));
        if (edited.answer(edit.cell()).isPresent() || !edited.problems().isEmpty()) {
            return false;
        }
        Cell students = edited.cell(edit.cell()).orElseThrow();
        return CellReader.field(students, edit.field()).equals(CellReader.field(authors, edit.field()));
    }

    /// @throws LockedException where the author has locked the place, or there is none
    static void guard(Exercise exercise, Edit edit) {
        CellReader.refusal(exercise, new Edit(edit.cell(), edit.field(), "0")).ifPresent(reason -> {
            throw new LockedException(reason);
        });
        CellReader.refusal(exercise, edit).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        StoredText.guard(edit.json());
    }
}
