package org.stepback.grading;

import java.util.List;
import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check.TrainingCheck;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.training.TrainingLoop;
import org.stepback.exercise.training.TrainingSpec;

/// Judges a training by running it again, from the student's seeds and from the check's.
///
/// The verdict depends on the configuration alone, never on time.
final class TrainingJudge {
    private final SubmittedTraining replay;
    private final TrainingCheck check;

    private TrainingJudge(SubmittedTraining replay, TrainingCheck check) {
        this.replay = replay;
        this.check = check;
    }

    static Verdict judge(Exercise exercise, Resolved notebook, TrainingCheck check) {
        if (!(notebook.cell(check.cell()).orElse(null) instanceof Cell.Train train)) {
            throw new IllegalArgumentException("A training check names no training.");
        }
        List<FieldProblem> obstacles = notebook.obstacles(train);
        return obstacles.isEmpty()
                ? new TrainingJudge(SubmittedTraining.of(exercise, notebook, train), check).verdict()
                : new Verdict.Malformed(obstacles.getFirst().message(), 0);
    }

    private Verdict verdict() {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new Verdict.Malformed(refusal.get(), 0);
        }
        TrainingSpec own = replay.cells().spec(replay.exercise());
        return shortfall(own).<Verdict>map(this::wrong).orElseGet(() -> withOtherSeeds(own));
    }

    /// Stops as soon as enough seeds have done it, or too many have not.
    private Verdict withOtherSeeds(TrainingSpec own) {
        int mayFail = check.otherSeeds().size() - check.atLeast();
        int done = 0;
        for (long seed : check.otherSeeds()) {
            if (done == check.atLeast()) {
                break;
            }
            Optional<String> shortfall = shortfall(own.withSeed(seed));
            if (shortfall.isEmpty()) {
                done++;
            } else if (mayFail-- == 0) {
                return wrong("It works with your seeds, but not with enough others. With seed " + seed + ": "
                        + shortfall.get());
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

    private Optional<String> shortfall(TrainingSpec spec) {
        return new Attempt(check.requirement(), new TrainingLoop(spec.trainer(), spec.split(), lastStep())).shortfall();
    }
}
