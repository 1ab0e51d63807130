package org.stepback.notebook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.StoredText;
import org.stepback.exercise.read.NotebookFile;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.keras.KerasImport;
import org.stepback.interop.python.PythonException;
import org.stepback.storage.StorageQuota;

/// A student's own notebooks: made from nothing or from another one, listed, deleted and brought back.
///
/// A method that can't do as it is asked throws a [RefusedException], which says why.
@Service
public class OwnNotebooks {
    static final String UNTITLED = "Untitled notebook";
    /// The most characters of a title.
    public static final int LONGEST_TITLE = 120;

    private static final Pattern CODE = Pattern.compile("(.*)\\.(?:py|ipynb)", Pattern.CASE_INSENSITIVE);

    /// The most notebooks of one student.
    static final int MOST = 200;

    private final Drafts drafts;
    private final StorageQuota quota;

    OwnNotebooks(Drafts drafts, StorageQuota quota) {
        this.drafts = drafts;
        this.quota = quota;
    }

    /// One line of the list.
    ///
    /// @param slug where its page is
    public record Entry(String slug, String title, Instant changed) {
        /// Returns the part of the slug that its page's address has.
        public String id() {
            return slug.substring(Exercise.OWN.length());
        }
    }

    /// Returns the slug of the own notebook with this id.
    public static String slug(String id) {
        return Exercise.OWN + id;
    }

    /// Returns the student's own notebooks, the last changed first.
    public List<Entry> list(UUID student) {
        return drafts.own(student);
    }

    /// Makes an empty notebook.
    public Entry create(UUID student) {
        return add(student, Document.EMPTY, UNTITLED);
    }

    /// Makes a copy of an own notebook.
    public Entry duplicate(UUID student, String slug) {
        Draft draft = wanted(student, slug);
        return add(student, Document.read(draft.edits()), tidyCopy(entry(draft).title()));
    }

    /// Takes a notebook off the list; [#bringBack] undoes it.
    public void delete(UUID student, String slug) {
        wanted(student, slug);
        drafts.delete(student, slug);
    }

    public void bringBack(UUID student, String slug) {
        if (isOwn(slug)) {
            quota.guard(student);
            drafts.bringBack(student, slug);
        }
    }

    /// Makes a notebook of a file's text: of Markdown, or of Keras code where the name ends with `.py` or `.ipynb`.
    ///
    /// @param name of the file
    /// @throws RefusedException with line, column and what to write instead, where it cannot be read
    public Entry upload(UUID student, String name, String text) {
        Matcher code = CODE.matcher(name);
        return code.matches() ? add(student, name, keras(code.group(1), text)) : add(student, name, text);
    }

    private static String keras(String title, String code) {
        try {
            return KerasImport.notebook(code, title);
        } catch (PythonException e) {
            String cell = e.cell() > 0 ? "code cell " + e.cell() + ", " : "";
            throw new RefusedException(
                    "This code can't be read as a notebook. " + NameSuggestions.capital(cell + "line " + e.line())
                            + ", column " + e.column() + ": " + e.getMessage());
        }
    }

    private Entry add(UUID student, String name, String text) {
        NotebookFile.Reading reading = NotebookFile.read(text, name);
        NotebookFile file = reading.notebook()
                .orElseThrow(() -> new RefusedException("This file can't be read as a notebook. "
                        + reading.problems().stream()
                                .limit(3)
                                .map(problem -> "Line %d, column %d: %s"
                                        .formatted(problem.line(), problem.column(), problem.message()))
                                .collect(Collectors.joining(" "))));
        Exercise blank = Exercise.blank("", "");
        Document document = Document.EMPTY;
        String behind = "";
        for (OwnCell cell : file.cells()) {
            StoredText.guard(cell.text());
            document = OwnCells.add(document, blank, behind, cell);
            behind = cell.id();
        }
        NotebookStore.refuseTooMuch(document.write().length(), NotebookStore.LARGEST_NOTEBOOK);
        return add(student, document, file.title());
    }

    /// Makes an own notebook of an exercise's, as it is now.
    public Entry copy(UUID student, Notebook notebook) {
        NotebookFile file = notebook.file();
        return upload(student, file.title(), file.write());
    }

    Entry add(UUID student, Document document, String title) {
        quota.guard(student);
        Document titled = document.with(Document.NOTEBOOK, Document.TITLE, tidy(title));
        return entry(drafts.add(student, slug(UUID.randomUUID().toString()), titled));
    }

    private Draft wanted(UUID student, String slug) {
        return drafts.find(student, slug)
                .filter(draft -> isOwn(slug) && draft.deleted() == null)
                .orElseThrow(() -> new RefusedException("There is no such notebook."));
    }

    /// Returns whether it is the slug of an own notebook.
    public static boolean isOwn(String slug) {
        return slug.startsWith(Exercise.OWN);
    }

    /// A title as it is kept.
    static String tidy(String title) {
        String tidy = title.strip().replaceAll("\\s+", " ");
        if (tidy.isEmpty() || tidy.length() > LONGEST_TITLE) {
            throw new RefusedException("A title has 1 to " + LONGEST_TITLE + " characters.");
        }
        StoredText.guard(tidy);
        return tidy;
    }

    private static String tidyCopy(String title) {
        return StoredText.upTo(LONGEST_TITLE, "Copy of " + title);
    }

    private static Entry entry(Draft draft) {
        return new Entry(draft.exercise(), title(Document.read(draft.edits())), draft.changed());
    }

    static String title(Document document) {
        return document.text(Document.NOTEBOOK, Document.TITLE).orElse(UNTITLED);
    }
}
