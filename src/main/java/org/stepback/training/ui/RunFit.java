package org.stepback.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.Metrics;
import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.ui.Figures;
import org.stepback.ui.Graph;

/// How well a regression meets its targets: predicted against actual, and over one input the fit itself.
final class RunFit implements RunPicture {
    private static final int MOST_POINTS = 300;
    private static final int CURVE = 160;

    private final Graph against = new Graph(
                    "Predicted against actual",
                    "Each point is a sample. On the diagonal it is predicted exactly; above it too much, below it too"
                            + " little.")
            .axes("actual", "predicted");
    private final Graph fit = new Graph(
            "Fit",
            "The points are the data, the line is what the network says. A good line follows the points without"
                    + " chasing each of them.");
    private final Div box = new Div(fit, against);
    private final Samples samples = new Samples();

    RunFit() {
        box.addClassNames("run-lines", "scores");
        box.addAttachListener(_ -> samples.forget());
    }

    @Override
    public String name() {
        return "Fit";
    }

    @Override
    public Component component() {
        return box;
    }

    @Override
    public boolean suits(RunSetup setup) {
        return setup.train().classes().isEmpty();
    }

    @Override
    public boolean show(Run run) {
        if (!samples.isDue(run)) {
            return true;
        }
        if (against.isBusy() || fit.isBusy()) {
            return false;
        }
        Dataset table = samples.of(run);
        DMatrixRMaj predicted = run.predictions(table.x());
        int[] shown = evenly(table.samples());
        double[] actual = row(table.y(), shown);
        double low = Arrays.stream(actual).min().orElse(0);
        double high = Arrays.stream(actual).max().orElse(1);
        against.lines(List.of(
                new Graph.Line("samples", 0, Graph.Kind.POINTS, actual, row(predicted, shown)),
                new Graph.Line(
                        "exactly right", 0, Graph.Kind.GUIDE, new double[] {low, high}, new double[] {low, high})));
        against.note("%s R² is %s, the mean absolute error %s."
                .formatted(
                        samples.remark(),
                        Figures.four(Metrics.r2(predicted, table.y())),
                        Figures.four(Metrics.mae(predicted, table.y()))));
        fit.setVisible(table.inputs() == 1);
        if (fit.isVisible()) {
            fit.axes(table.features().getFirst(), "target");
            fit.lines(List.of(
                    new Graph.Line("data", 0, Graph.Kind.POINTS, row(table.x(), shown), actual), curve(run, table)));
        }
        return true;
    }

    private static Graph.Line curve(Run run, Dataset table) {
        double[] x = Arrays.copyOf(table.x().getData(), table.samples());
        double low = Arrays.stream(x).min().orElse(0);
        double high = Arrays.stream(x).max().orElse(1);
        DMatrixRMaj grid = new DMatrixRMaj(1, CURVE);
        for (int i = 0; i < CURVE; i++) {
            grid.set(0, i, low + i * (high - low) / (CURVE - 1));
        }
        return new Graph.Line(
                "network",
                1,
                Graph.Kind.LINE,
                grid.getData(),
                Arrays.copyOf(run.predictions(grid).getData(), CURVE));
    }

    private static int[] evenly(int samples) {
        int count = Math.min(samples, MOST_POINTS);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * samples / count))
                .toArray();
    }

    /// The first output or input of some samples.
    private static double[] row(DMatrixRMaj matrix, int[] columns) {
        return Arrays.stream(columns)
                .mapToDouble(column -> matrix.get(0, column))
                .toArray();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void clear() {
        samples.forget();
        against.lines(List.of());
        fit.lines(List.of());
    }
}
