package org.stepback.notebook.report;

import static org.stepback.notebook.report.Svg.number;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepback.number.NumberText;
import org.stepback.training.LossSurface;
import org.stepback.training.LossSurface.Stop;
import org.stepback.training.Run;

/// The loss around a run's weights in an SVG, with the way that they came and the steps that they would take.
///
/// @param reach how far the plane goes to each side of its middle
/// @param cells the loss in each, row by row from below, at least one of them finite
/// @param path the places that the weights came from, `next` those that the next steps would lead to
record SurfacePicture(double reach, double[] cells, List<Stop> path, List<Stop> next) {
    private static final int SIDE = LossSurface.SIDE;
    private static final int CELL = 15;
    private static final int EXTENT = SIDE * CELL;
    private static final int TOP = 26;
    private static final int BAR = TOP + EXTENT + 72;
    private static final int BAR_HEIGHT = 12;
    private static final int BOTTOM = BAR + 34 - TOP - EXTENT;

    /// Farther away than any picture is wide; a browser draws no larger numbers well.
    private static final double FAR = 1e4;

    private record Point(double x, double y) {}

    /// Returns the picture below its title; nothing for a network too large, or without a loss.
    static String figure(Run run) {
        return run.surfaceAtOnce()
                .filter(known -> Arrays.stream(known.cells()).anyMatch(Double::isFinite))
                .map(SurfacePicture::figure)
                .orElse("");
    }

    private static String figure(LossSurface known) {
        return "<figure><figcaption>Loss surface</figcaption>"
                + new SurfacePicture(known.at(SIDE - 1), known.cells(), known.path(), known.next()).svg()
                + "<p>The stronger the blue, the higher the loss. The ring is where the weights are, the line how they"
                + " came here, the arrow the next step, the small dots the steps after it. " + known.remark()
                + known.missingPath() + "</p></figure>";
    }

    String svg() {
        var across = new Span(-reach, reach);
        var bands = new Bands(cells);
        var plot = new Plot(
                TOP, EXTENT, EXTENT, BOTTOM, across, across, "The loss around the weights, and the way that they came");
        plot.add("<g class=\"tone-1\">");
        plot.cells(Plot.LEFT, TOP, SIDE, CELL, cell -> look(bands.of(cells[cell])));
        double width = EXTENT / (Bands.TOP + 1.0);
        for (int band = 0; band <= Bands.TOP; band++) {
            plot.rectangle(Plot.LEFT + band * width, BAR, width, BAR_HEIGHT, look(band));
        }
        plot.add("</g>");
        frame(plot, TOP, EXTENT);
        frame(plot, BAR, BAR_HEIGHT);
        plot.nameAcross(18, across.ticks());
        plot.nameHeights();
        names(plot, bands);
        plot.add("<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">".formatted(Plot.LEFT, TOP, EXTENT, EXTENT));
        past(plot);
        ahead(plot);
        Point middle = middle();
        plot.add("<circle class=\"here\" cx=\"%s\" cy=\"%s\" r=\"5.5\"/></svg>"
                .formatted(number(middle.x), number(middle.y)));
        return plot.end();
    }

    private static String look(int band) {
        return String.format(
                Locale.ROOT,
                "fill=\"currentColor\" stroke=\"none\" fill-opacity=\"%.2f\"",
                0.04 + 0.8 * band / Bands.TOP);
    }

    private static void frame(Svg svg, int y, int height) {
        svg.add("<rect class=\"grid\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\"/>"
                .formatted(Plot.LEFT, y, EXTENT, height));
    }

    private static void names(Svg svg, Bands bands) {
        double middle = Plot.LEFT + EXTENT / 2.0;
        svg.words(middle, TOP + EXTENT + 38, "middle", "along the next step");
        svg.words(Plot.LEFT, TOP - 10, "start", "along the way here");
        svg.words(Plot.LEFT, BAR - 6, "start", "loss");
        svg.words(Plot.LEFT, BAR + 28, "start", NumberText.brief(bands.at(0)));
        svg.words(middle, BAR + 28, "middle", NumberText.brief(bands.at(0.5)));
        svg.words(Plot.LEFT + EXTENT, BAR + 28, "end", NumberText.brief(bands.at(1)));
    }

    private void past(Svg svg) {
        String dots = places(path).map(at -> dot("past", 3, at)).collect(Collectors.joining());
        svg.add(line("past", Stream.concat(places(path), Stream.of(middle()))) + dots);
    }

    /// A line over dots, with an arrow for the first step.
    private void ahead(Svg svg) {
        List<Point> steps = places(next).toList();
        if (steps.isEmpty()) {
            return;
        }
        svg.add("<g class=\"tone-2\">" + line("ahead", steps.stream()));
        steps.stream().skip(1).forEach(at -> svg.add(dot("ahead", 3.2, at)));
        arrow(svg, middle(), steps.getFirst());
        svg.add("</g>");
    }

    private static void arrow(Svg svg, Point from, Point to) {
        double length = Math.hypot(to.x - from.x, to.y - from.y);
        double head = Math.clamp(length / 2, 5, 13);
        double part = length == 0 ? 0 : head / length;
        Point stop = new Point(to.x - part * (to.x - from.x), to.y - part * (to.y - from.y));
        svg.add(line("shaft", Stream.of(from, stop)));
        svg.add(String.format(
                Locale.ROOT,
                "<path class=\"head\" d=\"M0 0L%.1f %.1fV%.1fZ\" transform=\"translate(%.1f %.1f) rotate(%.1f)\"/>",
                -head,
                -0.55 * head,
                0.55 * head,
                to.x,
                to.y,
                Math.toDegrees(Math.atan2(to.y - from.y, to.x - from.x))));
    }

    /// Returns a line with a ground of its own, so that it shows on the dark as on the light.
    private static String line(String kind, Stream<Point> points) {
        String d = points.map(at -> Svg.place(at.x, at.y)).collect(Collectors.joining("L", "M", ""));
        return "<path class=\"halo\" d=\"%s\"/><path class=\"%s\" d=\"%s\"/>".formatted(d, kind, d);
    }

    private static String dot(String kind, double radius, Point at) {
        return "<circle class=\"dot %s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                .formatted(kind, number(at.x), number(at.y), number(radius));
    }

    private Stream<Point> places(List<Stop> stops) {
        return stops.stream()
                .takeWhile(stop -> Double.isFinite(stop.a()) && Double.isFinite(stop.b()))
                .map(this::at);
    }

    private Point middle() {
        return at(new Stop(0, 0, 0));
    }

    private Point at(Stop stop) {
        return new Point(pixels(stop.a()), EXTENT - pixels(stop.b()));
    }

    private double pixels(double along) {
        return Math.clamp((along + reach) / (2 * reach) * EXTENT, -FAR, FAR);
    }
}
