package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;

/// An activation as a layer of its own, such as after a normalization: `Z = A_prev`, `A = f(Z)`.
public record ActivationLayer(@Required Activation activation) implements Layer {
    @Override
    public String name() {
        return "activation";
    }

    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, Memo memo, Phase phase) {
        Columns.copyAll(x, z);
    }

    @Override
    public void pull(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, Memo memo, DMatrixRMaj dx) {
        Columns.copyAll(delta, dx);
    }
}
