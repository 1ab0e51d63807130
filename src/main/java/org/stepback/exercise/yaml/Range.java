package org.stepback.exercise.yaml;

import java.util.Optional;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Interval;
import org.stepback.number.NumberParser;
import org.stepback.number.NumberText;
import org.stepback.number.Numeral;

/// The numbers that a field takes, and the sentences for those that it does not take.
///
/// @param example a good number, as one would type it
public record Range(double min, boolean minIncluded, double max, boolean maxIncluded, boolean whole, String example) {
    public static final Range ANY = new Range(-Double.MAX_VALUE, true, Double.MAX_VALUE, true, false, "0.5");
    /// Up to 2⁵³ − 1, where every whole number is a double.
    public static final Range SEED = whole(0, (1L << 53) - 1, "7");

    /// A learning rate that most networks learn with.
    private static final double DEFAULT_RATE = 0.01;

    public static Range whole(long min, long max, String example) {
        return new Range(min, true, max, true, true, example);
    }

    public static Range from(double min, double max, String example) {
        return new Range(min, true, max, true, false, example);
    }

    public static Range of(Interval interval, boolean whole, String example) {
        return new Range(
                interval.min(), interval.minIncluded(), interval.max(), interval.maxIncluded(), whole, example);
    }

    /// Returns the numbers that a setting takes, its value or values among them as the example.
    ///
    /// @throws IllegalArgumentException for a yes or no, or a name
    public static Range of(Hyperparameter setting) {
        return switch (setting) {
            case Hyperparameter.Number number -> of(number.within(), number.whole(), NumberText.plain(number.value()));
            case Hyperparameter.Maybe maybe ->
                of(maybe.within(), false, NumberText.plain(maybe.value().orElse(DEFAULT_RATE)));
            case Hyperparameter.Numbers numbers ->
                of(numbers.within(), false, NumberText.plain(numbers.value().getFirst()));
            case Hyperparameter.Flag _, Hyperparameter.Choice _ ->
                throw new IllegalArgumentException(setting.name() + " is no number");
        };
    }

    /// Explains why the text is not one of these numbers: what was expected, then what was found. Empty if it is one.
    Optional<String> refusal(String subject, String text) {
        return found(text).map(found -> expectation(subject, isBeyond(text)) + " " + found);
    }

    /// Returns whether the upper bound has to be said.
    private boolean isBeyond(String text) {
        return NumberParser.parse(text).stream().anyMatch(this::isTooLarge);
    }

    private boolean isTooLarge(double value) {
        return value > max || !maxIncluded && value == max;
    }

    /// Returns a sentence such as `The noise must be a number from 0 to 1, such as 0.1.`
    String expectation(String subject) {
        return expectation(subject, false);
    }

    private String expectation(String subject, boolean both) {
        return subject + " must be " + (whole ? "a whole number" : "a number") + bounds(both) + ", such as " + example
                + ".";
    }

    private String bounds(boolean both) {
        if (min == -Double.MAX_VALUE && max == Double.MAX_VALUE) {
            return "";
        }
        if (!minIncluded) {
            return " above " + NumberText.plain(min)
                    + (both ? (maxIncluded ? " and at most " : " and below ") + NumberText.grouped(max) : "");
        }
        return " from " + NumberText.plain(min) + (maxIncluded ? " to " : " up to, but not including, ")
                + NumberText.plain(max);
    }

    private Optional<String> found(String text) {
        Optional<String> fault = NumberParser.fault(text);
        if (fault.isPresent()) {
            return fault;
        }
        double value = NumberParser.parse(text).orElseThrow();
        String shown = Numeral.quoted(text);
        if (value < min || !minIncluded && value == min) {
            return Optional.of(shown + " is too small.");
        }
        if (isTooLarge(value)) {
            return Optional.of(shown + " is too large.");
        }
        return whole && value != Math.rint(value) ? Optional.of(shown + " is not whole.") : Optional.empty();
    }
}
