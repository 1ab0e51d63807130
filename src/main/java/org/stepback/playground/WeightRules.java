package org.stepback.playground;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;
import org.stepback.playground.setting.Frozen;
import org.stepback.playground.setting.Regularization;

/// The rules that change weights after an update: the pull towards 0, and weights that are held.
///
/// As in TensorFlow Playground, a weight first takes the update, and then the pull `−η λ R′(w)`, with R′ of the weight
/// before the update. One that L1 would pull past 0 becomes 0 and stays so, as if its link were cut. Biases are not
/// pulled. Source: playground's nn.ts, `updateWeights`.
final class WeightRules {
    private final Layout layout;
    private final Regularization regularization;
    private final double rate;
    private final BitSet kernels = new BitSet();
    private final BitSet cut = new BitSet();
    private final BitSet frozen = new BitSet();
    private double[] held = {};

    WeightRules(Layout layout, Regularization regularization, double rate) {
        this.layout = layout;
        this.regularization = regularization;
        this.rate = rate;
        layout.forEach((index, _, _, _, bias) -> kernels.set(index, !bias));
    }

    /// Returns whether there is nothing to do after a step.
    boolean isIdle() {
        return frozen.isEmpty() && (regularization == Regularization.NONE || rate == 0);
    }

    /// Holds these weights where they are now.
    void freeze(List<Frozen> what, double[] weights) {
        frozen.clear();
        layout.forEach((index, layer, unit, input, bias) ->
                frozen.set(index, what.stream().anyMatch(each -> each.holds(layer, unit, input, bias))));
        held = weights.clone();
    }

    /// A person has set a weight, which may bring a cut link back.
    void set(int index, double value) {
        cut.clear(index);
        held[index] = value;
    }

    /// Takes a step of a trainer, and does what comes after its update.
    void step(Trainer trainer) {
        after(trainer, Trainer::step);
    }

    /// The same with every number of the step.
    Trace trace(Trainer trainer) {
        return after(trainer, Trainer::trace);
    }

    private <T> T after(Trainer trainer, Function<Trainer, T> step) {
        if (isIdle()) {
            return step.apply(trainer);
        }
        double learningRate = trainer.learningRate();
        double[] before = trainer.checkpoint().weights();
        T made = step.apply(trainer);
        if (trainer.nonFinite().isEmpty()) {
            Checkpoint checkpoint = trainer.checkpoint();
            apply(before, checkpoint.weights(), learningRate);
            trainer.restore(checkpoint);
        }
        return made;
    }

    /// Goes back to links that were cut once.
    void cut(BitSet once) {
        cut.clear();
        cut.or(once);
    }

    /// Returns the values of frozen weights.
    double[] held() {
        return held.clone();
    }

    /// The links that L1 has cut.
    BitSet cut() {
        return (BitSet) cut.clone();
    }

    /// After an update.
    ///
    /// @param before the weights before the update
    /// @param weights those after it, which are changed
    /// @param learningRate η of the update
    void apply(double[] before, double[] weights, double learningRate) {
        double pull = learningRate * rate;
        if (regularization != Regularization.NONE && pull > 0) {
            for (int i = kernels.nextSetBit(0); i >= 0; i = kernels.nextSetBit(i + 1)) {
                weights[i] = cut.get(i) ? 0 : pulled(weights[i], pull * regularization.slope(before[i]), i);
            }
        }
        for (int i = frozen.nextSetBit(0); i >= 0; i = frozen.nextSetBit(i + 1)) {
            weights[i] = held[i];
        }
    }

    private double pulled(double w, double pull, int index) {
        double next = w - pull;
        if (regularization == Regularization.L1 && w * next < 0) {
            cut.set(index);
            return 0;
        }
        return next;
    }
}
