package org.stepback.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.stepback.exercise.Cell;
import org.stepback.exercise.CellReader;
import org.stepback.exercise.CourseCatalog;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import tools.jackson.databind.JsonNode;

/// The students' notebooks: opened, edited and restored, each by its own student alone.
///
/// What a call changed is committed when it returns. Changes from several tabs are merged field by field: the last
/// value of a field counts, and no field is lost.
@Service
public class NotebookService {
    /// How much a student may have typed into one exercise, in characters of [EditsText].
    static final int LARGEST_DRAFT = 65_536;

    private final CourseCatalog catalog;
    private final Drafts drafts;

    NotebookService(CourseCatalog catalog, Drafts drafts) {
        this.catalog = catalog;
        this.drafts = drafts;
    }

    /// The student's notebook of an exercise, saved or untouched.
    ///
    /// @throws RefusedException where there is no such exercise
    public Notebook open(UUID student, String slug) {
        Exercise exercise = catalog.wanted(slug);
        return notebook(exercise, drafts.find(student, slug));
    }

    /// Saves one field's new value; the author's own value takes the edit away.
    ///
    /// @throws RefusedException where the exercise, cell or field is not there or locked, or the value is too large
    public Notebook edit(UUID student, String slug, Edit edit) {
        Exercise exercise = catalog.wanted(slug);
        guard(exercise, edit);
        return change(student, exercise, edits -> with(exercise, edits, edit));
    }

    /// Saves a field changed from what it is in the database at that moment, whichever tab wrote that.
    ///
    /// @param change from the field as the student has it to its new value
    /// @throws RefusedException as for [#edit]
    public Notebook edit(UUID student, String slug, String cell, String field, UnaryOperator<JsonNode> change) {
        Exercise exercise = catalog.wanted(slug);
        guard(exercise, new Edit(cell, field, "0")); // a locked or unknown field is not even read
        return change(student, exercise, edits -> {
            Edit edit = FieldJson.edit(cell, field, change.apply(Notebook.field(exercise, edits, cell, field)));
            guard(exercise, edit);
            return with(exercise, edits, edit);
        });
    }

    /// Gives one cell back the author's version.
    ///
    /// @throws RefusedException where the exercise or the cell is not there
    public Notebook restore(UUID student, String slug, String cell) {
        Exercise exercise = catalog.wanted(slug);
        if (exercise.cell(cell).isEmpty()) {
            throw new RefusedException("There is no such cell in this exercise.");
        }
        return change(student, exercise, edits -> {
            edits.removeIf(edit -> edit.cell().equals(cell));
            return edits;
        });
    }

    /// Gives every cell back the author's version.
    ///
    /// @throws RefusedException where there is no such exercise
    public Notebook restoreAll(UUID student, String slug) {
        return change(student, catalog.wanted(slug), edits -> List.of());
    }

    private Notebook change(UUID student, Exercise exercise, UnaryOperator<List<Edit>> change) {
        return notebook(exercise, drafts.update(student, exercise.slug(), text -> {
            String changed = EditsText.write(change.apply(new ArrayList<>(EditsText.read(text))));
            if (changed.length() > LARGEST_DRAFT) {
                throw new RefusedException("Too much is typed into this exercise: " + LARGEST_DRAFT
                        + " characters are the limit. Shorten or restore a cell, then try again.");
            }
            return changed;
        }));
    }

    /// Edits that the author's present version has no place for stay in the row, and out of the notebook.
    private static Notebook notebook(Exercise exercise, Optional<Draft> draft) {
        List<Edit> edits = draft.map(Draft::edits).map(EditsText::read).orElse(List.of()).stream()
                .filter(edit -> CellReader.refusal(exercise, edit).isEmpty())
                .toList();
        long revision = draft.map(Draft::revision).orElse(0L);
        return new Notebook(exercise, edits, revision, CellReader.resolve(exercise, edits));
    }

    /// Whether the edit says what the author's version says anyway, however it is written.
    private static boolean isAuthors(Exercise exercise, Edit edit) {
        Cell authors = exercise.cell(edit.cell()).orElseThrow();
        Resolved edited = CellReader.resolve(exercise, List.of(edit));
        if (edited.answer(edit.cell()).isPresent() || !edited.problems().isEmpty()) {
            return false;
        }
        Cell students = edited.cell(edit.cell()).orElseThrow();
        return CellReader.field(students, edit.field()).equals(CellReader.field(authors, edit.field()));
    }

    private static void guard(Exercise exercise, Edit edit) {
        CellReader.refusal(exercise, edit).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(edit.json())) {
            throw new RefusedException("A character of this text is broken. Type it again.");
        }
    }

    private static List<Edit> with(Exercise exercise, List<Edit> edits, Edit edit) {
        edits.removeIf(other -> sameField(other, edit));
        if (!isAuthors(exercise, edit)) {
            edits.add(edit);
        }
        return edits;
    }

    private static boolean sameField(Edit one, Edit other) {
        return one.cell().equals(other.cell()) && one.field().equals(other.field());
    }
}
