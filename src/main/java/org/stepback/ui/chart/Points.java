package org.stepback.ui.chart;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// New points of a chart's series, on their way to the browser.
///
/// A server that thins its buffer by doubling a stride says the stride with each message; the browser then
/// drops what it kept between the multiples, so that both hold the same points. A series with a stride of its
/// own names it with its points. Values travel as [NumbersJson], and steps once for series that share them.
public final class Points {
    /// The most points of one series in one message.
    public static final int MOST_POINTS = 20_000;

    private final long stride;
    private final Map<String, ObjectNode> series = new LinkedHashMap<>();
    private long @Nullable [] lastX;
    private @Nullable ObjectNode clock;

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
        if (x.length != y.length || x.length > MOST_POINTS) {
            throw new IllegalArgumentException("%s has %d steps for %d values; expected as many of both, at most %d."
                    .formatted(id, x.length, y.length, MOST_POINTS));
        }
        ObjectNode points = JsonNodeFactory.instance.objectNode().put("id", id);
        if (lastX == null || !Arrays.equals(x, lastX)) {
            points.set("x", steps(id, x));
            lastX = x;
        }
        points.set("y", NumbersJson.of(y));
        if (series.putIfAbsent(id, points) != null) {
            throw new IllegalArgumentException("A message has the points of " + id + " twice.");
        }
        return this;
    }

    /// Adds the new points of a series that is thinned apart from the others.
    ///
    /// @param ownStride the distance of the steps that the server still keeps of it
    public Points add(String id, long ownStride, long[] x, double[] y) {
        add(id, x, y);
        series.get(id).put("stride", checkedStride(ownStride));
        return this;
    }

    /// Adds moments of the run's clock, for an axis of time.
    ///
    /// @param step rising
    /// @param seconds of training until that step, rising
    public Points at(long[] step, double[] seconds) {
        if (step.length > 0) {
            clock = JsonNodeFactory.instance.objectNode();
            clock.set("step", steps("the clock", step));
            ArrayNode times = clock.putArray("seconds");
            Arrays.stream(seconds).forEach(second -> times.add(Math.round(second * 1e3) / 1e3));
        }
        return this;
    }

    /// Rising steps as [first, distance, count] of stretches with one distance.
    private static ArrayNode steps(String id, long[] x) {
        for (int i = 0; i < x.length; i++) {
            long last = i == 0 ? -1 : x[i - 1];
            if (x[i] <= last) {
                throw new IllegalArgumentException("%s has step %d after step %d.".formatted(id, x[i], last));
            }
        }
        ArrayNode runs = JsonNodeFactory.instance.arrayNode();
        for (int from = 0; from < x.length; ) {
            long distance = from + 1 < x.length ? x[from + 1] - x[from] : 1;
            int count = 1;
            while (from + count < x.length && x[from + count] - x[from + count - 1] == distance) {
                count++;
            }
            runs.addArray().add(x[from]).add(distance).add(count);
            from += count;
        }
        return runs;
    }

    private static long checkedStride(long stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("A stride is 1 or more, not " + stride + ".");
        }
        return stride;
    }

    ObjectNode toJson() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("stride", stride);
        ArrayNode all = message.putArray("series");
        series.values().forEach(all::add);
        if (clock != null) {
            message.set("clock", clock);
        }
        return message;
    }
}
