package org.stepback.training;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Loss;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.Trainer;

/// Trains one run in small pieces: a step, or a part of the evaluation that follows the end of an epoch.
///
/// What it records is a function of the setup and of nothing else. It is used by one thread at a time.
final class RunEngine {
    /// Multiply-adds of a piece of an evaluation, which nothing can interrupt: some milliseconds.
    private static final long PIECE = 8_000_000;

    private final RunSetup setup;
    private RunSetup inForce;
    private Trainer trainer;
    private final RunRecord record;
    private final Dataset probe;
    private @Nullable Evaluating evaluating;

    RunEngine(RunSetup setup) {
        this.setup = setup;
        this.inForce = setup.at(0);
        this.trainer = trainer(inForce);
        this.record = new RunRecord(setup, RunRecord.empty(setup));
        this.probe = probe(setup);
        evaluateAtEpochEnd();
        lookAtLayers();
    }

    /// An engine that goes on from what was saved of a run with the same setup.
    ///
    /// @throws IllegalArgumentException where the checkpoint is of another run
    RunEngine(RunSetup setup, Checkpoint checkpoint, RunRecord.Copy points) {
        this.setup = setup;
        this.inForce = setup.at(checkpoint.step());
        this.trainer = trainer(inForce);
        this.record = new RunRecord(setup, points);
        this.probe = probe(setup);
        long ahead = record.lastStep() - checkpoint.step(); // 1 where the last step gave a number that is not finite
        if (checkpoint.step() > setup.totalSteps() || ahead < 0 || ahead > 1) {
            throw new IllegalArgumentException("The checkpoint is of another run.");
        }
        trainer.restore(checkpoint);
        evaluateAtEpochEnd();
        lookAtLayers();
    }

    private static Trainer trainer(RunSetup setup) {
        return Trainer.weighted(
                setup.network(),
                setup.settings(),
                setup.train().x(),
                setup.train().y(),
                setup.train().sampleWeights());
    }

    RunSetup setup() {
        return setup;
    }

    RunRecord record() {
        return record;
    }

    Network network() {
        return trainer.network();
    }

    Optional<NonFinite> nonFinite() {
        return trainer.nonFinite();
    }

    Checkpoint checkpoint() {
        return trainer.checkpoint();
    }

    /// Whether the weights at rest are being evaluated, which goes before the next step.
    boolean isEvaluating() {
        return evaluating != null;
    }

    /// Whether its next step repeats one of a run that it is a fork of.
    boolean isInPast() {
        return inForce != setup;
    }

    /// Whether all steps and the evaluation after the last one are done.
    boolean isDone() {
        return isAtEnd() && !isEvaluating();
    }

    /// Why the run ended before its last epoch, as a sentence; empty where it did not.
    String reason() {
        return trainer.stopped().orElse("");
    }

    private boolean isAtEnd() {
        return trainer.steps() >= setup.totalSteps() || trainer.stopped().isPresent();
    }

    void step() {
        trainer.detail(record.wantsLayers(trainer.steps() + 1));
        record.add(trainer.step());
        if (trainer.nonFinite().isEmpty()) {
            leaveThePast();
            evaluateAtEpochEnd();
            lookAtLayers();
        }
    }

    /// Where a fork leaves the run that it comes from, its own settings take over: with the same weights, and with what
    /// the optimizer remembers unless it is another one.
    private void leaveThePast() {
        RunSetup next = setup.at(trainer.steps());
        if (next != inForce) {
            Checkpoint past = trainer.checkpoint();
            boolean sameRule = next.settings().optimizer().rule().getClass()
                    == inForce.settings().optimizer().rule().getClass();
            boolean sameCallbacks =
                    next.settings().callbacks().equals(inForce.settings().callbacks());
            trainer = trainer(next);
            inForce = next;
            Checkpoint fresh = trainer.checkpoint();
            double[] epochState = sameCallbacks ? past.epochState() : fresh.epochState();
            double[] memory = sameRule && past.optimizerState().length == fresh.optimizerState().length
                    ? past.optimizerState()
                    : fresh.optimizerState();
            trainer.restore(new Checkpoint(past.step(), past.weights(), memory, epochState));
        }
    }

    /// A few training samples, always the same, through which the layers are looked at: as many as take some
    /// milliseconds.
    private static Dataset probe(RunSetup setup) {
        long affordable = Math.clamp(PIECE / (3 * setup.architecture().parameters()), 16, 256);
        return setup.train().first((int) Math.min(affordable, setup.train().samples()));
    }

    private void lookAtLayers() {
        if (record.wantsMoment(trainer.steps())) {
            Loss loss = inForce.settings().loss();
            Network network = trainer.network();
            record.add(Moment.of(trainer.steps(), network, loss, probe.x(), probe.y()));
            if (setup.architecture().parameters() <= PastWeights.MOST_PARAMETERS) {
                record.add(PastWeights.of(trainer.steps(), network));
            }
        }
    }

    void evaluateSome() {
        if (evaluating != null && evaluating.next()) {
            record.add(trainer.steps(), evaluating.training.mean(), evaluating.validation.mean());
            endEpoch(evaluating.training.mean(), evaluating.validation.mean());
            evaluating = null;
        }
    }

    private void endEpoch(Evaluation training, Evaluation validation) {
        if (trainer.steps() > 0) {
            trainer.endEpoch(training, validation);
        }
        if (isAtEnd()) {
            trainer.endRun();
        }
    }

    private void evaluateAtEpochEnd() {
        boolean atEnd = trainer.steps() % setup.stepsPerEpoch() == 0;
        if (atEnd && record.lastEpochEnd() < trainer.steps()) {
            evaluating = new Evaluating(new Pieces(setup.train()), new Pieces(setup.validation()));
        }
    }

    /// One evaluation under way: the training samples first, then the validation samples.
    private record Evaluating(Pieces training, Pieces validation) {
        /// Evaluates one piece; true when that was the last.
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
        private final int width;
        private int done;
        private double loss;
        private double accuracy;

        Pieces(Dataset table) {
            this.table = table;
            this.width = (int)
                    Math.max(64, Math.min(4096, PIECE / setup.architecture().parameters()));
        }

        boolean isDone() {
            return done == table.samples();
        }

        void next() {
            int samples = Math.min(width, table.samples() - done);
            Evaluation piece = trainer.evaluate(columns(table.x(), samples), columns(table.y(), samples));
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
