package org.stepback.playground.ui;

import org.stepback.number.NumberParser;
import org.stepback.number.NumberParser.Reading;
import org.stepback.playground.setting.PlaygroundSetting;

/// Reads a weight that was typed.
final class TypedWeight {
    private static final double LARGEST = 1e6;
    private static final String ALLOWED = "type a number from −1,000,000 to 1,000,000, such as 0.5 or −2e−3.";

    private TypedWeight() {}

    /// @throws IllegalArgumentException with a sentence that says what was expected
    static double read(String text) {
        return switch (NumberParser.read(text)) {
            case Reading.Number(double value) when Math.abs(value) <= LARGEST -> value;
            case Reading.Number _ -> throw new IllegalArgumentException(shown(text) + " is too large: " + ALLOWED);
            case Reading.Blank _ -> throw new IllegalArgumentException("An empty field is no weight: " + ALLOWED);
            case Reading.Unreadable _ ->
                throw new IllegalArgumentException("“" + shown(text) + "” is no number: " + ALLOWED
                        + NumberParser.advice(text).map(more -> " " + more).orElse(""));
        };
    }

    private static String shown(String text) {
        return PlaygroundSetting.shortened(text.strip());
    }
}
