package org.stepback.grading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check.TrainingCheck;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.Resolved;
import org.stepback.nn.NonFinite;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;

/// Judges a training by running it again, from the student's seeds and from the check's.
///
/// Losses and accuracies are those of the weights at rest, over all training or all validation samples, measured at the
/// end of each epoch and at the last step that counts. The gradient norm is that of each step. What comes out depends
// on
/// the configuration alone, never on time.
final class TrainingJudge {
    private final Replay replay;
    private final TrainingCheck check;

    private TrainingJudge(Replay replay, TrainingCheck check) {
        this.replay = replay;
        this.check = check;
    }

    static Verdict judge(Exercise exercise, Resolved notebook, TrainingCheck check) {
        if (!(notebook.cell(check.cell()).orElse(null) instanceof Cell.Train train)) {
            throw new IllegalArgumentException("A training check names no training.");
        }
        List<FieldProblem> obstacles = notebook.obstacles(train);
        return obstacles.isEmpty()
                ? new TrainingJudge(Replay.of(exercise, notebook, train), check).verdict()
                : new Verdict.Malformed(obstacles.getFirst().message(), 0);
    }

    private Verdict verdict() {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new Verdict.Malformed(refusal.get(), 0);
        }
        Split split = replay.split();
        Optional<String> own = shortfall(split, replay.trainer(split, OptionalLong.empty()));
        return own.<Verdict>map(this::wrong).orElseGet(() -> withOtherSeeds(split));
    }

    /// Stops as soon as enough seeds have done it, or too many have not.
    private Verdict withOtherSeeds(Split split) {
        int mayFail = check.otherSeeds().size() - check.atLeast();
        int done = 0;
        for (long seed : check.otherSeeds()) {
            if (done == check.atLeast()) {
                break;
            }
            Optional<String> shortfall = shortfall(split, replay.trainer(split, OptionalLong.of(seed)));
            if (shortfall.isEmpty()) {
                done++;
            } else if (mayFail-- == 0) {
                return wrong("It works with your seeds, but not with enough others. " + shortfall.get());
            }
        }
        return new Verdict.Correct();
    }

    private Optional<String> refusal() {
        if (check.requirement() instanceof Requirement.Reaches asked
                && asked.metric().needsValidation()
                && !replay.holdsOut()) {
            return Optional.of("No samples are held out to validate with: set the validation split above 0.");
        }
        return replay.refusal(lastStep(), 1 + check.otherSeeds().size());
    }

    private Verdict wrong(String shortfall) {
        return new Verdict.Wrong((shortfall + " " + check.hint()).strip());
    }

    private long lastStep() {
        return switch (check.requirement()) {
            case Requirement.Reaches asked ->
                Math.min(replay.totalSteps(), asked.withinSteps().orElse(Long.MAX_VALUE));
            case Requirement.Diverges diverges -> replay.totalSteps();
        };
    }

    /// What the run lacks, as a sentence; empty where it does what is asked.
    private Optional<String> shortfall(Split split, Trainer trainer) {
        return switch (check.requirement()) {
            case Requirement.Reaches asked -> reaches(asked, split, trainer);
            case Requirement.Diverges diverges -> diverges(split, trainer);
        };
    }

    private Optional<String> reaches(Requirement.Reaches asked, Split split, Trainer trainer) {
        long last = lastStep();
        boolean anyStep = asked.withinSteps().isPresent();
        double closest = Double.NaN;
        while (trainer.steps() < last) {
            StepReport report = step(trainer);
            Optional<NonFinite> nonFinite = trainer.nonFinite();
            if (nonFinite.isPresent()) {
                return nonFinite.map(NonFinite::sentence);
            }
            if (trainer.steps() == last || anyStep && measures(asked.metric(), trainer)) {
                double value = measure(asked.metric(), split, trainer, report);
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

    private boolean measures(Metric metric, Trainer trainer) {
        return metric == Metric.GRADIENT_NORM || trainer.steps() % trainer.stepsPerEpoch() == 0;
    }

    private static double measure(Metric metric, Split split, Trainer trainer, StepReport report) {
        return switch (metric) {
            case LOSS -> loss(split, trainer);
            case ACCURACY ->
                trainer.evaluate(split.train().x(), split.train().y()).accuracy();
            case VAL_LOSS ->
                trainer.evaluate(split.validation().x(), split.validation().y()).loss();
            case VAL_ACCURACY ->
                trainer.evaluate(split.validation().x(), split.validation().y()).accuracy();
            case GRADIENT_NORM -> gradientNorm(report);
        };
    }

    private static double loss(Split split, Trainer trainer) {
        return trainer.evaluate(split.train().x(), split.train().y()).loss();
    }

    private static double gradientNorm(StepReport report) {
        double norm = 0;
        for (int layer = 0; layer < report.layers(); layer++) {
            norm = Math.hypot(norm, Math.hypot(report.kernelGradientNorm(layer), report.biasGradientNorm(layer)));
        }
        return norm;
    }

    private Optional<String> diverges(Split split, Trainer trainer) {
        double before = loss(split, trainer);
        long last = lastStep();
        while (trainer.steps() < last) {
            step(trainer);
            if (trainer.nonFinite().isPresent()) {
                return Optional.empty();
            }
        }
        double after = loss(split, trainer);
        return after <= before ? Optional.of(Shortfall.ofDivergence(before, after, last)) : Optional.empty();
    }

    private static StepReport step(Trainer trainer) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The lab is shutting down.");
        }
        return trainer.step();
    }
}
