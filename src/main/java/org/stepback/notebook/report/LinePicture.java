package org.stepback.notebook.report;

import static org.stepback.notebook.report.Svg.number;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepback.number.NumberText;

/// Numbers over a run's steps as lines in an SVG, which stands in a page by itself.
final class LinePicture {
    private static final int WIDTH = 720;
    private static final int PLOT = 212;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int BOTTOM = 34;
    private static final int LEGEND_ROW = 20;
    private static final int LEGEND_COLUMN = 160;
    private static final int LEGEND_COLUMNS = (WIDTH - LEFT) / LEGEND_COLUMN;
    private static final int TONES = 8;
    private static final int MOST_GRID_LINES = 6;

    /// The kinds of vertical axis.
    enum Scale {
        FROM_ZERO,
        /// From 0 to 1.
        SHARES,
        /// By powers of ten; what is not above 0 has no place on it.
        LOG
    }

    /// @param tone its place in the colours of all charts, from 0
    /// @param dash the pattern that tells the line apart without colour
    /// @param faint whether it stays behind the others, as what jumps about does
    record Line(String name, int tone, String dash, boolean faint, long[] step, double[] value) {
        Line(String name, int tone, String dash, long[] step, double[] value) {
            this(name, tone, dash, false, step, value);
        }
    }

    private final String title;
    private final Scale scale;
    private final List<Line> lines;
    private final int top;
    private final double lastStep;
    private final double lowest;
    private final double highest;

    /// @param lines those without a number that can be drawn are left out
    LinePicture(String title, Scale scale, List<Line> lines) {
        this.title = title;
        this.scale = scale;
        DoublePredicate drawable = value -> Double.isFinite(height(value));
        this.lines = lines.stream()
                .filter(line -> Arrays.stream(line.value()).anyMatch(drawable))
                .toList();
        top = 14 + LEGEND_ROW * Math.max(1, Math.ceilDiv(this.lines.size(), LEGEND_COLUMNS));
        lastStep = Math.max(
                1,
                lines.stream()
                        .flatMapToLong(line -> Arrays.stream(line.step()))
                        .max()
                        .orElse(1));
        double[] heights = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.value()))
                .filter(drawable)
                .map(this::height)
                .toArray();
        double least = DoubleStream.of(heights).min().orElse(0);
        double most = DoubleStream.of(heights).max().orElse(1);
        lowest = scale == Scale.LOG ? Math.floor(least) : Math.min(0, least);
        double end =
                switch (scale) {
                    case FROM_ZERO -> most;
                    case SHARES -> 1;
                    case LOG -> Math.ceil(most);
                };
        highest = end > lowest ? end : lowest + 1;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// Returns the picture below its title.
    String figure() {
        return Svg.figure(title, svg());
    }

    String svg() {
        var svg = new Svg(WIDTH, top + PLOT + BOTTOM, title + " over " + NumberText.brief(lastStep) + " steps");
        grid(svg);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            stroke(
                    svg,
                    line,
                    Svg.path(line.value().length, at -> x(line.step()[at]), at -> y(height(line.value()[at]))));
            double left = LEFT + LEGEND_COLUMN * (i % LEGEND_COLUMNS);
            double y = 14 + LEGEND_ROW * (i / LEGEND_COLUMNS);
            stroke(svg, line, "M%s %sh26".formatted(number(left), number(y)));
            svg.words(left + 32, y + 4, "start", line.name());
        }
        return svg.end();
    }

    private void grid(Svg svg) {
        for (double height : heights()) {
            svg.add("<path class=\"grid\" d=\"M%d %sH%d\"/>".formatted(LEFT, number(y(height)), WIDTH - RIGHT));
            svg.words(
                    LEFT - 8,
                    y(height) + 4,
                    "end",
                    NumberText.brief(scale == Scale.LOG ? Math.pow(10, height) : height));
        }
        double[] steps = {0, Math.rint(lastStep / 2), lastStep};
        Arrays.stream(steps).distinct().forEach(step -> {
            String anchor = step == lastStep ? "end" : "middle";
            svg.words(x(step), top + PLOT + 22, anchor, NumberText.brief(step));
        });
    }

    /// Returns the heights of the grid's lines.
    private double[] heights() {
        if (scale != Scale.LOG) {
            return new double[] {lowest, (lowest + highest) / 2, highest};
        }
        int powers = (int) (highest - lowest);
        int distance = Math.ceilDiv(powers, MOST_GRID_LINES - 1);
        return IntStream.rangeClosed(0, powers / distance)
                .mapToDouble(i -> lowest + i * distance)
                .toArray();
    }

    private static void stroke(Svg svg, Line line, String path) {
        svg.add("<path class=\"line tone-%d%s\" stroke-dasharray=\"%s\" d=\"%s\"/>"
                .formatted(line.tone() % TONES + 1, line.faint() ? " faint" : "", line.dash(), path));
    }

    private double height(double value) {
        return scale == Scale.LOG ? Math.log10(value) : value;
    }

    private double x(double step) {
        return LEFT + step / lastStep * (WIDTH - LEFT - RIGHT);
    }

    private double y(double height) {
        return top + PLOT * (1 - (height - lowest) / (highest - lowest));
    }
}
