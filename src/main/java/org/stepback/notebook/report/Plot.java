package org.stepback.notebook.report;

import java.util.function.IntToDoubleFunction;
import org.stepback.number.NumberText;

/// A picture between two axes, which gives each number its place.
final class Plot extends Svg {
    static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int LEGEND_LINE = 26;

    private final int top;
    private final int width;
    private final int height;
    private final Span x;
    private final Span y;

    /// @param top the pixels above the axes, `bottom` those below them
    /// @param label what a screen reader says of it
    Plot(int top, int width, int height, int bottom, Span x, Span y, String label) {
        super(LEFT + width + RIGHT, top + height + bottom, label);
        this.top = top;
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
    }

    double across(double number) {
        return LEFT + x.share(number) * width;
    }

    double down(double number) {
        return top + height * (1 - y.share(number));
    }

    /// Draws a line at a height, and names it.
    void gridLine(double number, String name) {
        add("<path class=\"grid\" d=\"M%d %sH%d\"/>".formatted(LEFT, number(down(number)), LEFT + width));
        nameHeight(number, name);
    }

    /// Names the ends and the middle of the vertical axis.
    void nameHeights() {
        for (double tick : y.ticks()) {
            nameHeight(tick, NumberText.brief(tick));
        }
    }

    private void nameHeight(double number, String name) {
        words(LEFT - 8, down(number) + 4, "end", name);
    }

    /// Names some numbers of the horizontal axis.
    ///
    /// @param gap the pixels from the axis down to the words
    void nameAcross(int gap, double... numbers) {
        for (double number : numbers) {
            words(across(number), top + height + gap, number == x.high() ? "end" : "middle", NumberText.brief(number));
        }
    }

    void title(String horizontal, String vertical) {
        words(LEFT + width / 2.0, top + height + 42, "middle", horizontal);
        words(LEFT, top - 8, "start", vertical);
    }

    /// Returns the path of a legend's line.
    static String legendLine(double left, double y) {
        return "M%s %sh%d".formatted(number(left), number(y), LEGEND_LINE);
    }

    /// Writes the name behind a legend's line.
    void legend(double left, double y, String name) {
        words(left + LEGEND_LINE + 6, y + 4, "start", name);
    }

    /// Returns the path through some points. A point that is not finite leaves a gap.
    String path(int count, IntToDoubleFunction xs, IntToDoubleFunction ys) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < count; i++) {
            double right = across(xs.applyAsDouble(i));
            double down = down(ys.applyAsDouble(i));
            boolean finite = Double.isFinite(right) && Double.isFinite(down);
            if (finite) {
                path.append(drawing ? 'L' : 'M').append(place(right, down));
            }
            drawing = finite;
        }
        return path.toString();
    }
}
