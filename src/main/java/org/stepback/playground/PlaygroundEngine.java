package org.stepback.playground;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Trainer;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.metric.ConfusionMatrix;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;

/// The training of one playground, step by step; what comes of it depends on its states and edits alone.
///
/// It is used by one thread at a time.
public final class PlaygroundEngine {
    private static final double LARGEST_WEIGHT = 1e6;
    private static final String NO_POINTS = "There are no points to learn from yet. Paint some on the plane.";

    private Setup setup;
    private Trainer trainer;
    private WeightRules rules;
    private StopCriteria stop;
    private int networks;
    private String ended = "";
    private Checkpoint start;
    private BitSet startCut;
    private double[] held;
    private PlaygroundDiagnosis health;

    public PlaygroundEngine(PlaygroundState state) {
        this(Setup.of(state));
    }

    public PlaygroundEngine(Setup setup) {
        this.setup = setup;
        begin();
    }

    PlaygroundState state() {
        return setup.state();
    }

    /// Makes a new network at step 0.
    void begin() {
        trainer = setup.trainer();
        PlaygroundState state = setup.state();
        rules = setup.rules();
        rules.freeze(state.get(PlaygroundSettings.FREEZE), trainer.checkpoint().weights());
        stop = new StopCriteria(state);
        networks++;
        ended = "";
        leaveThePast();
    }

    /// Goes over to other settings, with as much of the network as they leave.
    public void change(PlaygroundState next) {
        PlaygroundSetting.Effect effect = Setup.effect(setup.state(), next);
        if (effect == PlaygroundSetting.Effect.VIEW) {
            setup = setup.seenAs(next);
            return;
        }
        Optimizer before = rule();
        setup = Setup.of(next);
        if (effect == PlaygroundSetting.Effect.NETWORK) {
            begin();
            return;
        }
        Checkpoint checkpoint = trainer.checkpoint();
        long epochs = epochs();
        trainer = setup.trainer();
        goOnFrom(
                checkpoint,
                effect == PlaygroundSetting.Effect.DATA ? epochs * trainer.stepsPerEpoch() : checkpoint.step(),
                rule().getClass() == before.getClass());
        rules.freeze(next.get(PlaygroundSettings.FREEZE), checkpoint.weights());
        stop = new StopCriteria(next);
        ended = "";
        leaveThePast();
    }

    /// Sets a weight; all are counted from 0, the input after the last is the bias. One that is not there, or has no
    /// sensible value, is left.
    void set(int layer, int unit, int input, double value) {
        Layout layout = setup.layout();
        if (layout.has(layer, unit, input) && Math.abs(value) <= LARGEST_WEIGHT) {
            int index = layout.index(layer, unit, input);
            Checkpoint checkpoint = trainer.checkpoint();
            checkpoint.weights()[index] = value;
            trainer.restore(checkpoint);
            rules.set(index, value);
            ended = "";
            leaveThePast();
        }
    }

    /// Goes on from a checkpoint, if it has as many weights. An optimizer that remembers other numbers starts afresh.
    void load(Checkpoint saved) {
        if (saved.weights().length == setup.layout().size()) {
            begin();
            goOnFrom(saved, saved.step(), true);
            rules.freeze(setup.state().get(PlaygroundSettings.FREEZE), saved.weights());
            leaveThePast();
        }
    }

    /// Takes the weights of a checkpoint, and what its optimizer remembers, if that is the same one: another one,
    /// or one that remembers other numbers, starts afresh.
    private void goOnFrom(Checkpoint past, long step, boolean sameRule) {
        Checkpoint fresh = trainer.checkpoint();
        Checkpoint known = past.remembering(sameRule, fresh);
        trainer.restore(
                new Checkpoint(step, past.weights(), known.optimizerState(), known.updates(), fresh.epochState()));
    }

    private Optimizer rule() {
        return setup.settings().optimizer().rule();
    }

    /// Goes on after the training stopped by itself.
    void goOn() {
        if (trainer.nonFinite().isPresent()) {
            trainer.restore(trainer.checkpoint()); // the last finite weights, where there are some
            leaveThePast();
        }
        ended = trainer.nonFinite().isPresent() ? ended : "";
    }

    /// Returns whether the training has stopped by itself.
    public boolean hasEnded() {
        return !ended.isEmpty();
    }

    /// One mini-batch.
    ///
    /// @return whether it was the last of its epoch
    public boolean step() {
        if (setup.isEmpty()) {
            ended = NO_POINTS;
            return true;
        }
        rules.step(trainer);
        health.step(trainer);
        if (trainer.nonFinite().isPresent()) {
            ended = trainer.nonFinite().orElseThrow().sentence();
            return true;
        }
        boolean last = trainer.isAtEpochEnd();
        if (last && stop.isSet()) {
            ended = stop.after(trainer.epoch(), test().loss());
        }
        return last;
    }

    private long epochs() {
        return trainer.steps() / trainer.stepsPerEpoch();
    }

    /// A change by hand, before which the present could not have been made.
    private void leaveThePast() {
        start = trainer.checkpoint();
        startCut = rules.cut();
        held = rules.held();
        health = new PlaygroundDiagnosis(trainer);
    }

    /// Diagnoses the training since then.
    List<Diagnosis> diagnoses() {
        return setup.isEmpty() ? List.of() : health.diagnoses(trainer, setup);
    }

    private Optional<PlaygroundHistory> past(Checkpoint now) {
        return setup.isEmpty() || trainer.nonFinite().isPresent()
                ? Optional.empty()
                : Optional.of(new PlaygroundHistory(setup, start, startCut, now, rules.cut(), held));
    }

    private Evaluation test() {
        return trainer.evaluate(
                setup.split().validation().x(), setup.split().validation().y());
    }

    public Snapshot snapshot() {
        Dataset training = setup.split().train();
        Checkpoint now = trainer.checkpoint();
        Evaluation onTraining = trainer.evaluate(training.x(), training.y());
        Evaluation onTest = test();
        health.rest(trainer, onTraining, onTest);
        return new Snapshot(
                setup,
                networks,
                trainer.steps(),
                epochs(),
                trainer.learningRate(),
                onTraining,
                onTest,
                matrix(),
                now.weights(),
                rules.cut(),
                ended,
                trainer.nonFinite().isPresent(),
                past(now));
    }

    private Optional<ConfusionMatrix> matrix() {
        if (setup.test().classes() == 0 || setup.test().size() == 0) {
            return Optional.empty();
        }
        DMatrixRMaj y = setup.split().validation().y();
        DMatrixRMaj prediction =
                trainer.network().predict(setup.split().validation().x());
        if (y.numRows > 1) {
            return Optional.of(ConfusionMatrix.of(prediction, y));
        }
        boolean probability = setup.architecture().output().activation() instanceof Activation.Sigmoid;
        return Optional.of(ConfusionMatrix.ofTwo(prediction, y, probability ? 0.5 : 0));
    }
}
