package org.stepback.notebook.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.notebook.FieldPath;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SaveController;
import org.stepback.notebook.TextEdit;
import tools.jackson.databind.JsonNode;

/// The notebook of one page as it was last read, and the one way to change it. All parts of the page share it.
public final class Workbench {
    private final UUID student;
    private final String slug;
    private final NotebookService notebooks;
    private final List<Runnable> readers = new ArrayList<>();
    /// Fields as they were read from the present notebook: each control asks for its own.
    private final Map<String, JsonNode> fields = new HashMap<>();

    private volatile Notebook notebook;

    Workbench(UUID student, String slug, NotebookService notebooks) {
        this.student = student;
        this.slug = slug;
        this.notebooks = notebooks;
        this.notebook = notebooks.open(student, slug);
    }

    public UUID student() {
        return student;
    }

    public String slug() {
        return slug;
    }

    /// Returns whether every cell is the student's, and not an author's exercise.
    boolean isOwnNotebook() {
        return OwnNotebooks.isOwn(slug);
    }

    /// Returns the address to which the page sends what its own connection does not bring.
    String saveAddress() {
        return SaveController.PATH.substring(1) + slug; // within the lab, which may have a path of its own
    }

    public Notebook notebook() {
        return notebook;
    }

    Cell cell(String id) {
        return notebook.resolved().cell(id).orElseThrow();
    }

    /// A field as the student has it, well-formed or not.
    JsonNode field(String cell, String field) {
        return fields.computeIfAbsent(cell + "/" + field, _ -> notebook.field(cell, field));
    }

    boolean isEditable(String cell, String field) {
        return notebook.isEditable(cell, field);
    }

    boolean isOwn(String cell) {
        return notebook.own(cell).isPresent();
    }

    /// Why what stands at a place is refused; empty if it is fine.
    Optional<String> problem(String cell, String place) {
        return notebook.resolved().problems(cell).stream()
                .filter(problem -> problem.path().equals(FieldPath.named(field(cell, FieldPath.field(place)), place)))
                .map(FieldProblem::message)
                .findFirst();
    }

    /// Runs after each change, once the notebook is stored and read again.
    public void onChange(Runnable reader) {
        readers.add(reader);
    }

    /// Makes a part of the page; what reads changes in it does so until it is told to [Part#forget].
    <C> Part<C> make(Supplier<C> maker) {
        int before = readers.size();
        C made = maker.get();
        List<Runnable> own = List.copyOf(readers.subList(before, readers.size()));
        return new Part<>(made, () -> readers.removeAll(own));
    }

    /// A part of the page that can go while the page stays.
    record Part<C>(C made, Runnable forget) {}

    /// Stores what a control has.
    ///
    /// @throws org.stepback.exercise.RefusedException in words, where it may not be changed or is too long; then
    /// nothing is stored
    /// @throws org.stepback.notebook.ChangedElsewhereException where another page has changed it too
    void type(TextEdit typed) {
        update(notebooks.type(student, slug, typed));
    }

    /// Stores a field changed from what it is now in the database, whichever tab wrote that.
    void change(String cell, String field, UnaryOperator<JsonNode> change) {
        update(notebooks.edit(student, slug, cell, field, change));
    }

    /// @return the id of the new cell
    String add(String behind, String kind) {
        return added(() -> notebooks.add(student, slug, behind, kind));
    }

    /// @return the id of the new cell
    String paste(String behind, String kind, String name, String text) {
        return added(() -> notebooks.paste(student, slug, behind, kind, name, text));
    }

    private String added(Supplier<Notebook> change) {
        Notebook changed = change.get();
        List<String> ids = new ArrayList<>(changed.order());
        ids.removeAll(notebook.order());
        update(changed);
        return ids.getFirst();
    }

    List<NotebookService.Version> versions() {
        return notebooks.versions(student, slug);
    }

    void restoreVersion(long number) {
        update(notebooks.restoreVersion(student, slug, number));
    }

    void move(String cell, String behind) {
        update(notebooks.move(student, slug, cell, behind));
    }

    void renameCell(String cell, String name) {
        update(notebooks.renameCell(student, slug, cell, name));
    }

    void delete(String cell) {
        update(notebooks.delete(student, slug, cell));
    }

    void fold(String cell, boolean folded) {
        update(notebooks.fold(student, slug, cell, folded));
    }

    void undo() {
        update(notebooks.undo(student, slug));
    }

    void redo() {
        update(notebooks.redo(student, slug));
    }

    void restore(String cell) {
        update(notebooks.restore(student, slug, cell));
    }

    public void restoreAll() {
        update(notebooks.restoreAll(student, slug));
    }

    /// Returns whether another tab has stored something. Any thread may ask.
    boolean hasNews() {
        return notebooks.hasNews(student, slug, notebook.revision());
    }

    /// Reads what another tab has stored, if it has.
    void refresh() {
        Notebook stored = notebooks.open(student, slug);
        if (stored.revision() != notebook.revision()) {
            update(stored);
        }
    }

    private void update(Notebook changed) {
        notebook = changed;
        fields.clear();
        for (Runnable reader : List.copyOf(readers)) {
            if (readers.contains(reader)) { // an earlier one may have taken its part off the page
                reader.run();
            }
        }
    }
}
