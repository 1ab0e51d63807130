package org.stepback.notebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.stepback.exercise.RefusedException;

/// Asks for another name of an own cell.
final class RenameDialog extends Dialog {
    private static final int LONGEST = 36;

    private final Workbench bench;
    private final String cell;
    private final Consumer<String> onRenamed;
    private final Input name = new Input();
    private final Paragraph refusal = new Paragraph();

    /// @param onRenamed called with the new name
    RenameDialog(Workbench bench, String cell, Consumer<String> onRenamed) {
        this.bench = bench;
        this.cell = cell;
        this.onRenamed = onRenamed;
        setHeaderTitle("Rename “" + cell + "”");
        name.setValue(cell);
        name.addClassName("rename-box");
        name.getElement().setAttribute("aria-label", "Name of the cell");
        name.getElement().setAttribute("maxlength", Integer.toString(LONGEST));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
        name.getElement()
                .addEventListener("keydown", _ -> rename())
                .setFilter("event.key === 'Enter'")
                .synchronizeProperty("value");
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "status");
        add(new Paragraph("Your cells that use it follow. A training starts anew under its new name."), name, refusal);
        var rename = new NativeButton("Rename");
        rename.addClassNames("button", "primary");
        rename.addClickListener(_ -> rename());
        var cancel = new NativeButton("Cancel");
        cancel.addClassName("button");
        cancel.addClickListener(_ -> close());
        getFooter().add(cancel, rename);
    }

    private void rename() {
        String wanted = name.getElement().getProperty("value", "").strip();
        try {
            bench.renameCell(cell, wanted);
            close();
            onRenamed.accept(wanted);
        } catch (RefusedException refused) {
            refusal.setText(refused.getMessage());
        }
    }
}
