package org.stepback.notebook.ui;

import org.stepback.exercise.RefusedException;
import org.stepback.notebook.ChangedElsewhereException;
import org.stepback.notebook.GoneException;
import org.stepback.notebook.TextEdit;
import org.stepback.ui.SaveState;
import org.stepback.ui.field.ControlEdit;
import org.stepback.ui.field.EditField;

/// Stores what a person makes of a page's controls, and tells the page what has become of it.
final class EditDispatcher {
    private final Workbench bench;
    private final SaveState saveState;

    EditDispatcher(Workbench bench, SaveState saveState) {
        this.bench = bench;
        this.saveState = saveState;
    }

    /// Returns the name by which the page's save state knows a control.
    static String key(String cell, String place) {
        return cell + "/" + place;
    }

    /// Has a control store what is made of it, at a place of a cell.
    void bind(String cell, String place, EditField control) {
        control.setKey(key(cell, place));
        control.onEdited(edited -> store(cell, place, control, edited));
    }

    private void store(String cell, String place, EditField control, ControlEdit edited) {
        String key = key(cell, place);
        try {
            bench.type(TextEdit.of(cell, place, edited.text(), edited.seen(), edited.stamp()));
            control.setError(bench.problem(cell, place).orElse(""));
            saveState.acknowledge(key, edited.stamp(), bench.notebook().typed(cell, place));
        } catch (ChangedElsewhereException elsewhere) {
            bench.refresh();
            saveState.changedElsewhere(key, edited.stamp(), elsewhere.stored());
        } catch (GoneException gone) {
            saveState.gone(key, edited.stamp(), gone.getMessage());
        } catch (RefusedException refused) {
            control.setError(refused.getMessage());
            saveState.refuse(key, edited.stamp(), refused.getMessage());
        }
    }
}
