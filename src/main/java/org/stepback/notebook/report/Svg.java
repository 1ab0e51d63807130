package org.stepback.notebook.report;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.springframework.web.util.HtmlUtils;

/// A picture as SVG text, which stands in a page by itself.
final class Svg {
    /// From so many on, a phone shows it so small that its words are to be larger.
    private static final int WIDE = 600;

    private final StringBuilder text;

    /// @param label what a screen reader says of it
    Svg(int width, int height, String label) {
        text = new StringBuilder(("<svg class=\"chart%s\" viewBox=\"0 0 %d %d\" style=\"max-width: %dpx\""
                        + " role=\"img\" aria-label=\"%s\">")
                .formatted(width < WIDE ? "" : " wide", width, height, width, HtmlUtils.htmlEscape(label)));
    }

    /// A piece of SVG.
    void add(String piece) {
        text.append(piece);
    }

    /// @param anchor `start`, `middle` or `end`
    void words(double x, double y, String anchor, String words) {
        add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, HtmlUtils.htmlEscape(words)));
    }

    String end() {
        return text + "</svg>";
    }

    /// Draws a path through places, in pixels. A place that is not finite leaves a gap.
    static String path(int count, IntToDoubleFunction x, IntToDoubleFunction y) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < count; i++) {
            boolean finite = Double.isFinite(x.applyAsDouble(i)) && Double.isFinite(y.applyAsDouble(i));
            if (finite) {
                path.append(drawing ? 'L' : 'M')
                        .append(number(x.applyAsDouble(i)))
                        .append(' ')
                        .append(number(y.applyAsDouble(i)));
            }
            drawing = finite;
        }
        return path.toString();
    }

    /// Puts a picture below its title.
    static String figure(String title, String picture) {
        return "<figure><figcaption>%s</figcaption>%s</figure>".formatted(title, picture);
    }

    static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
