package org.stepback.nn.layer;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.setting.Within;

/// Each sample is shifted and scaled to mean 0 and variance 1 over its units, then each unit scaled by γ and shifted by
/// β.
///
/// `z = γ x̂ + β` with `x̂ = (x − μ) / √(σ² + ε)`, μ and σ² over the units of a sample; the same in training and in
/// evaluation. Backward: `∂L/∂γ = Σ δ x̂`, `∂L/∂β = Σ δ` over the batch, and with `g = γ δ`
/// `∂L/∂x = (g − mean g − x̂ mean(g x̂)) / √(σ² + ε)`, means over the units. Source: Ba, Kiros and Hinton 2016.
///
/// @param epsilon ε, against a division by 0; 0.001 by default
/// @param center whether it has β; true by default
/// @param scale whether it has γ; true by default
/// @param trainable whether γ and β are learnt; true by default
public record LayerNormalization(
        @Within("[0.000000001, 1]") double epsilon, boolean center, boolean scale, boolean trainable) implements Layer {
    private static final int MEAN = 0;
    private static final int INVERSE = 1;
    private static final int MEAN_G = 2;
    private static final int MEAN_G_NORMAL = 3;

    /// Takes Keras's defaults.
    public LayerNormalization() {
        this(0.001, true, true, true);
    }

    @Override
    public TensorNames tensors() {
        return TensorNames.of("gamma", scale, "beta", center, List.of());
    }

    @Override
    public Weights blank(int inputs) {
        return new Weights(BatchNormalization.ones(inputs), new DMatrixRMaj(inputs, 1));
    }

    /// Returns room for the mean and `1 / √(σ² + ε)` of each sample, and for two means of the backward pass.
    @Override
    public DMatrixRMaj cache(int inputs, int width) {
        return new DMatrixRMaj(4, width);
    }

    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase) {
        DMatrixRMaj m = cache.numbers();
        int width = cache.width();
        int inverse = INVERSE * m.numCols;
        Arrays.fill(m.data, 0, 2 * m.numCols, 0);
        for (int unit = 0; unit < x.numRows; unit++) {
            int at = unit * x.numCols;
            for (int i = 0; i < width; i++) {
                m.data[i] += x.data[at + i] / x.numRows;
            }
        }
        for (int unit = 0; unit < x.numRows; unit++) {
            int at = unit * x.numCols;
            for (int i = 0; i < width; i++) {
                double off = x.data[at + i] - m.data[i];
                m.data[inverse + i] += off * off / x.numRows;
            }
        }
        for (int i = 0; i < width; i++) {
            m.data[inverse + i] = 1 / Math.sqrt(m.data[inverse + i] + epsilon);
        }
        for (int unit = 0; unit < x.numRows; unit++) {
            int at = unit * x.numCols;
            double gamma = weights.kernel().data[unit];
            double beta = weights.bias().data[unit];
            for (int i = 0; i < width; i++) {
                z.data[at + i] = gamma * normal(x, m, at, i) + beta;
            }
        }
    }

    /// x̂ of a number: the one at a place of a row that begins at `at`.
    private static double normal(DMatrixRMaj x, DMatrixRMaj m, int at, int i) {
        return (x.data[at + i] - m.data[MEAN * m.numCols + i]) * m.data[INVERSE * m.numCols + i];
    }

    @Override
    public void gradients(
            DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dW, DMatrixRMaj db, double[] scratch) {
        for (int unit = 0; unit < x.numRows; unit++) {
            int at = unit * x.numCols;
            double sum = 0;
            double sumTimesNormal = 0;
            for (int i = 0; i < cache.width(); i++) {
                sum += delta.data[at + i];
                sumTimesNormal += delta.data[at + i] * normal(x, cache.numbers(), at, i);
            }
            dW.data[unit] = scale ? sumTimesNormal : 0;
            db.data[unit] = center ? sum : 0;
        }
    }

    @Override
    public void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx) {
        DMatrixRMaj m = cache.numbers();
        int width = cache.width();
        int meanG = MEAN_G * m.numCols;
        int meanGNormal = MEAN_G_NORMAL * m.numCols;
        Arrays.fill(m.data, meanG, 4 * m.numCols, 0);
        for (int unit = 0; unit < x.numRows; unit++) {
            int at = unit * x.numCols;
            double part = weights.kernel().data[unit] / x.numRows;
            for (int i = 0; i < width; i++) {
                double g = part * delta.data[at + i];
                m.data[meanG + i] += g;
                m.data[meanGNormal + i] += g * normal(x, m, at, i);
            }
        }
        for (int unit = 0; unit < x.numRows; unit++) {
            int at = unit * x.numCols;
            double gamma = weights.kernel().data[unit];
            for (int i = 0; i < width; i++) {
                double g = gamma * delta.data[at + i];
                double around = m.data[meanG + i] + normal(x, m, at, i) * m.data[meanGNormal + i];
                dx.data[at + i] = (g - around) * m.data[INVERSE * m.numCols + i];
            }
            Arrays.fill(dx.data, at + width, at + dx.numCols, 0);
        }
    }
}
