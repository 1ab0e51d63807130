package org.stepback.grading;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.training.TrainingLoop;
import org.stepback.nn.Evaluation;
import org.stepback.nn.NonFinite;
import org.stepback.nn.StepReport;

/// One run of a training, measured against a requirement.
///
/// Losses and accuracies are over all training or all validation samples, at the end of
/// each epoch and at the last step. The gradient norm is that of each step.
///
/// @param loop at its start
record Attempt(Requirement requirement, TrainingLoop loop) {
    /// Explains what the run lacks; empty where it meets the requirement.
    ///
    /// @throws CancellationException where the thread is interrupted
    Optional<String> shortfall() {
        return switch (requirement) {
            case Requirement.Reaches asked -> reaches(asked);
            case Requirement.Diverges diverges -> diverges();
        };
    }

    private Optional<String> reaches(Requirement.Reaches asked) {
        boolean anyStep = asked.withinSteps().isPresent();
        double closest = Double.NaN;
        while (!loop.isAtEnd()) {
            StepReport report = step();
            Optional<NonFinite> nonFinite = loop.trainer().nonFinite();
            if (nonFinite.isPresent()) {
                return nonFinite.map(NonFinite::sentence);
            }
            if (loop.isAtEnd() || anyStep && measures(asked.metric())) {
                double value = measure(asked.metric(), report);
                if (asked.holds(value)) {
                    return Optional.empty();
                }
                closest = closest(asked, closest, value);
            }
        }
        return Optional.of(Shortfall.of(asked, closest, loop.totalSteps()));
    }

    private static double closest(Requirement.Reaches asked, double before, double value) {
        if (Double.isNaN(before)) {
            return value;
        }
        if (asked.below() == Double.POSITIVE_INFINITY) {
            return Math.max(before, value);
        }
        return asked.above() == Double.NEGATIVE_INFINITY ? Math.min(before, value) : value;
    }

    private boolean measures(Metric metric) {
        return metric == Metric.GRADIENT_NORM || loop.trainer().isAtEpochEnd();
    }

    private double measure(Metric metric, StepReport report) {
        return switch (metric) {
            case LOSS -> training().loss();
            case ACCURACY -> training().accuracy();
            case VAL_LOSS -> validation().loss();
            case VAL_ACCURACY -> validation().accuracy();
            case GRADIENT_NORM -> gradientNorm(report);
        };
    }

    private Evaluation training() {
        return loop.evaluate(loop.split().train());
    }

    private Evaluation validation() {
        return loop.evaluate(loop.split().validation());
    }

    private static double gradientNorm(StepReport report) {
        double norm = 0;
        for (int layer = 0; layer < report.layers(); layer++) {
            norm = Math.hypot(norm, Math.hypot(report.kernelGradientNorm(layer), report.biasGradientNorm(layer)));
        }
        return norm;
    }

    private Optional<String> diverges() {
        double before = training().loss();
        while (!loop.isAtEnd()) {
            step();
            if (loop.trainer().nonFinite().isPresent()) {
                return Optional.empty();
            }
        }
        double after = training().loss();
        return after <= before
                ? Optional.of(Shortfall.ofDivergence(before, after, loop.totalSteps()))
                : Optional.empty();
    }

    private StepReport step() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The lab is shutting down.");
        }
        return loop.step();
    }
}
