package org.stepback.nn.layer;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.setting.Within;

/// Each unit is shifted and scaled to mean 0 and variance 1 over the batch, then scaled by γ and shifted by β.
///
/// `z = γ x̂ + β` with `x̂ = (x − μ) / √(σ² + ε)`. In training μ and σ² are the batch's (σ² divides by the batch's
/// size), and `moving ← momentum · moving + (1 − momentum) · batch` follows them; in evaluation, and where the layer is
/// frozen, they are the moving ones. Backward: `∂L/∂γ = Σ δ x̂`, `∂L/∂β = Σ δ`,
/// `∂L/∂x = γ / √(σ² + ε) · (δ − mean δ − x̂ mean(δ x̂))`, sums and means over the batch.
/// Source: Ioffe and Szegedy 2015.
///
/// @param momentum how much of the moving statistics is kept; 0.99 by default, 0 to 1
/// @param epsilon ε, against a division by 0; 0.001 by default
/// @param center whether it has β; true by default
/// @param scale whether it has γ; true by default
/// @param trainable whether γ and β are learnt and the moving statistics move; true by default
public record BatchNormalization(
        @Within("[0, 1]") double momentum,
        @Within("[0.000000001, 1]") double epsilon,
        boolean center,
        boolean scale,
        boolean trainable)
        implements Layer {
    private static final int MEAN = 0;
    private static final int VARIANCE = 1;

    /// Takes Keras's defaults.
    public BatchNormalization() {
        this(0.99, 0.001, true, true, true);
    }

    @Override
    public TensorNames tensors() {
        return TensorNames.of("gamma", scale, "beta", center, List.of("moving_mean", "moving_variance"));
    }

    @Override
    public Weights blank(int inputs) {
        return new Weights(ones(inputs), new DMatrixRMaj(inputs, 1), List.of(new DMatrixRMaj(inputs, 1), ones(inputs)));
    }

    static DMatrixRMaj ones(int rows) {
        DMatrixRMaj ones = new DMatrixRMaj(rows, 1);
        CommonOps_DDRM.fill(ones, 1);
        return ones;
    }

    /// Mean and variance of each unit.
    @Override
    public DMatrixRMaj cache(int inputs, int width) {
        return new DMatrixRMaj(inputs, 2);
    }

    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase) {
        boolean ofBatch = phase.isTraining() && trainable;
        double[] statistics = cache.numbers().data;
        for (int unit = 0; unit < x.numRows; unit++) {
            int from = unit * x.numCols;
            int end = from + cache.width();
            double mean = ofBatch ? mean(x.data, from, end) : moving(weights, MEAN, unit);
            double variance = ofBatch ? variance(x.data, from, end, mean) : moving(weights, VARIANCE, unit);
            statistics[2 * unit + MEAN] = mean;
            statistics[2 * unit + VARIANCE] = variance;
            double factor = weights.kernel().data[unit] * inverse(variance);
            double term = weights.bias().data[unit];
            for (int i = from; i < end; i++) {
                z.data[i] = factor * (x.data[i] - mean) + term;
            }
        }
    }

    private static double moving(Weights weights, int which, int unit) {
        return weights.statistics().get(which).data[unit];
    }

    private static double mean(double[] x, int from, int end) {
        double sum = 0;
        for (int i = from; i < end; i++) {
            sum += x[i];
        }
        return sum / (end - from);
    }

    private static double variance(double[] x, int from, int end, double mean) {
        double sum = 0;
        for (int i = from; i < end; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return sum / (end - from);
    }

    private double inverse(double variance) {
        return 1 / Math.sqrt(variance + epsilon);
    }

    @Override
    public void gradients(
            DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dW, DMatrixRMaj db, double[] scratch) {
        for (int unit = 0; unit < x.numRows; unit++) {
            dW.data[unit] = scale ? sumTimesNormal(x, delta, cache, unit) : 0;
            db.data[unit] = center ? sum(delta, cache, unit) : 0;
        }
    }

    /// `Σ δ` of a unit over the batch.
    private static double sum(DMatrixRMaj delta, ForwardCache cache, int unit) {
        int from = unit * delta.numCols;
        return mean(delta.data, from, from + cache.width()) * cache.width();
    }

    /// `Σ δ x̂` of a unit over the batch.
    private double sumTimesNormal(DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, int unit) {
        double mean = cache.numbers().data[2 * unit + MEAN];
        int from = unit * x.numCols;
        double sum = 0;
        for (int i = from; i < from + cache.width(); i++) {
            sum += delta.data[i] * (x.data[i] - mean);
        }
        return sum * inverse(cache.numbers().data[2 * unit + VARIANCE]);
    }

    @Override
    public void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx) {
        for (int unit = 0; unit < x.numRows; unit++) {
            double mean = cache.numbers().data[2 * unit + MEAN];
            double inverse = inverse(cache.numbers().data[2 * unit + VARIANCE]);
            double factor = weights.kernel().data[unit] * inverse;
            // frozen, neither statistic depends on x
            double meanDelta = trainable ? sum(delta, cache, unit) / cache.width() : 0;
            double slope = trainable ? inverse * sumTimesNormal(x, delta, cache, unit) / cache.width() : 0;
            int from = unit * x.numCols;
            int end = from + cache.width();
            for (int i = from; i < end; i++) {
                dx.data[i] = factor * (delta.data[i] - meanDelta - slope * (x.data[i] - mean));
            }
            Arrays.fill(dx.data, end, from + x.numCols, 0);
        }
    }

    @Override
    public void afterUpdate(Weights weights, ForwardCache cache) {
        if (!trainable) {
            return;
        }
        for (int which = MEAN; which <= VARIANCE; which++) {
            double[] moving = weights.statistics().get(which).data;
            for (int unit = 0; unit < moving.length; unit++) {
                moving[unit] = moving[unit] * momentum + cache.numbers().data[2 * unit + which] * (1 - momentum);
            }
        }
    }
}
