package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.stepback.exercise.Cell;
import org.stepback.exercise.CellReader;
import org.stepback.exercise.FieldProblem;
import org.stepback.grading.Graded;
import org.stepback.nn.Hyperparameter;
import org.stepback.nn.Loss;
import org.stepback.nn.Optimization;
import org.stepback.nn.Optimizer;
import org.stepback.training.ui.RunPanel;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.NativeSelect;
import org.stepback.ui.SaveState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A train cell: the loss, the optimizer and its learning rate, and below them the run itself.
final class TrainPanel extends CellPanel implements Judged {
    private final Workbench bench;
    private final String id;
    private final CellForm form;
    private final Div optimizer = new Div();
    private final Paragraph obstacle = new Paragraph();
    private final RunPanel run;
    private final VerdictLine verdict = new VerdictLine();
    private String drawnOptimizer = "";

    TrainPanel(Workbench bench, SaveState saveState, Cell.Train cell, RunPanels runs) {
        super(bench, cell.id(), "Training", "");
        this.bench = bench;
        this.id = cell.id();
        this.form = new CellForm(bench, saveState, id);
        this.run = runs.of(bench.student(), bench.slug(), id);
        var controls = new Div();
        controls.addClassName("cell-fields");
        controls.add(
                form.choice("loss", "Loss", Loss.ALL.stream().map(Loss::name).toList()));
        optimizer.addClassName("cell-fields");
        controls.add(
                optimizer,
                form.number("batch_size", "Batch size"),
                form.number("epochs", "Epochs"),
                form.number("seed", "Seed"));
        obstacle.addClassNames("notice", "problem");
        fill(controls, obstacle, run, verdict);
        bench.onChange(this::show);
        bench.onChange(verdict::clear);
        show();
    }

    private void show() {
        JsonNode chosen = bench.field(id, "optimizer");
        String name = chosen.isObject() ? chosen.propertyNames().iterator().next() : chosen.asString("");
        if (!name.equals(drawnOptimizer)) {
            drawnOptimizer = name;
            drawOptimizer(name);
        }
        form.refresh();
        var cell = (Cell.Train) bench.cell(id);
        List<String> obstacles = bench.notebook().resolved().obstacles(cell).stream()
                .map(FieldProblem::message)
                .distinct()
                .toList();
        obstacle.setVisible(!obstacles.isEmpty());
        obstacle.setText(String.join(" ", obstacles));
        if (obstacles.isEmpty()) {
            run.ready(bench.notebook().exercise(), bench.notebook().resolved());
        } else {
            run.blocked();
        }
    }

    @Override
    public String cell() {
        return id;
    }

    @Override
    public void show(Graded graded) {
        verdict.show(graded, "");
    }

    private void drawOptimizer(String name) {
        form.forget("optimizer");
        optimizer.removeAll();
        List<String> names = Optimizer.ALL.stream().map(Optimizer::name).toList();
        NativeSelect select = form.choice(
                "optimizer",
                "Optimizer",
                names,
                name,
                picked -> bench.change(id, "optimizer", old -> switched(old, picked)));
        optimizer.add(select);
        Optimizer.named(name).ifPresent(known -> {
            optimizer.add(form.number("optimizer." + name + ".learning_rate", words("learning_rate")));
            known.hyperparameters().stream()
                    .filter(Hyperparameter.Number.class::isInstance)
                    .map(Hyperparameter::name)
                    .forEach(
                            setting -> optimizer.add(form.number("optimizer." + name + "." + setting, words(setting))));
        });
    }

    /// Another optimizer with its own defaults, but the learning rate that the student has set: one change at a time.
    private static JsonNode switched(JsonNode old, String name) {
        JsonNode fresh = CellReader.json(Optimization.of(Optimizer.named(name).orElseThrow()));
        JsonNode rate = old.isObject() ? old.iterator().next().path("learning_rate") : old.path("learning_rate");
        if (!rate.isMissingNode()) {
            ((ObjectNode) fresh.get(name)).set("learning_rate", rate);
        }
        return fresh;
    }

    /// Keras's name as words: `learning_rate` is Learning rate, `beta_1` is β₁.
    private static String words(String parameter) {
        return switch (parameter) {
            case "beta_1" -> "β₁";
            case "beta_2" -> "β₂";
            case "epsilon" -> "ε";
            default ->
                Character.toUpperCase(parameter.charAt(0))
                        + parameter.substring(1).replace('_', ' ');
        };
    }
}
