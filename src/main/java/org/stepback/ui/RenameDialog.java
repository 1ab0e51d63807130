package org.stepback.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.stepback.exercise.RefusedException;

/// Asks for another name of something.
public final class RenameDialog extends Dialog {
    private final Consumer<String> onRenamed;
    private final Input box = new Input();
    private final Paragraph refusal = Styled.paragraph("field-error", "");

    /// @param label what the box is called
    /// @param longest the most characters of a name
    /// @param onRenamed called with the new name; may refuse it
    public RenameDialog(String name, String label, int longest, Consumer<String> onRenamed) {
        this.onRenamed = onRenamed;
        setHeaderTitle("Rename “" + name + "”");
        box.setValue(name);
        box.addClassName("rename-box");
        box.getElement().setAttribute("aria-label", label).setAttribute("maxlength", Integer.toString(longest));
        box.getElement()
                .addEventListener("keydown", _ -> rename())
                .setFilter("event.key === 'Enter'")
                .synchronizeProperty("value");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                box.focus();
            }
        });
        refusal.getElement().setAttribute("role", "status");
        add(box, refusal);
        var rename = Styled.button("button primary", "Rename", this::rename);
        var cancel = Styled.button("button", "Cancel", this::close);
        getFooter().add(cancel, rename);
    }

    /// Says above the box what follows from another name.
    public RenameDialog help(String text) {
        addComponentAsFirst(new Paragraph(text));
        return this;
    }

    /// Has room for a long name, all of which the first key replaces.
    public RenameDialog wide() {
        setWidth("26rem");
        box.addClassName("rename-title");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                box.getElement().executeJs("this.select()");
            }
        });
        return this;
    }

    private void rename() {
        try {
            onRenamed.accept(box.getElement().getProperty("value", "").strip());
            close();
        } catch (RefusedException refused) {
            refusal.setText(refused.getMessage());
        }
    }
}
