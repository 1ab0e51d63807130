package org.stepback.training;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingLoop;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Evaluation;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;
import org.stepback.nn.replay.ReplayableTraining;

/// The steps of a run and what happens between them: where a fork leaves its past, and at the ends of epochs.
///
/// Its numbers depend on the setup alone. It is used by one thread at a time.
final class Progression implements ReplayableTraining {
    /// Operations of a piece of an evaluation, which nothing can interrupt: some milliseconds.
    static final long PIECE = 16_000_000;

    private final RunSetup setup;
    private RunSetup inForce;
    private TrainingLoop loop;
    private @Nullable Evaluating evaluating;

    Progression(RunSetup setup) {
        this.setup = setup;
        this.inForce = setup.at(0);
        this.loop = loop(inForce);
    }

    /// At a checkpoint of a run with the same setup, whose epoch, where one ends there, has not been ended.
    ///
    /// @throws IllegalArgumentException where the checkpoint is of another run
    Progression(RunSetup setup, Checkpoint checkpoint) {
        this.setup = setup;
        this.inForce = setup.at(checkpoint.step());
        this.loop = loop(inForce);
        trainer().restore(checkpoint);
    }

    private TrainingLoop loop(RunSetup inForce) {
        return new TrainingLoop(inForce.spec().trainer(), setup.spec().split(), setup.totalSteps());
    }

    /// The settings that hold for the next step.
    RunSetup inForce() {
        return inForce;
    }

    @Override
    public Trainer trainer() {
        return loop.trainer();
    }

    @Override
    public long totalSteps() {
        return loop.totalSteps();
    }

    /// Returns whether all steps are done, or a callback has ended the run.
    boolean isAtEnd() {
        return loop.isAtEnd();
    }

    @Override
    public boolean goesOn() {
        return loop.goesOn();
    }

    /// Makes the next step, reported with the means and the largest of the gradients where they are wanted.
    StepReport step(boolean detailed) {
        trainer().detail(detailed);
        StepReport report = trainer().step();
        leaveThePast();
        return report;
    }

    @Override
    public void step() {
        step(false);
        endEpoch();
    }

    @Override
    public Trace trace() {
        Trace trace = trainer().trace();
        leaveThePast();
        endEpoch();
        return trace;
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        RunSetup then = setup.at(checkpoint.step());
        if (then != inForce) {
            inForce = then;
            loop = loop(then);
        }
        trainer().restore(checkpoint);
        evaluating = null;
        endEpoch();
    }

    /// Lets the settings of a fork take over where it leaves its run: with the same weights, and with what
    /// the optimizer remembers unless it is another one.
    private void leaveThePast() {
        RunSetup next = setup.at(steps());
        if (next != inForce && trainer().nonFinite().isEmpty()) {
            Checkpoint past = checkpoint();
            boolean sameRule = next.settings().optimizer().rule().getClass()
                    == inForce.settings().optimizer().rule().getClass();
            boolean sameCallbacks =
                    next.settings().callbacks().equals(inForce.settings().callbacks());
            loop = loop(next);
            inForce = next;
            Checkpoint fresh = checkpoint();
            double[] epochState = sameCallbacks ? past.epochState() : fresh.epochState();
            Checkpoint known = past.remembering(sameRule, fresh);
            trainer()
                    .restore(new Checkpoint(
                            past.step(), past.weights(), known.optimizerState(), known.updates(), epochState));
        }
    }

    // --- The ends of epochs ---

    /// Ends the epoch whose last step was made, where callbacks depend on it.
    private void endEpoch() {
        if (trainer().hasCallbacks() && steps() > 0 && trainer().isAtEpochEnd() && goesOn()) {
            beginEvaluation();
            while (evaluateSome().isEmpty()) {
                // the next piece
            }
        }
    }

    /// Returns whether the weights are being evaluated, which goes before the next step.
    boolean isEvaluating() {
        return evaluating != null;
    }

    void beginEvaluation() {
        evaluating = new Evaluating(new Pieces(setup.train()), new Pieces(setup.validation()));
    }

    /// Evaluates a piece; after the last, returns what came of all.
    Optional<EpochEvaluation> evaluateSome() {
        if (evaluating == null || !evaluating.next()) {
            return Optional.empty();
        }
        var found = new EpochEvaluation(evaluating.training.mean(), Optional.of(evaluating.validation.mean()));
        evaluating = null;
        if (steps() > 0) {
            loop.endEpoch(found);
        }
        return Optional.of(found);
    }

    /// One evaluation under way: the training samples first, then the validation samples.
    private record Evaluating(Pieces training, Pieces validation) {
        /// Evaluates one piece, and returns whether it was the last.
        boolean next() {
            if (!training.isDone()) {
                training.next();
            } else if (!validation.isDone()) {
                validation.next();
            }
            return training.isDone() && validation.isDone();
        }
    }

    /// A table evaluated piece by piece; the mean weighs each piece by its samples.
    private final class Pieces {
        private final Dataset table;
        private final double[] weights;
        private final int width;
        private int done;
        private double loss;
        private double accuracy;

        Pieces(Dataset table) {
            this.table = table;
            this.weights = table.sampleWeights();
            this.width = Math.clamp(PIECE / setup.architecture().forwardOperations(), 64, 4096);
        }

        boolean isDone() {
            return done == table.samples();
        }

        void next() {
            int samples = Math.min(width, table.samples() - done);
            double[] counts = weights.length == 0 ? weights : Arrays.copyOfRange(weights, done, done + samples);
            Evaluation piece = trainer().evaluate(columns(table.x(), samples), columns(table.y(), samples), counts);
            loss += samples * piece.loss();
            accuracy += samples * piece.accuracy();
            done += samples;
        }

        private DMatrixRMaj columns(DMatrixRMaj matrix, int samples) {
            return samples == table.samples()
                    ? matrix
                    : CommonOps_DDRM.extract(matrix, 0, matrix.numRows, done, done + samples);
        }

        /// NaN where there are no samples.
        Evaluation mean() {
            return new Evaluation(loss / done, accuracy / done);
        }
    }
}
