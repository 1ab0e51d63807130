package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Resolved;
import org.stepback.grading.Graded;
import org.stepback.nn.Callback;
import org.stepback.notebook.TrainJson;
import org.stepback.training.ui.RunPanel;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;

/// A train cell: what a student may change of the loss, the optimizer and the rest, next to the run itself. What the
/// author has locked is folded into one line of words.
final class TrainPanel extends CellPanel {
    private static final List<String> EXTRAS = Stream.concat(
                    Callback.ALL.stream().map(Callback::name), Stream.of(TrainJson.CLASS_WEIGHT))
            .toList();

    private final CellForm form;
    private final LossFields loss;
    private final OptimizerFields optimizer;
    private final TrainExtras extras;
    private final ProblemNotice obstacles;
    private final SettingsFold locked = new SettingsFold();
    private final RunPanel run;
    private final VerdictLine verdict = new VerdictLine();

    TrainPanel(Workbench bench, SaveState saveState, Cell.Train cell, RunPanels runs, BooleanSupplier hidesDiagnoses) {
        super(bench, cell.id(), "Training", "");
        this.form = new CellForm(bench, saveState, id);
        this.obstacles = new ProblemNotice(bench);
        this.run = runs.of(bench.student(), bench.slug(), cell, bench.isOwnNotebook());
        this.loss = new LossFields(bench, id, form);
        this.optimizer = new OptimizerFields(bench, id, form);
        this.extras = new TrainExtras(bench, id, form, loss);
        var controls = Styled.div("cell-fields");
        Map<String, Component> fields = new LinkedHashMap<>();
        fields.put("loss", loss.main());
        fields.put("optimizer", optimizer.main());
        fields.put("batch_size", form.number("batch_size", "Batch size"));
        fields.put("epochs", form.number("epochs", "Epochs"));
        fields.put("seed", form.number("seed", "Seed"));
        fields.forEach((field, control) -> (form.isEditable(field) ? controls : locked.fields()).add(control));
        var folds = Styled.div("folds", locked);
        place(optimizer.more(), form.isEditable("optimizer"), folds);
        place(extras.fold(), EXTRAS.stream().anyMatch(form::isEditable), folds);
        run.settings(controls, folds);
        run.hideDiagnosesWhile(hidesDiagnoses);
        fill(obstacles, run, verdict);
        bench.onChange(this::show);
        bench.onChange(verdict::clear);
        show();
    }

    private void place(Component fold, boolean open, Div folds) {
        (open ? folds : locked.more()).add(fold);
    }

    private void show() {
        loss.show();
        optimizer.show();
        extras.show();
        form.refresh();
        var cell = (Cell.Train) bench.cell(id);
        locked.show(CellWords.of(cell, field -> !form.isEditable(field)));
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
    void answersAreKnown() {
        run.lookAgain();
    }

    @Override
    void show(Graded graded, String explanation) {
        verdict.show(graded, "", explanation);
    }
}
