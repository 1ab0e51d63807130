package org.stepback.exercise.training;

import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.nn.Evaluation;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;

/// The training loop: step after step, what callbacks do at the end of each epoch, and the end of the run.
///
/// @param trainer makes the steps
/// @param totalSteps how many steps the run has, where nothing ends it before
public record TrainingLoop(Trainer trainer, Split split, long totalSteps) {
    /// Returns whether all steps are done, or a callback has ended the run.
    public boolean isAtEnd() {
        return trainer.steps() >= totalSteps || trainer.stopped().isPresent();
    }

    /// Returns whether there is a next step.
    public boolean goesOn() {
        return !isAtEnd() && trainer.nonFinite().isEmpty();
    }

    /// Makes the next step. Where it is the last of an epoch or of the run, the callbacks act.
    public StepReport step() {
        StepReport report = trainer.step();
        if (trainer.nonFinite().isEmpty()) {
            if (trainer.hasCallbacks() && trainer.isAtEpochEnd()) {
                endEpoch(evaluate());
            } else if (isAtEnd()) {
                trainer.endRun();
            }
        }
        return report;
    }

    /// Evaluates the weights as they are now on some samples.
    public Evaluation evaluate(Dataset samples) {
        return EpochEvaluation.of(trainer, samples);
    }

    /// Evaluates the weights as they are now on all samples.
    public EpochEvaluation evaluate() {
        return EpochEvaluation.of(trainer, split);
    }

    /// Ends the epoch whose last step was made, and with the last epoch the run.
    ///
    /// @param evaluation of the weights as they are now
    public void endEpoch(EpochEvaluation evaluation) {
        trainer.endEpoch(evaluation.training(), evaluation.held());
        if (isAtEnd()) {
            trainer.endRun();
        }
    }
}
