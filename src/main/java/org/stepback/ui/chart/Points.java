package org.stepback.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepback.ui.Message;

/// New points of a chart's series, on their way to the browser.
///
/// A server that thins its buffer by doubling a stride says the stride with each message; the browser then
/// drops what it kept between the multiples, so that both hold the same points. A series with a stride of its
/// own names it with its points. Values travel [Packed], and steps once for series that share them.
public final class Points {
    /// The most points of one series in one message.
    public static final int MOST_POINTS = 20_000;

    private final long stride;
    private final Map<String, NewSeries> series = new LinkedHashMap<>();
    private long @Nullable [] lastX;
    private @Nullable NewMoments clock;

    /// @param clock the new moments of the run's clock, or null
    record NewPoints(
            long stride, List<NewSeries> series, @Nullable NewMoments clock) implements Message {}

    /// @param x its steps, as [first, distance, count] of stretches with one distance; null where they are those of the
    /// series before
    /// @param stride its own, or null
    record NewSeries(
            String id,
            @Nullable List<long[]> x,
            Packed y,
            @Nullable Long stride) implements Message {}

    /// @param seconds of training until each step
    record NewMoments(List<long[]> step, double[] seconds) implements Message {}

    private Points(long stride) {
        this.stride = stride;
    }

    /// Starts a message.
    ///
    /// @param stride the distance of the steps that the server still keeps, 1 or more
    public static Points withStride(long stride) {
        return new Points(checkedStride(stride));
    }

    /// Adds the new points of one series.
    ///
    /// @param x the steps, rising, 0 or more
    /// @param y the values at those steps; NaN and infinity become gaps
    /// @throws IllegalArgumentException if the two differ in length, are too many, or the steps do not rise
    public Points add(String id, long[] x, double[] y) {
        return put(id, null, x, y);
    }

    /// Adds the new points of a series that is thinned apart from the others.
    ///
    /// @param ownStride the distance of the steps that the server still keeps of it
    public Points add(String id, long ownStride, long[] x, double[] y) {
        return put(id, checkedStride(ownStride), x, y);
    }

    private Points put(String id, @Nullable Long ownStride, long[] x, double[] y) {
        if (x.length != y.length || x.length > MOST_POINTS) {
            throw new IllegalArgumentException("%s has %d steps for %d values; expected as many of both, at most %d."
                    .formatted(id, x.length, y.length, MOST_POINTS));
        }
        boolean shared = lastX != null && Arrays.equals(x, lastX);
        lastX = x;
        NewSeries points = new NewSeries(id, shared ? null : stretches(id, x), Packed.of(y), ownStride);
        if (series.putIfAbsent(id, points) != null) {
            throw new IllegalArgumentException("A message has the points of " + id + " twice.");
        }
        return this;
    }

    /// Adds moments of the run's clock, for an axis of time.
    ///
    /// @param step rising
    /// @param seconds of training until that step, rising
    public Points at(long[] step, double[] seconds) {
        if (step.length > 0) {
            clock = new NewMoments(
                    stretches("the clock", step),
                    Arrays.stream(seconds)
                            .map(second -> Math.round(second * 1e3) / 1e3)
                            .toArray());
        }
        return this;
    }

    /// Rising steps as [first, distance, count] of stretches with one distance.
    private static List<long[]> stretches(String id, long[] x) {
        for (int i = 0; i < x.length; i++) {
            long last = i == 0 ? -1 : x[i - 1];
            if (x[i] <= last) {
                throw new IllegalArgumentException("%s has step %d after step %d.".formatted(id, x[i], last));
            }
        }
        List<long[]> stretches = new ArrayList<>();
        for (int from = 0; from < x.length; ) {
            long distance = from + 1 < x.length ? x[from + 1] - x[from] : 1;
            int count = 1;
            while (from + count < x.length && x[from + count] - x[from + count - 1] == distance) {
                count++;
            }
            stretches.add(new long[] {x[from], distance, count});
            from += count;
        }
        return stretches;
    }

    private static long checkedStride(long stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("A stride is 1 or more, not " + stride + ".");
        }
        return stride;
    }

    NewPoints message() {
        return new NewPoints(stride, List.copyOf(series.values()), clock);
    }
}
