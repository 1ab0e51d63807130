package org.stepback.training.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.metric.Metrics;
import org.stepback.number.NumberText;
import org.stepback.training.FitCurve;
import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.training.series.DrawnSamples;
import org.stepback.ui.chart.Graph;

/// The fit of a regression: predicted against actual, and over one input the curve itself.
final class RunFit extends SamplePicture {
    private final Graph against = new Graph(
                    "Predicted against actual",
                    "Each point is a sample. On the diagonal it is predicted exactly; above it too much, below it too"
                            + " little.")
            .axes("actual", "predicted");
    private final Graph fit = new Graph(
            "Fit",
            "The points are the data, the line is what the network says. A good line follows the points without"
                    + " chasing each of them.");

    RunFit() {
        super("Fit");
        add(fit, against);
    }

    @Override
    List<Graph> graphs() {
        return List.of(against, fit);
    }

    @Override
    public boolean suits(RunSetup setup) {
        return !setup.train().hasAnswers();
    }

    @Override
    void draw(Run run, Dataset table, String remark) {
        DMatrixRMaj predicted = run.predictions(table.x());
        double[] actual = DrawnSamples.first(table.y());
        double low = Arrays.stream(actual).min().orElse(0);
        double high = Arrays.stream(actual).max().orElse(1);
        against.lines(List.of(
                new Graph.Line("samples", 0, Graph.Kind.POINTS, actual, DrawnSamples.first(predicted)),
                new Graph.Line(
                        "exactly right", 0, Graph.Kind.GUIDE, new double[] {low, high}, new double[] {low, high})));
        against.note("%s R² is %s, the mean absolute error %s."
                .formatted(
                        remark,
                        NumberText.significantOrDash(Metrics.r2(predicted, table.y())),
                        NumberText.significantOrDash(Metrics.mae(predicted, table.y()))));
        fit.setVisible(table.inputs() == 1);
        if (fit.isVisible()) {
            drawFit(run);
        }
    }

    private void drawFit(Run run) {
        Dataset train = run.setup().train();
        Dataset held = run.setup().validation();
        fit.axes(train.features().getFirst(), "target");
        List<Graph.Line> lines = new ArrayList<>(List.of(points("training data", 0, train)));
        if (held.samples() > 0) {
            lines.add(points("validation data", 2, held));
        }
        FitCurve curve = FitCurve.of(
                run, DoubleStream.concat(inputs(train), inputs(held)).toArray());
        lines.add(new Graph.Line("network", 1, Graph.Kind.LINE, curve.x(), curve.y()));
        fit.lines(lines);
    }

    private static Graph.Line points(String name, int tone, Dataset table) {
        return new Graph.Line(
                name, tone, Graph.Kind.POINTS, DrawnSamples.first(table.x()), DrawnSamples.first(table.y()));
    }

    private static DoubleStream inputs(Dataset table) {
        return Arrays.stream(table.x().getData(), 0, table.samples());
    }
}
