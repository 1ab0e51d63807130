package org.stepback.notebook.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.Dataset;
import org.stepback.data.LabelSets;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.training.Run;
import org.stepback.training.series.Answers;

/// A network's prediction at every place in the plane of its two inputs, with the samples on it.
final class PlanePicture {
    private static final int SIDE = 40;
    private static final int CELL = 9;
    private static final int TOP = 26;
    private static final int BOTTOM = 52;
    private static final int EXTENT = SIDE * CELL;
    private static final int SHADES = 8;
    private static final double STRONGEST = 0.72;
    private static final int MOST_POINTS = 400;
    private static final List<String> TWO = List.of("#0877bd", "#c96a00");
    private static final List<String> MANY =
            List.of("#2f6cc5", "#df7000", "#26a472", "#5c1d96", "#870c22", "#0d5f6e", "#7d6300", "#9285ca");

    private final Run run;
    private final Dataset train;
    private final Dataset held;
    private final Loss loss;
    private final double middle;
    private final double reach;
    private final Span x;
    private final Span y;

    private PlanePicture(Run run) {
        this.run = run;
        train = run.setup().train();
        held = run.setup().validation();
        loss = run.setup().settings().loss();
        boolean classes = train.hasAnswers();
        middle = classes ? Answers.of(train.y(), train, loss).threshold() : 0;
        reach = classes ? (middle == 0 ? 1 : 0.5) : Math.max(1e-9, CommonOps_DDRM.elementMaxAbs(train.y()));
        x = span(0);
        y = span(1);
    }

    /// Returns a little more than the samples take.
    private Span span(int feature) {
        Span all = Span.of(Stream.of(train, held).flatMapToDouble(table -> IntStream.range(0, table.samples())
                .mapToDouble(i -> table.x().get(feature, i))));
        return all.wider(all.length() > 0 ? all.length() / 20 : 1);
    }

    static boolean canShow(Run run) {
        Dataset data = run.setup().train();
        return data.inputs() == 2
                && (data.outputs() == 1 || !data.classes().isEmpty() || LabelSets.suit(data))
                && run.maxGrid() >= SIDE * SIDE;
    }

    static String figure(Run run) {
        return "<figure><figcaption>What the network predicts</figcaption>" + new PlanePicture(run).svg()
                + "<p>Dots are samples, those held out paler. A ring marks one held out that it gets wrong.</p></figure>";
    }

    private String svg() {
        var plot = new Plot(TOP, EXTENT, EXTENT, BOTTOM, x, y, "What the network predicts over the plane");
        DMatrixRMaj outputs = run.predictions(grid());
        if (train.multiLabel()) {
            outputs = new LabelSets(train.labels()).probabilities(outputs, middle);
        }
        DMatrixRMaj shown = outputs;
        plot.cells(Plot.LEFT, TOP, SIDE, CELL, cell -> tint(shown, cell));
        points(plot, train, 1);
        points(plot, held, 0.55);
        rings(plot);
        plot.nameAcross(20, x.ticks());
        plot.nameHeights();
        plot.title(train.features().get(0), train.features().get(1));
        return plot.end();
    }

    /// Returns the middles of the cells.
    private DMatrixRMaj grid() {
        var grid = new DMatrixRMaj(2, SIDE * SIDE);
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            grid.set(0, cell, middle(x, cell % SIDE));
            grid.set(1, cell, middle(y, cell / SIDE));
        }
        return grid;
    }

    private static double middle(Span axis, int cell) {
        return axis.low() + (cell + 0.5) / SIDE * axis.length();
    }

    private String tint(DMatrixRMaj outputs, int cell) {
        int classes = outputs.getNumRows();
        if (classes == 1) {
            double from = outputs.get(0, cell) - middle;
            return tint(from > 0 ? 1 : 0, Math.abs(from) / reach);
        }
        int winner = Columns.indexOfMax(outputs, cell);
        return tint(winner, Math.max(0, outputs.get(winner, cell) - 1.0 / classes) / (1 - 1.0 / classes));
    }

    private String tint(int colour, double strength) {
        int shade = strength >= 0 ? (int) Math.rint(SHADES * Math.min(1, strength)) : 0;
        return shade == 0
                ? ""
                : String.format(
                        Locale.ROOT, "fill=\"%s\" fill-opacity=\"%.2f\"", colour(colour), STRONGEST * shade / SHADES);
    }

    private String colour(int index) {
        return train.multiLabel() || train.classes().size() > 2 ? MANY.get(index % MANY.size()) : TWO.get(index);
    }

    private void points(Plot plot, Dataset samples, double opacity) {
        Answers actual = Answers.of(samples.y(), samples, loss);
        for (int i = 0; i < Math.min(MOST_POINTS, samples.samples()); i++) {
            circle(
                    plot,
                    samples,
                    i,
                    "r=\"3\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"0.8\" opacity=\"%s\""
                            .formatted(colour(side(samples, actual, i)), Svg.number(opacity)));
        }
    }

    private static int side(Dataset samples, Answers actual, int i) {
        if (samples.multiLabel()) {
            return new LabelSets(samples.labels()).of(samples.y(), i, 0.5);
        }
        return samples.classes().isEmpty() ? (samples.y().get(0, i) > 0 ? 1 : 0) : actual.right(i);
    }

    private void rings(Plot plot) {
        int shown = Math.min(MOST_POINTS, held.samples());
        if (!held.hasAnswers() || shown == 0) {
            return;
        }
        Dataset some = held.first(shown);
        Answers answers = Answers.of(run.predictions(some.x()), some, loss);
        IntStream.range(0, shown)
                .filter(answers::isWrong)
                .forEach(i ->
                        circle(plot, some, i, "r=\"5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\""));
    }

    private static void circle(Plot plot, Dataset samples, int i, String look) {
        String x = Svg.number(plot.across(samples.x().get(0, i)));
        String y = Svg.number(plot.down(samples.x().get(1, i)));
        plot.add("<circle cx=\"%s\" cy=\"%s\" %s/>".formatted(x, y, look));
    }
}
