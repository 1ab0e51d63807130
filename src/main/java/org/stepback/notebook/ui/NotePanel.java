package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import org.stepback.exercise.Cell;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.notebook.FieldPath;
import org.stepback.ui.Prose;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;
import org.stepback.ui.field.TextBox;

/// A student's own note: Markdown with maths, shown as it reads, and as it is typed while it is edited.
final class NotePanel extends CellPanel {
    private final EditDispatcher typist;
    private final Div editor = Styled.div("note-editor");
    private final Prose prose = new Prose("");
    private final Paragraph empty = Styled.paragraph("quiet", "An empty note. Press Enter, or click twice, to write.");

    NotePanel(Workbench bench, SaveState saveState, String id) {
        super(bench, id, "Note", "");
        this.typist = new EditDispatcher(bench, saveState);
        editor.setVisible(false);
        fill(editor, prose, empty);
        bench.onChange(this::show);
        show();
    }

    /// Shows the text as it is typed, with the cursor in it.
    void edit() {
        if (editor.getComponentCount() == 0) {
            editor.add(box(), done());
        }
        editor.setVisible(true);
        ((TextBox) editor.getComponentAt(0)).focus();
        show();
    }

    /// Shows the note alone, as it reads.
    void leave() {
        editor.setVisible(false);
        editor.removeAll();
        show();
    }

    private TextBox box() {
        var box = new TextBox("Markdown, with maths between $ and $", "markdown", OwnCell.MAX_LENGTH);
        box.setText(bench.notebook().text(id));
        typist.bind(id, FieldPath.TEXT, box);
        return box;
    }

    private NativeButton done() {
        var done = Styled.button("button", "Done", this::leave);
        return done;
    }

    private void show() {
        String markdown = ((Cell.Prose) bench.cell(id)).markdown();
        prose.setHtml(Markdown.html(markdown));
        empty.setVisible(markdown.isBlank() && !editor.isVisible());
        if (editor.getComponentCount() > 0) {
            ((TextBox) editor.getComponentAt(0)).setText(markdown);
        }
    }
}
