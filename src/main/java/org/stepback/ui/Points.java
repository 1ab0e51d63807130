package org.stepback.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// New points of a chart's series, on their way to the browser.
///
/// A server that thins its buffer by doubling a stride says the stride with each message; the browser then
/// drops what it kept between the multiples, so that both hold the same points. A series with a stride of its
/// own names it beside its points.
public final class Points {
    /// The most points of one series in one message.
    public static final int MOST_POINTS = 20_000;

    private final long stride;
    private final Map<String, ObjectNode> series = new LinkedHashMap<>();

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
        ArrayNode steps = points.putArray("x");
        ArrayNode values = points.putArray("y");
        long last = -1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= last) {
                throw new IllegalArgumentException("%s has step %d after step %d.".formatted(id, x[i], last));
            }
            last = x[i];
            steps.add(last);
            addNumber(values, y[i]);
        }
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

    private static long checkedStride(long stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("A stride is 1 or more, not " + stride + ".");
        }
        return stride;
    }

    /// JSON has no number for these three, so they travel as text.
    private static void addNumber(ArrayNode values, double value) {
        if (Double.isFinite(value)) {
            values.add(value);
        } else {
            values.add(Double.toString(value));
        }
    }

    ObjectNode toJson() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("stride", stride);
        ArrayNode all = message.putArray("series");
        series.values().forEach(all::add);
        return message;
    }
}
