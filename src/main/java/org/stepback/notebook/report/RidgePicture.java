package org.stepback.notebook.report;

import static org.stepback.notebook.report.Svg.place;
import static org.stepback.number.NumberText.brief;

import java.util.List;
import java.util.stream.DoubleStream;
import org.stepback.training.series.Histogram;

/// Distributions at the moments of a run in an SVG, one behind the other, the newest in front.
final class RidgePicture {
    private static final int WIDTH = 228;
    private static final int LEFT = 44;
    private static final int RIGHT = 10;
    private static final int TALL = 26;
    private static final int TOP = TALL + 4;
    private static final int ROWS = 116;
    private static final int BOTTOM = 44;
    private static final int MOST_NAMED_ROWS = 5;

    /// Half the drawn width of a distribution of one number.
    private static final double SPIKE = 1.5;

    /// The distribution of some numbers after a step.
    record Row(long step, Histogram numbers) {}

    private final String name;
    private final String label;
    private final List<Row> rows;
    private final Span span;

    /// @param name of the numbers, below their axis
    /// @param label what a screen reader says of it
    /// @param rows the oldest first; those without a number are left out
    RidgePicture(String name, String label, List<Row> rows) {
        this.name = name;
        this.label = label;
        this.rows = rows.stream()
                .filter(row -> Double.isFinite(row.numbers().low()))
                .toList();
        Span shown = Span.of(this.rows.stream()
                .map(Row::numbers)
                .flatMapToDouble(numbers -> DoubleStream.of(numbers.low(), numbers.high())));
        span = shown.length() > 0 ? shown : shown.wider(Math.max(1e-6, Math.abs(shown.high()) / 10));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String svg() {
        var svg = new Svg(WIDTH, TOP + ROWS + BOTTOM, label);
        int every = Math.ceilDiv(rows.size(), MOST_NAMED_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            ridge(svg, rows.get(i).numbers(), base(i), i == rows.size() - 1);
            if ((rows.size() - 1 - i) % every == 0) {
                svg.words(LEFT - 8, base(i) + 4, "end", brief(rows.get(i).step()));
            }
        }
        svg.words(LEFT - 8, 12, "end", "step");
        svg.words(LEFT, TOP + ROWS + 18, "start", brief(span.low()));
        svg.words(WIDTH - RIGHT, TOP + ROWS + 18, "end", brief(span.high()));
        svg.words((LEFT + WIDTH - RIGHT) / 2.0, TOP + ROWS + 38, "middle", name);
        return svg.end();
    }

    private double base(int row) {
        return TOP + ROWS * (rows.size() == 1 ? 1 : row / (rows.size() - 1.0));
    }

    private void ridge(Svg svg, Histogram numbers, double base, boolean newest) {
        double part = (numbers.high() - numbers.low()) / Histogram.BINS;
        double spike = part > 0 ? 0 : SPIKE;
        var path = new StringBuilder("M").append(place(x(numbers.low()) - spike, base));
        for (int bin = 0; part > 0 && bin < Histogram.BINS; bin++) {
            double share = (numbers.bins()[bin] & 0xff) / 255.0;
            path.append("L").append(place(x(numbers.low() + (bin + 0.5) * part), base - TALL * share));
        }
        if (part == 0) {
            path.append("L").append(place(x(numbers.low()), base - TALL));
        }
        path.append("L").append(place(x(numbers.high()) + spike, base));
        svg.add("<path class=\"ground\" d=\"%sZ\"/><path class=\"ridge tone-1%s\" d=\"%s\"/>"
                .formatted(path, newest ? " newest" : "", path));
    }

    private double x(double value) {
        return LEFT + span.share(value) * (WIDTH - LEFT - RIGHT);
    }
}
