package org.stepback.notebook.report;

import static org.stepback.notebook.report.Svg.number;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepback.number.NumberText;

/// Numbers against numbers, as points and lines between two axes.
final class PlotPicture {
    private static final int WIDTH = 520;
    private static final int PLOT = 300;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int BOTTOM = 52;
    private static final int LEGEND_ROW = 20;
    private static final int TONES = 8;

    /// The shape in which a series is drawn.
    enum Kind {
        LINE,
        POINTS,
        /// Thin and dashed, to compare the others with.
        GUIDE
    }

    /// @param tone its place in the colours of all charts, from 0
    record Series(String name, int tone, Kind kind, double[] x, double[] y) {
        private DoubleStream of(ToDoubleBiFunction<Series, Integer> number) {
            return IntStream.range(0, x.length)
                    .mapToDouble(i -> number.applyAsDouble(this, i))
                    .filter(Double::isFinite);
        }
    }

    private final String title;
    private final String horizontal;
    private final String vertical;
    private final List<Series> all;
    private final int top;
    private final Span x;
    private final Span y;

    /// The part of an axis that is shown.
    private record Span(double low, double high) {
        static final Span SHARES = new Span(0, 1);

        static Span of(DoubleStream numbers) {
            double[] all = numbers.toArray();
            double low = DoubleStream.of(all).min().orElse(0);
            double high = DoubleStream.of(all).max().orElse(1);
            return high > low ? new Span(low, high) : new Span(low, low + 1);
        }

        double share(double number) {
            return (number - low) / (high - low);
        }

        double[] ticks() {
            return new double[] {low, (low + high) / 2, high};
        }
    }

    /// @param horizontal what the horizontal axis counts
    PlotPicture(String title, String horizontal, String vertical, List<Series> all) {
        this(title, horizontal, vertical, all, around(all, (one, i) -> one.x[i]), around(all, (one, i) -> one.y[i]));
    }

    /// Returns a picture whose axes both go from 0 to 1.
    static PlotPicture ofShares(String title, String horizontal, String vertical, List<Series> all) {
        return new PlotPicture(title, horizontal, vertical, all, Span.SHARES, Span.SHARES);
    }

    private PlotPicture(String title, String horizontal, String vertical, List<Series> all, Span x, Span y) {
        this.title = title;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.all = all;
        top = 26 + LEGEND_ROW * all.size();
        this.x = x;
        this.y = y;
    }

    private static Span around(List<Series> all, ToDoubleBiFunction<Series, Integer> number) {
        return Span.of(all.stream().flatMapToDouble(series -> series.of(number)));
    }

    /// Returns the picture below its title.
    String figure() {
        return Svg.figure(title, svg());
    }

    String svg() {
        var svg = new Svg(WIDTH, top + PLOT + BOTTOM, title + ": " + vertical + " against " + horizontal);
        axes(svg);
        for (int i = 0; i < all.size(); i++) {
            double row = 14 + LEGEND_ROW * i;
            draw(svg, all.get(i));
            sample(svg, all.get(i), row);
            svg.words(LEFT + 32, row + 4, "start", all.get(i).name());
        }
        return svg.end();
    }

    private void axes(Svg svg) {
        for (double tick : y.ticks()) {
            svg.add("<path class=\"grid\" d=\"M%d %sH%d\"/>".formatted(LEFT, number(down(tick)), WIDTH - RIGHT));
            svg.words(LEFT - 8, down(tick) + 4, "end", NumberText.brief(tick));
        }
        for (double tick : x.ticks()) {
            svg.words(across(tick), top + PLOT + 20, tick == x.high ? "end" : "middle", NumberText.brief(tick));
        }
        svg.words((LEFT + WIDTH - RIGHT) / 2.0, top + PLOT + 42, "middle", horizontal);
        svg.words(LEFT, top - 8, "start", vertical);
    }

    private void draw(Svg svg, Series series) {
        if (series.kind != Kind.POINTS) {
            svg.add(stroke(series, Svg.path(series.x.length, i -> across(series.x[i]), i -> down(series.y[i]))));
            return;
        }
        for (int i = 0; i < series.x.length; i++) {
            if (Double.isFinite(series.x[i]) && Double.isFinite(series.y[i])) {
                svg.add(ring(series, across(series.x[i]), down(series.y[i])));
            }
        }
    }

    private static void sample(Svg svg, Series series, double row) {
        svg.add(
                series.kind == Kind.POINTS
                        ? ring(series, LEFT + 13, row)
                        : stroke(series, "M%d %sh26".formatted(LEFT, number(row))));
    }

    private static String ring(Series series, double x, double y) {
        return "<circle class=\"line tone-%d\" cx=\"%s\" cy=\"%s\" r=\"2.5\"/>"
                .formatted(series.tone % TONES + 1, number(x), number(y));
    }

    private static String stroke(Series series, String path) {
        return series.kind == Kind.GUIDE
                ? "<path class=\"grid\" stroke-dasharray=\"4 4\" fill=\"none\" d=\"%s\"/>".formatted(path)
                : "<path class=\"line tone-%d\" d=\"%s\"/>".formatted(series.tone % TONES + 1, path);
    }

    private double across(double number) {
        return LEFT + x.share(number) * (WIDTH - LEFT - RIGHT);
    }

    private double down(double number) {
        return top + PLOT * (1 - y.share(number));
    }
}
