package org.stepback.exercise.training;

import java.util.Optional;
import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Trainer;

/// The evaluations at the end of an epoch: all samples of a table, with the weights after its last step.
///
/// @param validation empty where nothing is held out
public record EpochEvaluation(Evaluation training, Optional<Evaluation> validation) {
    /// Evaluates the weights as they are now.
    public static EpochEvaluation of(Trainer trainer, Split split) {
        return new EpochEvaluation(
                of(trainer, split.train()),
                Optional.of(split.validation())
                        .filter(held -> held.samples() > 0)
                        .map(held -> of(trainer, held)));
    }

    static Evaluation of(Trainer trainer, Dataset samples) {
        return trainer.evaluate(samples.x(), samples.y(), samples.sampleWeights());
    }

    /// The validation samples; NaN where nothing is held out.
    public Evaluation held() {
        return validation.orElse(Evaluation.NONE);
    }
}
