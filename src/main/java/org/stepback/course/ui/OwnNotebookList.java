package org.stepback.course.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.yaml.TextBytes;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.ui.RenameDialog;
import org.stepback.ui.Styled;

/// The student's own notebooks: found by title, made, renamed, copied, deleted, and brought back.
final class OwnNotebookList extends Section {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private static final int MOST_BYTES = 1_000_000;

    private final UUID student;
    private final OwnNotebooks notebooks;
    private final NotebookService contents;
    private final UnorderedList list = new UnorderedList();
    private final Input search = new Input();
    private final Paragraph none = Styled.paragraph("quiet", "");
    private final Div notice = Styled.div("list-notice");

    OwnNotebookList(UUID student, OwnNotebooks notebooks, NotebookService contents) {
        this.student = student;
        this.notebooks = notebooks;
        this.contents = contents;
        addClassName("own-notebooks");
        list.addClassName("notebook-list");
        notice.getElement().setAttribute("role", "status");
        search.getElement().setAttribute("aria-label", "Find a notebook of your own");
        search.setPlaceholder("Find by title…");
        search.addClassNames("text-box", "search-box");
        search.getElement().setAttribute("maxlength", "120");
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(_ -> show());
        var make = Styled.button("button", "New notebook", () -> attempt(() -> open(notebooks.create(student))));
        var head = Styled.div("own-head", new H2("Your notebooks"), search, upload(), make);
        add(head, notice, list, none);
        show();
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((file, bytes) ->
                attempt(() -> open(notebooks.upload(student, file.fileName(), TextBytes.decode(bytes))))));
        var button = new NativeButton("Upload a file");
        button.addClassName("button");
        upload.setUploadButton(button);
        upload.setDropAllowed(false);
        upload.setAcceptedFileExtensions(".md", ".py", ".ipynb");
        upload.setMaxFileSize(MOST_BYTES);
        upload.addFileRejectedListener(refused -> {
            notice.removeAll();
            notice.add(new Span(
                    "Only a Markdown file (.md) or Keras code (.py, .ipynb) of at most 1 MB can become a notebook."));
        });
        return upload;
    }

    private void show() {
        List<OwnNotebooks.Entry> all = notebooks.list(student);
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<OwnNotebooks.Entry> found = all.stream()
                .filter(entry -> entry.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        list.removeAll();
        found.forEach(entry -> list.add(new ListItem(row(entry))));
        search.setVisible(!all.isEmpty());
        none.setVisible(found.isEmpty());
        none.setText(
                all.isEmpty()
                        ? "A notebook of your own is empty paper: add data, networks and trainings, and try what you like."
                        : "No notebook of yours has this in its title.");
    }

    private Component row(OwnNotebooks.Entry entry) {
        var title = new Anchor(address(entry), entry.title());
        title.addClassName("notebook-title");
        var when = Styled.span("quiet", "changed " + DAY.format(entry.changed().atZone(ZoneId.systemDefault())));
        var buttons = Styled.div(
                "notebook-buttons",
                button("Rename", entry, () -> rename(entry)),
                button("Duplicate", entry, () -> notebooks.duplicate(student, entry.slug())),
                button("Delete", entry, () -> delete(entry)));
        return Styled.div("notebook-row", title, when, buttons);
    }

    private NativeButton button(String word, OwnNotebooks.Entry entry, Runnable action) {
        var button = Styled.button("button quiet-button", word, () -> attempt(action));
        button.getElement().setAttribute("aria-label", word + " “" + entry.title() + "”");
        return button;
    }

    private void rename(OwnNotebooks.Entry entry) {
        new RenameDialog(entry.title(), "Title of the notebook", OwnNotebooks.LONGEST_TITLE, title -> {
                    contents.rename(student, entry.slug(), title);
                    show();
                })
                .wide()
                .open();
    }

    private void delete(OwnNotebooks.Entry entry) {
        notebooks.delete(student, entry.slug());
        var undo =
                Styled.button("link-button", "Undo", () -> attempt(() -> notebooks.bringBack(student, entry.slug())));
        notice.removeAll();
        notice.add(new Span("Deleted “" + entry.title() + "”. "), undo);
    }

    private void attempt(Runnable action) {
        notice.removeAll();
        try {
            action.run();
        } catch (RefusedException refused) {
            notice.add(new Span(refused.getMessage()));
        }
        show();
    }

    private static void open(OwnNotebooks.Entry entry) {
        UI.getCurrent().navigate(address(entry));
    }

    private static String address(OwnNotebooks.Entry entry) {
        return "notebook/" + entry.id();
    }
}
