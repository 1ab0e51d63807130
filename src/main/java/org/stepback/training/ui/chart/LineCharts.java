package org.stepback.training.ui.chart;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.stepback.training.KeptRun;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.NewPoints;
import org.stepback.ui.chart.Chart;
import org.stepback.ui.chart.Chart.Series;
import org.stepback.ui.chart.Points;
import org.stepback.ui.chart.Segments;

/// The line charts of a run, each with a sentence that says how to read it.
public final class LineCharts {
    private static final String MOVING = "Training, moving";
    private static final String AT_REST = "Training, at rest";
    private static final String VALIDATION = "Validation, at rest";

    /// Updates of about a thousandth of the weights are a rule of thumb: Karpathy, CS231n, "Ratio of weights:updates".
    private static final double HEALTHY_RATIO = 1e-3;

    private LineCharts() {}

    /// @param overlays other runs whose losses are drawn too
    public static RunLines loss(Supplier<List<KeptRun>> overlays) {
        var chart = new Chart("Loss")
                .yAxis("loss", "")
                .help(
                        "Lower is better. “Moving” is each mini-batch while the weights change; “at rest” is the whole set"
                                + " after an epoch. Validation rising while training falls is overfitting.")
                .emptyText("Press Run to see the loss, step by step.");
        return new RunLines(
                "Loss",
                chart,
                _ -> Overlays.series(
                        List.of(
                                Series.of("batch", MOVING, 0),
                                Series.sparse("training", AT_REST, 2),
                                Series.sparse("validation", VALIDATION, 1)),
                        overlays.get()),
                fresh -> Overlays.points(
                        batchAndEnds(
                                fresh,
                                fresh.steps().loss(),
                                fresh.epochEnds().trainingLoss(),
                                fresh.epochEnds().validationLoss()),
                        fresh.fresh() ? overlays.get() : List.of()));
    }

    static RunLines accuracy() {
        var chart = new Chart("Accuracy")
                .yAxis("share of right answers", "")
                .shares()
                .help("Higher is better: 1 is every sample right. Validation shows how well it does on samples that it"
                        + " never learned from.")
                .emptyText("Press Run to see the accuracy.");
        return new RunLines(
                        "Accuracy",
                        chart,
                        _ -> List.of(
                                Series.of("batch", MOVING, 0),
                                Series.sparse("training", AT_REST, 2),
                                Series.sparse("validation", VALIDATION, 1)),
                        fresh -> batchAndEnds(
                                fresh,
                                fresh.steps().accuracy(),
                                fresh.epochEnds().trainingAccuracy(),
                                fresh.epochEnds().validationAccuracy()))
                .suiting(setup -> !setup.train().classes().isEmpty());
    }

    private static Points batchAndEnds(NewPoints fresh, double[] batch, double[] training, double[] validation) {
        NewPoints.EpochEnds ends = fresh.epochEnds();
        return Points.withStride(fresh.steps().stride())
                .add("batch", fresh.steps().step(), batch)
                .add("training", ends.stride(), ends.step(), training)
                .add("validation", ends.stride(), ends.step(), validation);
    }

    /// How the many gradients of a layer become one number.
    private enum Size {
        NORM("L2 norm", LayerNumber.KERNEL_GRADIENT_NORM, LayerNumber.BIAS_GRADIENT_NORM),
        MEAN("mean", LayerNumber.KERNEL_GRADIENT_MEAN, LayerNumber.BIAS_GRADIENT_MEAN),
        MAX("max", LayerNumber.KERNEL_GRADIENT_MAX, LayerNumber.BIAS_GRADIENT_MAX);

        private final String word;
        private final LayerNumber weights;
        private final LayerNumber bias;

        Size(String word, LayerNumber weights, LayerNumber bias) {
            this.word = word;
            this.weights = weights;
            this.bias = bias;
        }

        static Size named(String word) {
            return List.of(values()).stream()
                    .filter(size -> size.word.equals(word))
                    .findFirst()
                    .orElse(NORM);
        }

        String axis() {
            return switch (this) {
                case NORM -> "L2 norm of ∂L/∂W and ∂L/∂b";
                case MEAN -> "mean of |∂L/∂w| and |∂L/∂b|";
                case MAX -> "largest |∂L/∂w| and |∂L/∂b|";
            };
        }
    }

    /// @param redraw asks for the run to be shown again
    static RunLines gradients(Runnable redraw) {
        var size = new AtomicReference<>(Size.NORM);
        var chart = new Chart("Gradient magnitude")
                .yAxis(Size.NORM.axis(), "")
                .log(true)
                .help("How strongly each layer is told to change. Lines that fall apart by powers of ten mean vanishing"
                        + " or exploding gradients.")
                .emptyText("Press Run to see the gradients of each layer.");
        var lines = new RunLines(
                "Gradients",
                chart,
                LayerLines::two,
                fresh -> LayerLines.points(fresh, size.get().weights, size.get().bias));
        return lines.with(new Segments("Size", List.of(Size.NORM.word, Size.MEAN.word, Size.MAX.word), word -> {
            size.set(Size.named(word));
            chart.yAxis(size.get().axis(), "");
            lines.restart();
            redraw.run();
        }));
    }

    static RunLines updates() {
        var chart = new Chart("Update-to-weight ratio")
                .yAxis("‖ΔW‖ / ‖W‖", "")
                .log(true)
                .guide(HEALTHY_RATIO, "0.001: about a healthy step")
                .help("How far a step moves each layer's weights, as a part of their size. Near 0.001 is healthy; far"
                        + " above, lower the learning rate; far below, raise it.")
                .emptyText("Press Run to see how far each step moves the weights.");
        return new RunLines(
                "Updates", chart, LayerLines::one, fresh -> LayerLines.points(fresh, LayerNumber.UPDATE_RATIO));
    }

    static RunLines weightNorms() {
        var chart = new Chart("Weight norms")
                .yAxis("L2 norm of W and b", "")
                .help("How large each layer's weights are. Norms that only grow are a sign of overfitting or of too"
                        + " large a learning rate; weight decay and L2 penalties hold them down.")
                .emptyText("Press Run to see how large the weights are.");
        return new RunLines(
                "Weight norms",
                chart,
                LayerLines::two,
                fresh -> LayerLines.points(fresh, LayerNumber.KERNEL_NORM, LayerNumber.BIAS_NORM));
    }

    static RunLines units() {
        var chart = new Chart("Dead and saturated units")
                .yAxis("share of the layer's units", "")
                .shares()
                .help(
                        "A dead unit gives the same for every sample, with a slope of 0, and cannot learn; a saturated one"
                                + " lies where its activation is nearly flat. Some are normal; most of a layer is not.")
                .emptyText("Press Run to see how many units are dead or saturated.");
        return new RunLines("Units", chart, LayerLines::units, LayerLines::unitPoints);
    }

    static RunLines learningRate() {
        var chart = new Chart("Learning rate")
                .yAxis("learning rate η", "")
                .help("The size of each step, as the schedule sets it; a constant schedule is a level line.")
                .emptyText("Press Run to see the learning rate.");
        return new RunLines(
                "Learning rate",
                chart,
                _ -> List.of(Series.exact("rate", "Learning rate", 0)),
                fresh -> Points.withStride(fresh.steps().stride())
                        .add("rate", fresh.steps().step(), fresh.steps().learningRate()));
    }
}
