package org.stepback.grading;

import java.math.RoundingMode;
import org.stepback.exercise.Metric;
import org.stepback.number.NumberText;

/// Numbers and metrics as a hint says them.
final class Figures {
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

    /// Returns whether a metric is a share of the samples, to be said in percent.
    static boolean isShare(Metric metric) {
        return metric == Metric.ACCURACY || metric == Metric.VAL_ACCURACY;
    }

    /// Returns a bound as its author wrote it: `95 %` of an accuracy, `0.2` else.
    static String exact(Metric metric, double value) {
        return isShare(metric) ? NumberText.percentExactly(value) : NumberText.plain(value);
    }

    /// Returns a value that falls short, rounded down, so that 94.99 % never reads as 95 %.
    static String floor(Metric metric, double value) {
        return shown(metric, value, RoundingMode.FLOOR);
    }

    /// As [#floor], for a value that is too large.
    static String ceiling(Metric metric, double value) {
        return shown(metric, value, RoundingMode.CEILING);
    }

    private static String shown(Metric metric, double value, RoundingMode rounding) {
        return isShare(metric) ? NumberText.percent(value, rounding) : NumberText.brief(value, rounding);
    }
}
