package org.stepback.training;

import java.util.Optional;
import org.stepback.data.Dataset;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.loss.Loss;
import org.stepback.training.series.Moment;
import org.stepback.training.series.PastWeights;

/// Trains one run in small pieces: a step, or a part of the evaluation that follows the end of an epoch.
///
/// Its numbers depend on the setup alone. It is used by one thread at a time.
final class RunEngine {
    private final RunSetup setup;
    private final Progression progression;
    private final RunRecord record;
    private final Dataset probe;

    RunEngine(RunSetup setup) {
        this.setup = setup;
        this.progression = new Progression(setup);
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
        this.progression = new Progression(setup, checkpoint);
        this.record = new RunRecord(setup, points);
        this.probe = probe(setup);
        long ahead = record.lastStep() - checkpoint.step(); // 1 where the last step gave a number that is not finite
        if (checkpoint.step() > setup.totalSteps() || ahead < 0 || ahead > 1) {
            throw new IllegalArgumentException("The checkpoint is of another run.");
        }
        evaluateAtEpochEnd();
        lookAtLayers();
    }

    RunSetup setup() {
        return setup;
    }

    RunRecord record() {
        return record;
    }

    Network network() {
        return progression.trainer().network();
    }

    Optional<NonFinite> nonFinite() {
        return progression.trainer().nonFinite();
    }

    long steps() {
        return progression.steps();
    }

    Checkpoint checkpoint() {
        return progression.checkpoint();
    }

    /// Returns whether the weights are being evaluated, which goes before the next step.
    boolean isEvaluating() {
        return progression.isEvaluating();
    }

    /// Returns whether its next step repeats one of a run that it is a fork of.
    boolean isInPast() {
        return progression.inForce() != setup;
    }

    /// Returns whether all steps and the evaluation after the last one are done.
    boolean isDone() {
        return progression.isAtEnd() && !isEvaluating();
    }

    /// Returns why the run ended before its last epoch, as a sentence; empty where it did not.
    String reason() {
        return progression.trainer().stopped().orElse("");
    }

    void step() {
        record.add(progression.step(record.wantsLayers(progression.steps() + 1)));
        if (progression.trainer().nonFinite().isEmpty()) {
            evaluateAtEpochEnd();
            lookAtLayers();
        }
    }

    /// A few training samples, always the same, through which the layers are looked at: as many as take some
    /// milliseconds.
    private static Dataset probe(RunSetup setup) {
        long affordable = Math.clamp(Progression.PIECE / setup.architecture().stepOperations(), 16, 256);
        return setup.train().first((int) Math.min(affordable, setup.train().samples()));
    }

    private void lookAtLayers() {
        long steps = progression.steps();
        if (record.wantsMoment(steps)) {
            Loss loss = progression.inForce().settings().loss();
            Network network = progression.trainer().network();
            record.add(Moment.of(steps, network, loss, probe.x(), probe.y()));
            if (setup.architecture().parameters() <= PastWeights.MOST_PARAMETERS) {
                record.add(PastWeights.of(steps, network));
            }
        }
    }

    void evaluateSome() {
        progression.evaluateSome().ifPresent(found -> record.add(progression.steps(), found.training(), found.held()));
    }

    private void evaluateAtEpochEnd() {
        if (progression.trainer().isAtEpochEnd() && record.lastEpochEnd() < progression.steps()) {
            progression.beginEvaluation();
        }
    }
}
