package org.stepback.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes numbers for people: the same in a sentence, a table and a terminal.
///
/// `frontend/format.ts` writes them so in the browser; `src/test/resources/number/texts.json` has cases for both.
/// [#significant], [#brief] and [#exact] write a true minus sign, the others that of a keyboard, fit to be typed.
/// A number that is not finite is `NaN`, `∞` or `−∞`.
public final class NumberText {
    private static final String NOT_YET = "–";
    private static final int DIGITS = 4;
    private static final double SMALLEST_WITHOUT_POWER = 1e-4;
    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e21;
    private static final double LARGEST_LONG = 1e15;
    private static final double MANY = 1e6;
    /// The digits of a share that a sum of shares leaves exact.
    private static final MathContext FIFTEEN = new MathContext(15);

    private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double LARGEST_MAGNITUDE_WITHOUT_POWER = 1e8;
    private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);

    private NumberText() {}

    /// Four significant digits, all four written, so that a number does not jump while it changes: `0.2500`, `12,346`,
    /// `1.235e−7`.
    public static String significant(double number) {
        return rounded(number, RoundingMode.HALF_UP, true);
    }

    /// As [#significant], with a dash for a number that is not there yet: NaN.
    public static String significantOrDash(double number) {
        return Double.isNaN(number) ? NOT_YET : significant(number);
    }

    /// As [#significant], with the minus of a keyboard.
    public static String terminal(double number) {
        return significant(number).replace('−', '-');
    }

    /// At most four significant digits: `0.25`, `12,346`, `1.2e−7`.
    public static String brief(double number) {
        return brief(number, RoundingMode.HALF_UP);
    }

    public static String brief(double number, RoundingMode rounding) {
        return rounded(number, rounding, false);
    }

    /// As [#brief], with a dash for a number that is not there yet: NaN.
    public static String briefOrDash(double number) {
        return Double.isNaN(number) ? NOT_YET : brief(number);
    }

    /// Returns all digits, such that the text reads back as the same double, with an exponent where they are many:
    /// `0.00001`, `10`, `1e-7`.
    public static String plain(double number) {
        if (!Double.isFinite(number)) {
            return word(number);
        }
        double size = Math.abs(number);
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return Double.toString(number).replaceFirst("\\.0(?=E)", "").replace('E', 'e');
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /// As [#plain], with a true minus sign.
    public static String exact(double number) {
        return typeset(plain(number));
    }

    /// As [#plain], with the thousands of a whole number apart: `1,000`.
    public static String grouped(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_LONG ? grouped((long) number) : plain(number);
    }

    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Returns a count of things by a name whose plural ends in s: `1 sample`, `10000 samples`.
    public static String counted(long count, String name) {
        return count + " " + name + (count == 1 ? "" : "s");
    }

    /// Returns a share with one decimal, cut rather than rounded, so that only all is `100.0 %`; a dash for NaN.
    public static String percent(double share) {
        return percent(share, RoundingMode.FLOOR);
    }

    public static String percent(double share, RoundingMode rounding) {
        return Double.isNaN(share)
                ? NOT_YET
                : new BigDecimal(share).round(FIFTEEN).movePointRight(2).setScale(1, rounding) + " %";
    }

    /// Returns a share as its author wrote it: `95 %`, `99.95 %`.
    public static String percentExactly(double share) {
        return plain(new BigDecimal(share).round(FIFTEEN).movePointRight(2).doubleValue()) + " %";
    }

    /// Returns the size of what is large, rounded up: `1,200`, and from a hundred million on `3.1 × 10¹³`.
    public static String magnitude(double number) {
        if (number < LARGEST_MAGNITUDE_WITHOUT_POWER) {
            return grouped(Math.round(number));
        }
        BigDecimal rounded = new BigDecimal(number).round(TWO_DIGITS_UP).stripTrailingZeros();
        int power = power(rounded);
        return rounded.movePointLeft(power).toPlainString() + " × 10" + superscript(power);
    }

    private static String typeset(String number) {
        return number.replace('-', '−');
    }

    private static String word(double number) {
        return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
    }

    private static String rounded(double number, RoundingMode rounding, boolean allDigits) {
        if (!Double.isFinite(number)) {
            return word(number);
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal exact = rounding == RoundingMode.HALF_UP ? new BigDecimal(number) : BigDecimal.valueOf(number);
        BigDecimal rounded = exact.round(new MathContext(DIGITS, rounding));
        double size = Math.abs(number);
        if (size < SMALLEST_WITHOUT_POWER || size >= MANY) {
            int power = power(rounded);
            return typeset(digits(rounded.scaleByPowerOfTen(-power), allDigits) + "e" + power);
        }
        return typeset(
                rounded.abs().compareTo(GROUPED) >= 0
                        ? grouped(exact.setScale(0, rounding).longValueExact())
                        : digits(rounded, allDigits));
    }

    private static String digits(BigDecimal rounded, boolean all) {
        BigDecimal number = all
                ? rounded.setScale(Math.max(0, DIGITS - 1 - power(rounded)), RoundingMode.UNNECESSARY)
                : rounded.stripTrailingZeros();
        return number.toPlainString();
    }

    /// Returns the power of ten of the first digit: 1 for 12.5.
    private static int power(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String superscript(int power) {
        return Integer.toString(power)
                .chars()
                .mapToObj(digit -> SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }
}
