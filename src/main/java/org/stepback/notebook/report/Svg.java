package org.stepback.notebook.report;

import java.util.Locale;
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

    static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
