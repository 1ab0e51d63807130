package org.stepback.grading;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.nn.Evaluation;
import org.stepback.nn.NonFinite;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;

/// One run of a training, measured against a requirement.
///
/// Losses and accuracies are those of the weights at rest, over all training or all validation samples, at the end of
/// each epoch and at the last step. The gradient norm is that of each step.
///
/// @param trainer at its start
/// @param last the step after which the run ends
record Attempt(Requirement requirement, Split split, Trainer trainer, long last) {
    /// What the run lacks, as a sentence; empty where it does what is asked.
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
        while (!isOver()) {
            StepReport report = step();
            Optional<NonFinite> nonFinite = trainer.nonFinite();
            if (nonFinite.isPresent()) {
                return nonFinite.map(NonFinite::sentence);
            }
            if (isOver() || anyStep && measures(asked.metric())) {
                double value = measure(asked.metric(), report);
                if (asked.holds(value)) {
                    return Optional.empty();
                }
                closest = closest(asked, closest, value);
            }
        }
        return Optional.of(Shortfall.of(asked, closest, last));
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
        return metric == Metric.GRADIENT_NORM || trainer.steps() % trainer.stepsPerEpoch() == 0;
    }

    private double measure(Metric metric, StepReport report) {
        return switch (metric) {
            case LOSS -> evaluation(split.train()).loss();
            case ACCURACY -> evaluation(split.train()).accuracy();
            case VAL_LOSS -> evaluation(split.validation()).loss();
            case VAL_ACCURACY -> evaluation(split.validation()).accuracy();
            case GRADIENT_NORM -> gradientNorm(report);
        };
    }

    private Evaluation evaluation(Dataset samples) {
        return trainer.evaluate(samples.x(), samples.y(), samples.sampleWeights());
    }

    private static double gradientNorm(StepReport report) {
        double norm = 0;
        for (int layer = 0; layer < report.layers(); layer++) {
            norm = Math.hypot(norm, Math.hypot(report.kernelGradientNorm(layer), report.biasGradientNorm(layer)));
        }
        return norm;
    }

    private Optional<String> diverges() {
        double before = evaluation(split.train()).loss();
        while (!isOver()) {
            step();
            if (trainer.nonFinite().isPresent()) {
                return Optional.empty();
            }
        }
        double after = evaluation(split.train()).loss();
        return after <= before ? Optional.of(Shortfall.ofDivergence(before, after, last)) : Optional.empty();
    }

    private StepReport step() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The lab is shutting down.");
        }
        StepReport report = trainer.step();
        if (trainer.nonFinite().isEmpty()) {
            endEpoch();
        }
        return report;
    }

    /// Whether the last step is done, or a callback has ended the run before.
    private boolean isOver() {
        return trainer.steps() >= last || trainer.stopped().isPresent();
    }

    /// What callbacks do, as in a run on the page.
    private void endEpoch() {
        if (trainer.hasCallbacks() && trainer.steps() % trainer.stepsPerEpoch() == 0) {
            trainer.endEpoch(
                    evaluation(split.train()),
                    split.validation().samples() == 0 ? Evaluation.NONE : evaluation(split.validation()));
        }
        if (isOver()) {
            trainer.endRun();
        }
    }
}
