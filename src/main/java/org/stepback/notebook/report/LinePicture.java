package org.stepback.notebook.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepback.number.NumberText;

/// Numbers over a run's steps as lines in an SVG, which stands in a page by itself.
final class LinePicture {
    private static final int WIDTH = 638;
    private static final int HEIGHT = 212;
    private static final int BOTTOM = 34;
    private static final int LEGEND_ROW = 20;
    private static final int LEGEND_COLUMN = 160;
    private static final int LEGEND_COLUMNS = 4;
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
    private final Span steps;
    private final Span heights;

    /// @param lines those without a number that can be drawn are left out
    LinePicture(String title, Scale scale, List<Line> lines) {
        this.title = title;
        this.scale = scale;
        this.lines = lines.stream()
                .filter(line -> heights(line).findAny().isPresent())
                .toList();
        steps = new Span(
                0,
                Math.max(
                        1,
                        lines.stream()
                                .flatMapToLong(line -> Arrays.stream(line.step()))
                                .max()
                                .orElse(1)));
        Span drawn = Span.of(lines.stream().flatMapToDouble(this::heights));
        heights = switch (scale) {
            case FROM_ZERO -> new Span(Math.min(0, drawn.low()), drawn.high()).filled();
            case SHARES -> new Span(Math.min(0, drawn.low()), 1);
            case LOG -> new Span(Math.floor(drawn.low()), Math.ceil(drawn.high())).filled();
        };
    }

    private DoubleStream heights(Line line) {
        return Arrays.stream(line.value()).map(this::height).filter(Double::isFinite);
    }

    private double height(double value) {
        return scale == Scale.LOG ? Math.log10(value) : value;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// Returns the picture below its title.
    String figure() {
        return Svg.figure(title, svg());
    }

    String svg() {
        int top = 14 + LEGEND_ROW * Math.max(1, Math.ceilDiv(lines.size(), LEGEND_COLUMNS));
        String label = title + " over " + NumberText.brief(steps.high()) + " steps";
        var plot = new Plot(top, WIDTH, HEIGHT, BOTTOM, steps, heights, label);
        for (double height : gridLines()) {
            plot.gridLine(height, NumberText.brief(scale == Scale.LOG ? Math.pow(10, height) : height));
        }
        plot.nameAcross(
                22,
                DoubleStream.of(0, Math.rint(steps.high() / 2), steps.high())
                        .distinct()
                        .toArray());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double left = Plot.LEFT + LEGEND_COLUMN * (i % LEGEND_COLUMNS);
            double y = 14 + LEGEND_ROW * (i / LEGEND_COLUMNS);
            stroke(plot, line, plot.path(line.value().length, at -> line.step()[at], at -> height(line.value()[at])));
            stroke(plot, line, Plot.legendLine(left, y));
            plot.legend(left, y, line.name());
        }
        return plot.end();
    }

    private double[] gridLines() {
        if (scale != Scale.LOG) {
            return heights.ticks();
        }
        int powers = (int) heights.length();
        int distance = Math.ceilDiv(powers, MOST_GRID_LINES - 1);
        return IntStream.rangeClosed(0, powers / distance)
                .mapToDouble(i -> heights.low() + i * distance)
                .toArray();
    }

    private static void stroke(Svg svg, Line line, String path) {
        svg.add("<path class=\"line %s%s\" stroke-dasharray=\"%s\" d=\"%s\"/>"
                .formatted(Svg.tone(line.tone()), line.faint() ? " faint" : "", line.dash(), path));
    }
}
