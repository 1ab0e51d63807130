package org.stepback.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.stepback.LatestMap;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.notebook.NotebookService.Version;
import org.stepback.storage.StorageQuota;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// Notebooks as the database has them: read, changed within their bounds, and led back through their past.
@Component
class NotebookStore {
    /// The most that a student may type into the cells of one exercise, in characters of [EditsText].
    static final int LARGEST_DRAFT = 65_536;

    /// The most characters of one notebook.
    static final int LARGEST_NOTEBOOK = 300_000;

    private final CourseCatalog catalog;
    private final Drafts drafts;
    private final ChangeLog log;
    private final StorageQuota quota;
    /// The latest revisions of the notebooks that were changed last on this server, so that open pages notice each
    /// other's changes.
    private final Map<Key, Long> latest = LatestMap.of(10_000);

    private record Key(UUID student, String slug) {}

    NotebookStore(CourseCatalog catalog, Drafts drafts, ChangeLog log, StorageQuota quota) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.log = log;
        this.quota = quota;
    }

    Notebook open(UUID student, String slug) {
        return notebook(exercise(student, slug), drafts.find(student, slug));
    }

    Set<String> started(UUID student) {
        return drafts.started(student);
    }

    Notebook undo(UUID student, String slug) {
        return changed(student, exercise(student, slug), drafts.undo(student, slug));
    }

    Notebook redo(UUID student, String slug) {
        return changed(student, exercise(student, slug), drafts.redo(student, slug));
    }

    boolean hasNews(UUID student, String slug, long since) {
        return latest.getOrDefault(new Key(student, slug), 0L) > since;
    }

    /// Returns the exercise of a notebook; a student's own notebook has one without cells.
    Exercise exercise(UUID student, String slug) {
        if (!slug.startsWith(Exercise.OWN)) {
            return catalog.wanted(slug);
        }
        return drafts.find(student, slug)
                .filter(draft -> draft.deleted() == null)
                .map(draft -> Exercise.blank(slug, OwnNotebooks.title(Document.read(draft.edits()))))
                .orElseThrow(() -> {
                    drafts.guardAccount(student);
                    return new RefusedException("There is no such notebook.");
                });
    }

    /// Changes the document as it stands in the database at that moment.
    ///
    /// @param label what a person calls the change
    Notebook change(UUID student, Exercise exercise, String label, UnaryOperator<Document> change) {
        return change(student, exercise, List.of(new Step(label, change)), NotebookStore::refuse);
    }

    /// A change of a document.
    ///
    /// @param label what a person calls it
    record Step(String label, UnaryOperator<Document> change) {}

    /// Makes changes one after another, with one reading and one writing of the notebook.
    ///
    /// @param refused is told of a change that cannot be made, by its number; if it returns, the others are made
    Notebook change(UUID student, Exercise exercise, List<Step> steps, ObjIntConsumer<RuntimeException> refused) {
        List<Drafts.Step> changes = new ArrayList<>();
        for (Step step : steps) {
            int number = changes.size();
            changes.add(new Drafts.Step(step.label(), text -> {
                try {
                    return changed(student, exercise, text, step.change());
                } catch (RefusedException | ChangedElsewhereException e) {
                    if (e instanceof LockedException) {
                        SecurityLog.refused(Visitor.person(student.toString()), "an edit of what the author keeps");
                    }
                    refused.accept(e, number);
                    return text;
                }
            }));
        }
        return changed(student, exercise, drafts.update(student, exercise.slug(), changes));
    }

    private static void refuse(RuntimeException refusal, int number) {
        throw refusal;
    }

    private String changed(UUID student, Exercise exercise, String text, UnaryOperator<Document> change) {
        Document changed = change.apply(OwnCells.apart(Document.read(text), exercise));
        String written = changed.write();
        refuseTooMuch(EditsText.write(changed.edits()).length(), LARGEST_DRAFT);
        refuseTooMuch(written.length(), LARGEST_NOTEBOOK);
        if (written.length() > text.length()) {
            quota.guard(student);
        }
        return written;
    }

    private Notebook changed(UUID student, Exercise exercise, Optional<Draft> draft) {
        draft.ifPresent(known -> latest.merge(new Key(student, exercise.slug()), known.revision(), Math::max));
        return notebook(exercise, draft);
    }

    /// The changes that the notebook has seen, the latest first, with those that were undone.
    List<Version> versions(UUID student, String slug) {
        exercise(student, slug);
        return tree(student, slug).reachable().stream()
                .map(entry -> new Version(entry.number(), entry.label(), entry.made(), entry.undone()))
                .toList();
    }

    /// Makes the notebook what it was after a change of its past; undo takes that back too.
    ///
    /// @param number of the version
    /// @throws RefusedException where it is not kept any more
    Notebook restoreVersion(UUID student, String slug, long number) {
        return change(student, exercise(student, slug), "Restore an earlier version", document -> tree(student, slug)
                .at(number, document)
                .orElseThrow(() -> new RefusedException("This version is not kept any more.")));
    }

    private ChangeTree tree(UUID student, String slug) {
        return drafts.find(student, slug).map(draft -> log.tree(draft.id())).orElseGet(() -> new ChangeTree(List.of()));
    }

    static void refuseTooMuch(int length, int limit) {
        if (length > limit) {
            throw new RefusedException("Too much is typed into this exercise: " + limit
                    + " characters are the limit. Shorten or restore a cell, then try again.");
        }
    }

    /// Edits that the author's present version has no place for stay in the row, and out of the notebook.
    private Notebook notebook(Exercise origin, Optional<Draft> draft) {
        Document document =
                OwnCells.apart(draft.map(Draft::edits).map(Document::read).orElse(Document.EMPTY), origin);
        Exercise exercise = origin.slug().startsWith(Exercise.OWN)
                ? Exercise.blank(origin.slug(), OwnNotebooks.title(document))
                : origin;
        List<Edit> edits = document.edits().stream()
                .filter(edit -> CellReader.refusal(exercise, edit).isEmpty())
                .toList();
        List<OwnCell> own = document.own();
        return new Notebook(
                exercise,
                edits,
                own,
                Set.copyOf(document.words(Document.FOLDED)),
                draft.map(Draft::revision).orElse(0L),
                draft.flatMap(known -> log.last(known.id())).map(ChangeLog.Entry::label),
                draft.flatMap(known -> log.firstUndone(known.id())).map(ChangeLog.Entry::label),
                CellReader.resolve(exercise, edits, own));
    }
}
