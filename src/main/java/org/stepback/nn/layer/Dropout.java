package org.stepback.nn.layer;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Columns;
import org.stepback.nn.setting.Required;
import org.stepback.nn.setting.Within;

/// In training, each number is 0 with probability r, and else divided by 1 − r, so that its mean stays.
///
/// `z = x m / (1 − r)` with m of 0 and 1 at random, `∂L/∂x = δ m / (1 − r)`; in evaluation `z = x`. Source: Srivastava
/// et al. 2014.
///
/// @param rate r, the probability that a number is dropped; 0 to below 1, no default
public record Dropout(@Required @Within("[0, 1)") double rate) implements Layer {
    @Override
    public DMatrixRMaj cache(int inputs, int width) {
        return new DMatrixRMaj(inputs, width);
    }

    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase) {
        if (!phase.isTraining()) {
            Columns.copyAll(x, z);
            return;
        }
        DMatrixRMaj mask = cache.numbers();
        draw(mask, cache.width(), phase.seedOf(cache.layer()));
        for (int i = 0; i < z.getNumElements(); i++) {
            z.data[i] = x.data[i] * mask.data[i];
        }
    }

    private void draw(DMatrixRMaj mask, int width, long seed) {
        double kept = 1 / (1 - rate);
        for (int row = 0; row < mask.numRows; row++) {
            int at = row * mask.numCols;
            for (int column = 0; column < width; column++) {
                mask.data[at + column] = Noise.unit(seed, (long) row * width + column) < rate ? 0 : kept;
            }
        }
    }

    @Override
    public void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx) {
        double[] mask = cache.numbers().data;
        for (int i = 0; i < delta.getNumElements(); i++) {
            dx.data[i] = delta.data[i] * mask[i];
        }
    }
}
