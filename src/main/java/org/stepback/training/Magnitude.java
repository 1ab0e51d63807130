package org.stepback.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes large numbers for people: `1,200`, and `3.1 × 10¹³` from a hundred million on, rounded up.
final class Magnitude {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double EXACT = 1e8;
    private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);

    private Magnitude() {}

    static String of(double number) {
        if (number < EXACT) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        BigDecimal rounded = new BigDecimal(number).round(TWO_DIGITS_UP).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).toPlainString() + " × 10" + superscript(exponent);
    }

    /// A setting's value as a person would type it: 0.00001, 10.
    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private static String superscript(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(digit -> SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }
}
