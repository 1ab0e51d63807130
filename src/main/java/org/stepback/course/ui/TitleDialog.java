package org.stepback.course.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.stepback.exercise.RefusedException;

/// Asks for another title of a notebook.
final class TitleDialog extends Dialog {
    private final Consumer<String> onTitled;
    private final Input box = new Input();
    private final Paragraph refusal = new Paragraph();

    /// @param onTitled called with the new title; may refuse it
    TitleDialog(String title, Consumer<String> onTitled) {
        this.onTitled = onTitled;
        setHeaderTitle("Rename “" + title + "”");
        box.setValue(title);
        setWidth("26rem");
        box.addClassNames("rename-box", "rename-title");
        box.getElement().setAttribute("aria-label", "Title of the notebook").setAttribute("maxlength", "120");
        box.getElement()
                .addEventListener("keydown", _ -> rename())
                .setFilter("event.key === 'Enter'")
                .synchronizeProperty("value");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                box.focus();
                box.getElement().executeJs("this.select()");
            }
        });
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "status");
        add(box, refusal);
        var rename = new NativeButton("Rename", _ -> rename());
        rename.addClassNames("button", "primary");
        var cancel = new NativeButton("Cancel", _ -> close());
        cancel.addClassName("button");
        getFooter().add(cancel, rename);
    }

    private void rename() {
        try {
            onTitled.accept(box.getElement().getProperty("value", ""));
            close();
        } catch (RefusedException refused) {
            refusal.setText(refused.getMessage());
        }
    }
}
