package org.stepback.notebook.report;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/// The part of an axis that is shown.
record Span(double low, double high) {
    static final Span SHARES = new Span(0, 1);

    /// Returns the span from the smallest to the largest; [#SHARES] where there is no number.
    static Span of(DoubleStream finite) {
        DoubleSummaryStatistics all = finite.summaryStatistics();
        return all.getCount() == 0 ? SHARES : new Span(all.getMin(), all.getMax());
    }

    Span wider(double room) {
        return new Span(low - room, high + room);
    }

    /// Returns a span that is not empty: one of a single number goes up by 1.
    Span filled() {
        return high > low ? this : new Span(low, low + 1);
    }

    double length() {
        return high - low;
    }

    /// Returns the place of a number, from 0 to 1.
    double share(double number) {
        return (number - low) / length();
    }

    double[] ticks() {
        return new double[] {low, (low + high) / 2, high};
    }
}
