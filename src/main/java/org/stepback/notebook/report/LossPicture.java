package org.stepback.notebook.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.stepback.training.NewPoints;

/// A run's losses over its steps as an SVG, which stands in a page by itself.
final class LossPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int TOP = 34;
    private static final int BOTTOM = 34;
    private static final DoublePredicate FINITE = Double::isFinite;

    /// @param dash the pattern that tells the line apart without colour
    private record Line(String name, String colour, String dash, long[] step, double[] loss) {}

    private final List<Line> lines;
    private final double lastStep;
    private final double lowest;
    private final double highest;

    LossPicture(NewPoints points) {
        NewPoints.Steps steps = points.steps();
        NewPoints.EpochEnds ends = points.epochEnds();
        lines = List.of(
                new Line("Mini-batch", "#4a7bd0", "", steps.step(), steps.loss()),
                new Line("Training set", "#3c8d4f", "7 3", ends.step(), ends.trainingLoss()),
                new Line("Validation set", "#c8601a", "2 3", ends.step(), ends.validationLoss()));
        lastStep = Math.max(
                1,
                lines.stream()
                        .flatMapToLong(line -> Arrays.stream(line.step()))
                        .max()
                        .orElse(1));
        double[] all = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.loss()))
                .filter(FINITE)
                .toArray();
        lowest = Math.min(0, DoubleStream.of(all).min().orElse(0));
        double most = DoubleStream.of(all).max().orElse(1);
        highest = most > lowest ? most : lowest + 1;
    }

    String svg() {
        var svg = new StringBuilder(
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Loss over %s steps\">"
                        .formatted(WIDTH, HEIGHT, FourDigits.of(lastStep)));
        for (double share : new double[] {0, 0.5, 1}) {
            double loss = lowest + share * (highest - lowest);
            svg.append("<path class=\"grid\" d=\"M%d %sH%d\"/>".formatted(LEFT, number(y(loss)), WIDTH - RIGHT));
            text(svg, LEFT - 8, y(loss) + 4, "end", FourDigits.of(loss));
            text(
                    svg,
                    x(share * lastStep),
                    HEIGHT - 12,
                    share == 1 ? "end" : "middle",
                    FourDigits.of(Math.rint(share * lastStep)));
        }
        double left = LEFT;
        for (Line line : lines) {
            if (Arrays.stream(line.loss()).anyMatch(FINITE)) {
                svg.append("<path class=\"line\" stroke=\"%s\" stroke-dasharray=\"%s\" d=\"%s\"/>"
                        .formatted(line.colour(), line.dash(), path(line)));
                svg.append("<path class=\"line\" stroke=\"%s\" stroke-dasharray=\"%s\" d=\"M%s 14h26\"/>"
                        .formatted(line.colour(), line.dash(), number(left)));
                text(svg, left + 32, 18, "start", line.name());
                left += 160;
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>".formatted(number(x), number(y), anchor, words));
    }

    /// A gap where a loss is not finite.
    private String path(Line line) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < line.loss().length; i++) {
            boolean finite = Double.isFinite(line.loss()[i]);
            if (finite) {
                path.append(drawing ? 'L' : 'M')
                        .append(number(x(line.step()[i])))
                        .append(' ')
                        .append(number(y(line.loss()[i])));
            }
            drawing = finite;
        }
        return path.toString();
    }

    private double x(double step) {
        return LEFT + step / lastStep * (WIDTH - LEFT - RIGHT);
    }

    private double y(double loss) {
        return HEIGHT - BOTTOM - (loss - lowest) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
