package org.stepback.notebook.report;

import java.util.Locale;
import java.util.function.IntFunction;
import org.springframework.web.util.HtmlUtils;

/// A picture as SVG text, which stands in a page by itself.
class Svg {
    /// From so many on, a phone shows it so small that its words are to be larger.
    private static final int WIDE = 600;

    private static final int TONES = 8;

    private final StringBuilder text;

    /// @param label what a screen reader says of it
    Svg(int width, int height, String label) {
        text = new StringBuilder(("<svg class=\"chart%s\" viewBox=\"0 0 %d %d\" style=\"max-width: %dpx\""
                        + " role=\"img\" aria-label=\"%s\">")
                .formatted(width < WIDE ? "" : " wide", width, height, width, HtmlUtils.htmlEscape(label)));
    }

    final void add(String piece) {
        text.append(piece);
    }

    /// @param anchor `start`, `middle` or `end`
    final void words(double x, double y, String anchor, String words) {
        add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, HtmlUtils.htmlEscape(words)));
    }

    /// Draws a square grid, its rows from below. Neighbours that look alike are one rectangle.
    ///
    /// @param look the attributes of a cell's rectangle; empty where none is drawn
    final void cells(int left, int top, int side, int size, IntFunction<String> look) {
        for (int row = 0; row < side; row++) {
            for (int from = 0, to; from < side; from = to) {
                String alike = look.apply(row * side + from);
                for (to = from + 1; to < side && look.apply(row * side + to).equals(alike); ) {
                    to++;
                }
                if (!alike.isEmpty()) {
                    rectangle(left + from * size, top + (side - 1 - row) * size, (to - from) * size, size, alike);
                }
            }
        }
    }

    final void rectangle(double x, double y, double width, double height, String look) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s shape-rendering=\"crispEdges\"/>"
                .formatted(number(x), number(y), number(width), number(height), look));
    }

    final String end() {
        return text + "</svg>";
    }

    /// Puts a picture below its title.
    static String figure(String title, String picture) {
        return "<figure><figcaption>%s</figcaption>%s</figure>".formatted(title, picture);
    }

    /// Returns the style class of a place in the colours of all charts, from 0.
    static String tone(int place) {
        return "tone-" + (place % TONES + 1);
    }

    static String place(double x, double y) {
        return number(x) + " " + number(y);
    }

    static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
