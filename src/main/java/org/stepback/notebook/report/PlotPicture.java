package org.stepback.notebook.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.stepback.number.NumberText;

/// Numbers against numbers, as points and lines between two axes.
///
/// @param horizontal what the horizontal axis counts, `vertical` what the other one does
record PlotPicture(String title, String horizontal, String vertical, List<PlotPicture.Series> all, Span x, Span y) {
    private static final int WIDTH = 438;
    private static final int HEIGHT = 300;
    private static final int BOTTOM = 52;
    private static final int LEGEND_ROW = 20;

    /// The shape in which a series is drawn.
    enum Kind {
        LINE,
        POINTS,
        /// Thin and dashed, to compare the others with.
        GUIDE
    }

    /// @param tone its place in the colours of all charts, from 0
    record Series(String name, int tone, Kind kind, double[] x, double[] y) {}

    PlotPicture(String title, String horizontal, String vertical, List<Series> all) {
        this(title, horizontal, vertical, all, around(all, Series::x), around(all, Series::y));
    }

    /// Returns a picture whose axes both go from 0 to 1.
    static PlotPicture ofShares(String title, String horizontal, String vertical, List<Series> all) {
        return new PlotPicture(title, horizontal, vertical, all, Span.SHARES, Span.SHARES);
    }

    private static Span around(List<Series> all, Function<Series, double[]> numbers) {
        return Span.of(all.stream()
                        .flatMapToDouble(series -> Arrays.stream(numbers.apply(series)))
                        .filter(Double::isFinite))
                .filled();
    }

    /// Returns the picture below its title.
    String figure() {
        return Svg.figure(title, svg());
    }

    String svg() {
        String label = title + ": " + vertical + " against " + horizontal;
        var plot = new Plot(26 + LEGEND_ROW * all.size(), WIDTH, HEIGHT, BOTTOM, x, y, label);
        for (double tick : y.ticks()) {
            plot.gridLine(tick, NumberText.brief(tick));
        }
        plot.nameAcross(20, x.ticks());
        plot.title(horizontal, vertical);
        for (int i = 0; i < all.size(); i++) {
            double row = 14 + LEGEND_ROW * i;
            draw(plot, all.get(i), row);
            plot.legend(Plot.LEFT, row, all.get(i).name());
        }
        return plot.end();
    }

    /// @param row the height of its place in the legend
    private static void draw(Plot plot, Series series, double row) {
        if (series.kind != Kind.POINTS) {
            plot.add(stroke(series, plot.path(series.x.length, i -> series.x[i], i -> series.y[i])));
            plot.add(stroke(series, Plot.legendLine(Plot.LEFT, row)));
            return;
        }
        for (int i = 0; i < series.x.length; i++) {
            if (Double.isFinite(series.x[i]) && Double.isFinite(series.y[i])) {
                plot.add(ring(series, plot.across(series.x[i]), plot.down(series.y[i])));
            }
        }
        plot.add(ring(series, Plot.LEFT + 13, row));
    }

    private static String ring(Series series, double x, double y) {
        return "<circle class=\"line %s\" cx=\"%s\" cy=\"%s\" r=\"2.5\"/>"
                .formatted(Svg.tone(series.tone), Svg.number(x), Svg.number(y));
    }

    private static String stroke(Series series, String path) {
        return series.kind == Kind.GUIDE
                ? "<path class=\"grid\" stroke-dasharray=\"4 4\" fill=\"none\" d=\"%s\"/>".formatted(path)
                : "<path class=\"line %s\" d=\"%s\"/>".formatted(Svg.tone(series.tone), path);
    }
}
