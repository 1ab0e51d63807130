package org.stepback.nn.layer;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.math.Columns;
import org.stepback.nn.setting.Required;

/// An activation as a layer of its own, such as after a normalization: `Z = A_prev`, `A = f(Z)`.
///
/// @param activation its f; no default
public record ActivationLayer(@Required Activation activation) implements Layer {
    @Override
    public String name() {
        return "activation";
    }

    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase) {
        Columns.copyAll(x, z);
    }

    @Override
    public void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx) {
        Columns.copyAll(delta, dx);
    }
}
