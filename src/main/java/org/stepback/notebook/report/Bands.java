package org.stepback.notebook.report;

import java.util.Arrays;

/// Heights in a few bands, by their logarithm above the lowest: the edges of the bands are lines of equal height. What
/// is flat is stretched so, what is steep squeezed.
final class Bands {
    /// The number of the highest band, the lowest being 0.
    static final int TOP = 12;

    private static final double PARTS = 100;

    private final Span span;
    private final double unit;

    /// @param heights of which at least one is finite
    Bands(double[] heights) {
        span = Span.of(Arrays.stream(heights).filter(Double::isFinite));
        unit = Math.max(span.length() / PARTS, 1e-300);
    }

    /// Returns the band of a height; a height that is not finite lies in the highest.
    int of(double height) {
        if (!Double.isFinite(height)) {
            return TOP;
        }
        return span.length() > 0 ? (int) Math.round(TOP * Math.log1p((height - span.low()) / unit) / stretch()) : 0;
    }

    /// The height that so much of the way up the bands stands for.
    ///
    /// @param share from 0 to 1
    double at(double share) {
        return span.low() + unit * Math.expm1(share * stretch());
    }

    private double stretch() {
        return Math.log1p(span.length() / unit);
    }
}
