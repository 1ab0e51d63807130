package org.stepback.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.stepback.exercise.Metric;

/// Numbers and metrics as a hint says them.
final class Figures {
    private static final int DIGITS = 4;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e6;

    private Figures() {}

    static String name(Metric metric) {
        return switch (metric) {
            case LOSS -> "The training loss";
            case VAL_LOSS -> "The validation loss";
            case ACCURACY -> "The training accuracy";
            case VAL_ACCURACY -> "The validation accuracy";
            case GRADIENT_NORM -> "The gradient norm";
        };
    }

    /// Whether a metric is a share of the samples, to be said in percent.
    static boolean isShare(Metric metric) {
        return metric == Metric.ACCURACY || metric == Metric.VAL_ACCURACY;
    }

    /// A bound as its author wrote it: `95 %` of an accuracy, `0.2` else.
    static String exact(Metric metric, double value) {
        return shown(metric, value, RoundingMode.UNNECESSARY);
    }

    /// A value that falls short, rounded away from the bound that it missed, so that 94.99 % never reads as 95 %.
    static String floor(Metric metric, double value) {
        return shown(metric, value, RoundingMode.FLOOR);
    }

    /// As [#floor], for a value that is too large.
    static String ceiling(Metric metric, double value) {
        return shown(metric, value, RoundingMode.CEILING);
    }

    static String rounded(double value) {
        return plain(BigDecimal.valueOf(value).round(new MathContext(2)));
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String shown(Metric metric, double value, RoundingMode rounding) {
        if (!Double.isFinite(value)) {
            return "infinity";
        }
        var number = BigDecimal.valueOf(value);
        if (isShare(metric)) {
            var percent = number.movePointRight(2);
            return plain(rounding == RoundingMode.UNNECESSARY ? percent : percent.setScale(1, rounding)) + " %";
        }
        if (rounding != RoundingMode.UNNECESSARY) {
            number = number.round(new MathContext(DIGITS, rounding));
        }
        double size = Math.abs(number.doubleValue());
        return size == 0 || size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? plain(number)
                : number.stripTrailingZeros().toString().replace("E+", "e").replace('E', 'e');
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
