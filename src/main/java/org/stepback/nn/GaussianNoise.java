package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;

/// In training, a normal random number is added to each: `z = x + σ n`, `∂L/∂x = δ`; in evaluation `z = x`.
///
/// @param stddev σ
public record GaussianNoise(@Required @Within("[0, 1]") double stddev) implements Layer {
    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, Memo memo, Phase phase) {
        Columns.copyAll(x, z);
        if (phase.isTraining() && stddev > 0) {
            add(z, memo.width(), phase.seedOf(memo.layer()));
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
    public void pull(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, Memo memo, DMatrixRMaj dx) {
        Columns.copyAll(delta, dx);
    }
}
