package org.stepback.training.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.stepback.training.KeptRun;
import org.stepback.training.RunSetup;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.NewPoints;
import org.stepback.ui.chart.Chart;
import org.stepback.ui.chart.Chart.Series;
import org.stepback.ui.chart.Points;
import org.stepback.ui.chart.Segments;

/// The line charts of a run, each with a sentence that says how to read it.
public final class LineCharts {
    /// Updates of about a thousandth of the weights are a rule of thumb: Karpathy, CS231n, "Ratio of weights:updates".
    private static final double HEALTHY_RATIO = 1e-3;

    private LineCharts() {}

    /// @param overlays other runs whose losses are drawn too
    public static RunLines loss(Supplier<List<KeptRun>> overlays) {
        return new RunLines(
                "Loss",
                new Chart(
                                "Loss",
                                "Lower is better. The batch loss is of one mini-batch, at each step. The training loss is of all training"
                                        + " samples, after each epoch. Validation rising while training falls is overfitting.",
                                "Press Run to see the loss, step by step.")
                        .yAxis("loss", ""),
                setup -> Overlays.series(batchAndEnds("loss", setup), overlays.get()),
                fresh -> Overlays.points(
                        batchAndEnds(
                                fresh,
                                fresh.steps().loss(),
                                fresh.epochEnds().trainingLoss(),
                                fresh.epochEnds().validationLoss()),
                        fresh.fresh() ? overlays.get() : List.of()));
    }

    static RunLines accuracy() {
        return new RunLines(
                        "Accuracy",
                        new Chart(
                                        "Accuracy",
                                        "Higher is better: 1 is every answer right. Validation shows how well it does on samples that it"
                                                + " never learned from.",
                                        "Press Run to see the accuracy.")
                                .yAxis("share of right answers", "")
                                .shares(),
                        setup -> batchAndEnds("accuracy", setup),
                        fresh -> batchAndEnds(
                                fresh,
                                fresh.steps().accuracy(),
                                fresh.epochEnds().trainingAccuracy(),
                                fresh.epochEnds().validationAccuracy()))
                .suiting(setup -> setup.train().hasAnswers());
    }

    /// Leaves the validation line out where no samples are held out.
    private static List<Series> batchAndEnds(String what, RunSetup setup) {
        List<Series> series = new ArrayList<>(
                List.of(Series.of("batch", "Batch " + what, 0), Series.few("training", "Training " + what, 2)));
        if (setup.validation().samples() > 0) {
            series.add(Series.sparse("validation", "Validation " + what, 2));
        }
        return series;
    }

    private static Points batchAndEnds(NewPoints fresh, double[] batch, double[] training, double[] validation) {
        NewPoints.EpochEnds ends = fresh.epochEnds();
        return Points.withStride(fresh.steps().stride())
                .add("batch", fresh.steps().step(), batch)
                .add("training", ends.stride(), ends.step(), training)
                .add("validation", ends.stride(), ends.step(), validation);
    }

    /// The ways in which the many gradients of a layer become one number.
    private enum Size {
        NORM("L2 norm", "L2 norm of ∂L/∂W and ∂L/∂b", LayerNumber.KERNEL_GRADIENT_NORM, LayerNumber.BIAS_GRADIENT_NORM),
        MEAN("mean", "mean of |∂L/∂w| and |∂L/∂b|", LayerNumber.KERNEL_GRADIENT_MEAN, LayerNumber.BIAS_GRADIENT_MEAN),
        MAX("max", "largest |∂L/∂w| and |∂L/∂b|", LayerNumber.KERNEL_GRADIENT_MAX, LayerNumber.BIAS_GRADIENT_MAX);

        private final String word;
        private final String axis;
        private final LayerNumber weights;
        private final LayerNumber bias;

        Size(String word, String axis, LayerNumber weights, LayerNumber bias) {
            this.word = word;
            this.axis = axis;
            this.weights = weights;
            this.bias = bias;
        }
    }

    /// @param redraw asks for the run to be shown again
    static RunLines gradients(Runnable redraw) {
        var size = new AtomicReference<>(Size.NORM);
        var chart = new Chart(
                        "Gradient magnitude",
                        "How strongly each layer is told to change. Lines that fall apart by powers of ten mean vanishing"
                                + " or exploding gradients.",
                        "Press Run to see the gradients of each layer.")
                .yAxis(Size.NORM.axis, "")
                .log(true);
        var lines = new RunLines(
                "Gradients",
                chart,
                LayerLines::two,
                fresh -> LayerLines.points(fresh, size.get().weights, size.get().bias));
        return lines.with(new Segments<>("Size", List.of(Size.values()), each -> each.word, chosen -> {
            size.set(chosen);
            chart.yAxis(size.get().axis, "");
            lines.restart();
            redraw.run();
        }));
    }

    static RunLines updates() {
        return new RunLines(
                "Updates",
                new Chart(
                                "Update-to-weight ratio",
                                "How far a step moves each layer's weights, as a part of their size. Near 0.001 is healthy; far"
                                        + " above, lower the learning rate; far below, raise it.",
                                "Press Run to see how far each step moves the weights.")
                        .yAxis("‖ΔW‖ / ‖W‖", "")
                        .log(true)
                        .guide(HEALTHY_RATIO, "0.001: about a healthy step"),
                LayerLines::one,
                fresh -> LayerLines.points(fresh, LayerNumber.UPDATE_RATIO));
    }

    static RunLines weightNorms() {
        return new RunLines(
                "Weight norms",
                new Chart(
                                "Weight norms",
                                "How large each layer's weights are. Norms that only grow are a sign of overfitting or of too"
                                        + " large a learning rate; weight decay and L2 penalties hold them down.",
                                "Press Run to see how large the weights are.")
                        .yAxis("L2 norm of W and b", ""),
                LayerLines::two,
                fresh -> LayerLines.points(fresh, LayerNumber.KERNEL_NORM, LayerNumber.BIAS_NORM));
    }

    static RunLines units() {
        return new RunLines(
                "Units",
                new Chart(
                                "Dead and saturated units",
                                "A dead unit gives the same for every sample, with a slope of 0, and cannot learn; a saturated one"
                                        + " lies where its activation is nearly flat. Some are normal; most of a layer is not.",
                                "Press Run to see how many units are dead or saturated.")
                        .yAxis("share of the layer's units", "")
                        .shares(),
                LayerLines::units,
                LayerLines::unitPoints);
    }

    static RunLines learningRate() {
        return new RunLines(
                "Learning rate",
                new Chart(
                                "Learning rate",
                                "The size of each step, as the schedule sets it; a constant schedule is a level line.",
                                "Press Run to see the learning rate.")
                        .yAxis("learning rate η", ""),
                _ -> List.of(Series.exact("rate", "Learning rate", 0)),
                fresh -> Points.withStride(fresh.steps().stride())
                        .add("rate", fresh.steps().step(), fresh.steps().learningRate()));
    }
}
