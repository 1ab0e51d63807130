package org.stepback.notebook.report;

import static org.stepback.notebook.report.Svg.number;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.loss.Loss;
import org.stepback.number.NumberText;
import org.stepback.training.Run;
import org.stepback.training.series.Answers;

/// A network's prediction at every place in the plane of its two inputs, with the samples on it.
final class PlanePicture {
    private static final int SIDE = 40;
    private static final int CELL = 9;
    private static final int LEFT = 70;
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

    /// The shown part of an axis: a little more than the samples take.
    private record Span(double low, double high) {
        static Span of(Dataset train, Dataset held, int feature) {
            double[] all = new double[train.samples() + held.samples()];
            for (int i = 0; i < all.length; i++) {
                boolean first = i < train.samples();
                all[i] = (first ? train : held).x().get(feature, first ? i : i - train.samples());
            }
            double low = Arrays.stream(all).min().orElse(-1);
            double high = Arrays.stream(all).max().orElse(1);
            double margin = high > low ? (high - low) / 20 : 1;
            return new Span(low - margin, high + margin);
        }

        /// Returns the middle of one of the cells.
        double at(int cell) {
            return low + (cell + 0.5) / SIDE * (high - low);
        }

        double pixels(double number) {
            return (number - low) / (high - low) * EXTENT;
        }
    }

    /// A colour and its strength.
    private record Tint(int colour, int shade) {
        static final Tint NONE = new Tint(0, 0);

        static Tint of(int colour, double share) {
            return share >= 0 ? new Tint(colour, (int) Math.rint(SHADES * Math.min(1, share))) : NONE;
        }
    }

    private PlanePicture(Run run) {
        this.run = run;
        train = run.setup().train();
        held = run.setup().validation();
        loss = run.setup().settings().loss();
        boolean classes = !train.classes().isEmpty();
        middle = classes ? Answers.of(train.y(), train, loss).threshold() : 0;
        reach = classes ? (middle == 0 ? 1 : 0.5) : largest(train.y());
        x = Span.of(train, held, 0);
        y = Span.of(train, held, 1);
    }

    static boolean canShow(Run run) {
        Dataset data = run.setup().train();
        return data.inputs() == 2 && (data.outputs() == 1 || !data.classes().isEmpty()) && run.maxGrid() >= SIDE * SIDE;
    }

    static String figure(Run run) {
        return "<figure><figcaption>What the network predicts</figcaption>" + new PlanePicture(run).svg()
                + "<p>Dots are samples, those held out paler. A ring marks one held out that it gets wrong.</p></figure>";
    }

    private String svg() {
        var svg = new Svg(LEFT + EXTENT + 12, TOP + EXTENT + BOTTOM, "What the network predicts over the plane");
        ground(svg);
        points(svg, train, 1);
        points(svg, held, 0.55);
        rings(svg);
        axes(svg);
        return svg.end();
    }

    /// Neighbours of one tint are one rectangle.
    private void ground(Svg svg) {
        var grid = new DMatrixRMaj(2, SIDE * SIDE);
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            grid.set(0, cell, x.at(cell % SIDE));
            grid.set(1, cell, y.at(cell / SIDE));
        }
        DMatrixRMaj outputs = run.predictions(grid);
        for (int row = 0; row < SIDE; row++) {
            for (int from = 0, to; from < SIDE; from = to) {
                Tint tint = tint(outputs, row * SIDE + from);
                for (to = from + 1; to < SIDE && tint(outputs, row * SIDE + to).equals(tint); ) {
                    to++;
                }
                rectangle(svg, from, to, row, tint);
            }
        }
    }

    private void rectangle(Svg svg, int from, int to, int row, Tint tint) {
        if (tint.shade > 0) {
            svg.add(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.2f\""
                            + " shape-rendering=\"crispEdges\"/>",
                    LEFT + from * CELL,
                    TOP + (SIDE - 1 - row) * CELL,
                    (to - from) * CELL,
                    CELL,
                    colour(tint.colour),
                    STRONGEST * tint.shade / SHADES));
        }
    }

    private Tint tint(DMatrixRMaj outputs, int cell) {
        int classes = outputs.getNumRows();
        if (classes == 1) {
            double from = outputs.get(0, cell) - middle;
            return Tint.of(from > 0 ? 1 : 0, Math.abs(from) / reach);
        }
        int winner = 0;
        for (int row = 1; row < classes; row++) {
            winner = outputs.get(row, cell) > outputs.get(winner, cell) ? row : winner;
        }
        return Tint.of(winner, Math.max(0, outputs.get(winner, cell) - 1.0 / classes) / (1 - 1.0 / classes));
    }

    private static double largest(DMatrixRMaj targets) {
        return Math.max(
                1e-9,
                Arrays.stream(targets.getData(), 0, targets.getNumElements())
                        .map(Math::abs)
                        .max()
                        .orElse(1));
    }

    private String colour(int index) {
        return train.classes().size() > 2 ? MANY.get(index % MANY.size()) : TWO.get(index);
    }

    private void points(Svg svg, Dataset samples, double opacity) {
        Answers actual = Answers.of(samples.y(), samples, loss);
        for (int i = 0; i < Math.min(MOST_POINTS, samples.samples()); i++) {
            int side = samples.classes().isEmpty() ? (samples.y().get(0, i) > 0 ? 1 : 0) : actual.right(i);
            svg.add(("<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"0.8\""
                            + " opacity=\"%s\"/>")
                    .formatted(across(samples, i), down(samples, i), colour(side), number(opacity)));
        }
    }

    private void rings(Svg svg) {
        int shown = Math.min(MOST_POINTS, held.samples());
        if (held.classes().isEmpty() || shown == 0) {
            return;
        }
        Dataset some = held.first(shown);
        Answers answers = Answers.of(
                run.predictions(some.x()), some, run.setup().settings().loss());
        for (int i = 0; i < shown; i++) {
            if (answers.isWrong(i)) {
                svg.add(
                        "<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
                                .formatted(across(some, i), down(some, i)));
            }
        }
    }

    private String across(Dataset samples, int i) {
        return number(LEFT + x.pixels(samples.x().get(0, i)));
    }

    private String down(Dataset samples, int i) {
        return number(TOP + EXTENT - y.pixels(samples.x().get(1, i)));
    }

    private void axes(Svg svg) {
        for (double share : new double[] {0, 0.5, 1}) {
            String anchor = share == 1 ? "end" : "middle";
            svg.words(
                    LEFT + share * EXTENT,
                    TOP + EXTENT + 20,
                    anchor,
                    NumberText.brief(x.low + share * (x.high - x.low)));
            svg.words(
                    LEFT - 8,
                    TOP + EXTENT * (1 - share) + 4,
                    "end",
                    NumberText.brief(y.low + share * (y.high - y.low)));
        }
        svg.words(
                LEFT + EXTENT / 2.0,
                TOP + EXTENT + 42,
                "middle",
                train.features().get(0));
        svg.words(LEFT, TOP - 8, "start", train.features().get(1));
    }
}
