package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.RefusedException;
import org.stepback.training.ui.RunPanels;
import org.stepback.training.ui.TraceWalk;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;

/// A trace cell: a walk through the steps of a training, from its first one on.
final class TracePanel extends CellPanel {
    private final CellForm form;
    private final Paragraph obstacle = Styled.paragraph("notice problem", "");
    private final TraceWalk walk;

    TracePanel(Workbench bench, SaveState saveState, Cell.Trace cell, RunPanels runs) {
        super(bench, cell.id(), "Trace", "Step by step through " + cell.train());
        this.form = new CellForm(bench, saveState, id);
        this.walk = runs.walk();
        var controls = Styled.div(
                "cell-fields", form.number("step", "Begin at step"), form.number("sample", "Sample, 0 for all"));
        if (form.isEditable("step") || form.isEditable("sample")) {
            fill(controls);
        }
        fill(obstacle, walk);
        bench.onChange(this::show);
        show();
    }

    private void show() {
        form.refresh();
        var cell = (Cell.Trace) bench.cell(id);
        List<String> obstacles = bench.notebook().resolved().obstacles(cell.train()).stream()
                .map(FieldProblem::message)
                .distinct()
                .toList();
        if (obstacles.isEmpty()) {
            obstacles = walked(cell);
        } else {
            walk.close();
        }
        obstacle.setVisible(!obstacles.isEmpty());
        obstacle.setText(String.join(" ", obstacles));
    }

    /// Walks, or says why not.
    private List<String> walked(Cell.Trace cell) {
        try {
            walk.show(bench.notebook().exercise(), bench.notebook().resolved(), cell);
            return List.of();
        } catch (RefusedException refused) {
            walk.close();
            return List.of(Objects.requireNonNull(refused.getMessage()));
        }
    }
}
