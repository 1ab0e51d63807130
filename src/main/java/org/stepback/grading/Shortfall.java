package org.stepback.grading;

import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.number.NumberText;

/// Says how far a training came and what is asked: "The validation accuracy reached 91.3 % within 400 steps; more than
/// 95 % is asked."
final class Shortfall {
    private Shortfall() {}

    /// @param value the one closest to what is asked
    static String of(Requirement.Reaches asked, double value, long steps) {
        Metric metric = asked.metric();
        if (Double.isNaN(value) && Figures.isShare(metric)) {
            return "There is no accuracy to measure with this loss and this output layer: take those of a"
                    + " classification.";
        }
        if (!Double.isFinite(value)) {
            return Figures.name(metric) + " grew too large to compute with.";
        }
        boolean atEnd = asked.withinSteps().isEmpty();
        String when = (atEnd ? " after " : " within ") + steps(steps);
        if (asked.below() == Double.POSITIVE_INFINITY) {
            return Figures.name(metric) + (atEnd ? " was " : " reached ") + Figures.floor(metric, value) + when
                    + "; more than " + Figures.exact(metric, asked.above()) + " is asked.";
        }
        if (asked.above() == Double.NEGATIVE_INFINITY) {
            return Figures.name(metric) + (atEnd ? " was " : " came down to ") + Figures.ceiling(metric, value) + when
                    + "; less than " + Figures.exact(metric, asked.below()) + " is asked.";
        }
        return Figures.name(metric) + " was "
                + (value <= asked.above() ? Figures.floor(metric, value) : Figures.ceiling(metric, value)) + " after "
                + steps(steps) + "; between " + Figures.exact(metric, asked.above()) + " and "
                + Figures.exact(metric, asked.below()) + " is asked.";
    }

    static String ofDivergence(double before, double after, long steps) {
        return "The training loss went from " + Figures.ceiling(Metric.LOSS, before) + " to "
                + Figures.ceiling(Metric.LOSS, after) + " in " + steps(steps)
                + ": this training does not diverge.";
    }

    private static String steps(long steps) {
        return steps == 1 ? "1 step" : NumberText.grouped(steps) + " steps";
    }
}
