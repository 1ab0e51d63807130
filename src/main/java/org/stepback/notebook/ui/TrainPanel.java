package org.stepback.notebook.ui;

import java.util.List;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Resolved;
import org.stepback.grading.Graded;
import org.stepback.training.ui.RunPanel;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;

/// A train cell: the loss, the optimizer and its learning rate, and below them the run itself.
final class TrainPanel extends CellPanel {
    private final CellForm form;
    private final LossFields loss;
    private final OptimizerFields optimizer;
    private final TrainExtras extras;
    private final ProblemNotice obstacles;
    private final RunPanel run;
    private final VerdictLine verdict = new VerdictLine();

    TrainPanel(Workbench bench, SaveState saveState, Cell.Train cell, RunPanels runs) {
        super(bench, cell.id(), "Training", "");
        this.form = new CellForm(bench, saveState, id);
        this.obstacles = new ProblemNotice(bench);
        this.run = runs.of(bench.student(), bench.slug(), id);
        var controls = Styled.div("cell-fields");
        this.loss = new LossFields(bench, id, form);
        this.optimizer = new OptimizerFields(bench, id, form);
        this.extras = new TrainExtras(bench, id, form, loss);
        controls.add(
                loss.main(),
                optimizer.main(),
                form.number("batch_size", "Batch size"),
                form.number("epochs", "Epochs"),
                form.number("seed", "Seed"));
        fill(controls, Styled.div("folds", optimizer.more(), extras.fold()), obstacles, run, verdict);
        showRun(run.mark());
        bench.onChange(this::show);
        bench.onChange(verdict::clear);
        show();
    }

    private void show() {
        loss.show();
        optimizer.show();
        extras.show();
        form.refresh();
        var cell = (Cell.Train) bench.cell(id);
        Resolved resolved = bench.notebook().resolved();
        List<FieldProblem> problems = resolved.obstacles(cell);
        obstacles.show(problems);
        if (problems.isEmpty()) {
            run.ready(bench.notebook().exercise(), resolved);
        } else {
            run.blocked(resolved, problems.getFirst().message());
        }
    }

    @Override
    void show(Graded graded, String explanation) {
        verdict.show(graded, "", explanation);
    }
}
