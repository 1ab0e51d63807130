package org.stepback.nn;

import org.jspecify.annotations.Nullable;
import org.stepback.nn.math.Tensors;

/// The first tensor of a run that stopped being finite: it holds an infinity or a NaN.
///
/// @param step in which it happened, 1 = the first
/// @param layer of the tensor, 1 = the first; for the loss the output layer
/// @param what `z`, `a`, `loss`, `loss of all training samples`, `delta`, `gradient of the kernel`, `gradient of the
///     bias`, `kernel`, `bias` or what else a layer calls its tensors
public record NonFinite(long step, int layer, String what) {
    /// The loss that is measured between two steps.
    static final String LOSS_AT_REST = "loss of all training samples";

    /// Says to a student what happened.
    public String sentence() {
        String tensor = what.startsWith("loss")
                ? "the " + what + ", computed from the output of layer " + layer + ","
                : "the " + what + " of layer " + layer;
        return "At step " + step + " " + tensor
                + " became infinite or is not a number (NaN): the numbers grew too large to compute with."
                + " Training stopped there. Try a smaller learning rate.";
    }

    /// Returns the first in the order in which a step computes: forward, loss, backward.
    static @Nullable NonFinite in(long step, Forward forward, double loss, Backward backward) {
        int layers = forward.z().size();
        for (int layer = 0; layer < layers; layer++) {
            if (!Tensors.isFinite(forward.z().get(layer))) {
                return new NonFinite(step, layer + 1, "z");
            }
            if (!Tensors.isFinite(forward.a().get(layer))) {
                return new NonFinite(step, layer + 1, "a");
            }
        }
        if (!Double.isFinite(loss)) {
            return new NonFinite(step, layers, "loss");
        }
        for (int layer = layers - 1; layer >= 0; layer--) {
            if (!Tensors.isFinite(backward.delta().get(layer))) {
                return new NonFinite(step, layer + 1, "delta");
            }
            if (!Tensors.isFinite(backward.dW().get(layer))) {
                return new NonFinite(step, layer + 1, "gradient of the kernel");
            }
            if (!Tensors.isFinite(backward.db().get(layer))) {
                return new NonFinite(step, layer + 1, "gradient of the bias");
            }
        }
        return null;
    }

    /// Returns the first among the weights.
    static @Nullable NonFinite in(long step, Network network) {
        for (int layer = 0; layer < network.layers(); layer++) {
            for (var named :
                    network.layer(layer).tensors().in(network.weights(layer)).entrySet()) {
                if (!Tensors.isFinite(named.getValue())) {
                    return new NonFinite(step, layer + 1, named.getKey());
                }
            }
        }
        return null;
    }
}
