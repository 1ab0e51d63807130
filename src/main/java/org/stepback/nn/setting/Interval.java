package org.stepback.nn.setting;

import org.stepback.number.NumberText;

/// Numbers from `min` to `max`.
public record Interval(double min, boolean minIncluded, double max, boolean maxIncluded) {
    /// Returns the interval that is written like this: `[0, 1)` holds 0, but not 1.
    public static Interval of(String text) {
        String[] ends = text.substring(1, text.length() - 1).split(",");
        return new Interval(
                Double.parseDouble(ends[0]), text.startsWith("["), Double.parseDouble(ends[1]), text.endsWith("]"));
    }

    public boolean contains(double number) {
        boolean above = number > min || minIncluded && number == min;
        boolean below = number < max || maxIncluded && number == max;
        return above && below;
    }

    /// Such as `above 0 and at most 1,000`.
    public String words() {
        return "%s %s and %s %s"
                .formatted(
                        minIncluded ? "at least" : "above",
                        NumberText.grouped(min),
                        maxIncluded ? "at most" : "below",
                        NumberText.grouped(max));
    }
}
