package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Cell;
import org.stepback.exercise.OwnCell;
import org.stepback.ui.SaveState;
import org.stepback.ui.field.NativeSelect;

/// The pickers of the cells above that an own cell uses.
final class UsesFields extends Div {
    private final Workbench bench;
    private final OwnCell cell;
    private final CellForm form;
    private final Map<NativeSelect, Class<? extends Cell>> selects = new LinkedHashMap<>();

    UsesFields(Workbench bench, SaveState saveState, OwnCell cell) {
        this.bench = bench;
        this.cell = cell;
        this.form = new CellForm(bench, saveState, cell.id());
        addClassNames("cell-fields", "cell-uses");
        if (cell.kind().equals("network")) {
            use("input", "Takes its inputs from", Cell.Data.class);
        } else if (cell.kind().equals("trace")) {
            use("train", "Walks through the training", Cell.Train.class);
        } else {
            use("network", "Trains the network", Cell.Net.class);
            use("data", "With the data", Cell.Data.class);
        }
        bench.onChange(this::show);
        show();
    }

    static boolean isFor(OwnCell cell) {
        return List.of("network", "train", "trace").contains(cell.kind());
    }

    private void use(String field, String label, Class<? extends Cell> kind) {
        NativeSelect select = form.choice(field, label, List.of());
        selects.put(select, kind);
        add(select);
    }

    private void show() {
        selects.forEach((select, kind) -> select.setNames(
                bench.notebook().above(cell.id()).stream()
                        .filter(kind::isInstance)
                        .map(Cell::id)
                        .toList(),
                UnaryOperator.identity()));
        form.refresh();
    }
}
