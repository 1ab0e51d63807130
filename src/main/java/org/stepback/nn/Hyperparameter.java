package org.stepback.nn;

import java.util.Optional;

/// A number that steers an optimizer, with the bounds that a form accepts.
///
/// @param name Keras's name, such as `learning_rate`
/// @param value the optimizer's own value
public record Hyperparameter(
        String name, double value, double min, boolean minIncluded, double max, boolean maxIncluded) {

    /// Why the candidate is out of bounds, as a sentence; empty if it is within.
    public Optional<String> problem(double candidate) {
        boolean above = candidate > min || minIncluded && candidate == min;
        boolean below = candidate < max || maxIncluded && candidate == max;
        return above && below ? Optional.empty() : Optional.of(sentence(candidate));
    }

    private String sentence(double candidate) {
        return "%s must be %s %s and %s %s, but it is %s."
                .formatted(
                        name,
                        minIncluded ? "at least" : "above",
                        plain(min),
                        maxIncluded ? "at most" : "below",
                        plain(max),
                        plain(candidate));
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
