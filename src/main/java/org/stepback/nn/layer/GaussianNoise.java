package org.stepback.nn.layer;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Columns;
import org.stepback.nn.setting.Required;
import org.stepback.nn.setting.Within;

/// In training, a normal random number is added to each: `z = x + σ n`, `∂L/∂x = δ`; in evaluation `z = x`.
///
/// @param stddev σ; 0 to 1, no default
public record GaussianNoise(@Required @Within("[0, 1]") double stddev) implements Layer {
    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase) {
        Columns.copyAll(x, z);
        if (phase.isTraining() && stddev > 0) {
            add(z, cache.width(), phase.seedOf(cache.layer()));
        }
    }

    private void add(DMatrixRMaj z, int width, long seed) {
        for (int row = 0; row < z.numRows; row++) {
            int at = row * z.numCols;
            for (int column = 0; column < width; column++) {
                z.data[at + column] += stddev * Noise.gaussian(seed, (long) row * width + column);
            }
        }
    }

    @Override
    public void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx) {
        Columns.copyAll(delta, dx);
    }
}
