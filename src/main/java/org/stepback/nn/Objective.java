package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Loss;

/// A loss behind an output activation: in the fused, exact form where there is one.
public record Objective(Loss loss, Activation output) {
    /// Returns the loss of the batch, from the output layer's z and a and the targets y.
    double value(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj y) {
        return loss.fusesWith(output) ? loss.fusedValue(z, a, y) : loss.value(a, y);
    }

    /// Returns the loss of one sample, the given column.
    public double ofSample(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj y, int sample) {
        return loss.fusesWith(output) ? loss.fusedOfSample(z, y, sample) : loss.ofSample(a, y, sample);
    }

    /// Returns the loss of a batch whose samples count by their weights: `Σ wᵢ Lᵢ` over the number of samples, as in
    /// Keras.
    double value(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj y, double[] weights) {
        double sum = 0;
        for (int sample = 0; sample < y.numCols; sample++) {
            sum += weights[sample] * ofSample(z, a, y, sample);
        }
        return sum / y.numCols;
    }

    /// `δ = ∂L/∂z` of the output layer; `da` is scratch of the same shape.
    void delta(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj y, DMatrixRMaj da, DMatrixRMaj delta) {
        if (loss.fusesWith(output)) {
            loss.fusedGradient(z, a, y, delta);
        } else {
            loss.gradient(a, y, da);
            output.backward(da, z, a, delta);
        }
    }
}
