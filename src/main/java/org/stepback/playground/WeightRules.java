package org.stepback.playground;

import java.util.BitSet;
import java.util.List;

/// What happens to the weights beside the update: the pull towards 0, and those that are held.
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

    /// Whether there is nothing to do after a step.
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
