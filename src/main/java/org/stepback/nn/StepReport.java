package org.stepback.nn;

/// What a step did, in numbers for the charts. One report is reused by every step of a run: copy what you keep.
///
/// Layers are counted from 0. In the step in which a run stops because a number is no longer finite, loss and norms may
/// be infinite or NaN, as they were found.
public final class StepReport {
    private final double[] kernelGradientNorm;
    private final double[] biasGradientNorm;
    private final double[] updateRatio;
    private double loss;
    private double penalty;
    private double learningRate;
    private double accuracy;
    private long step;
    private int epoch;
    private int samples;

    StepReport(int layers) {
        kernelGradientNorm = new double[layers];
        biasGradientNorm = new double[layers];
        updateRatio = new double[layers];
    }

    void begin(long step, int epoch, int samples, double accuracy) {
        this.step = step;
        this.epoch = epoch;
        this.samples = samples;
        this.accuracy = accuracy;
    }

    /// @param loss of the data
    /// @param penalty on the weights, which is added to it
    void loss(double loss, double penalty) {
        this.loss = loss + penalty;
        this.penalty = penalty;
    }

    void learningRate(double rate) {
        learningRate = rate;
    }

    void gradients(Backward backward) {
        for (int layer = 0; layer < updateRatio.length; layer++) {
            kernelGradientNorm[layer] = Tensors.norm(backward.dW().get(layer));
            biasGradientNorm[layer] = Tensors.norm(backward.db().get(layer));
            updateRatio[layer] = Double.NaN;
        }
    }

    /// Whether the loss and every gradient are finite.
    boolean isFinite() {
        boolean finite = Double.isFinite(loss);
        for (int layer = 0; layer < updateRatio.length; layer++) {
            finite &= Double.isFinite(kernelGradientNorm[layer]) && Double.isFinite(biasGradientNorm[layer]);
        }
        return finite;
    }

    void updateRatio(int layer, double ratio) {
        updateRatio[layer] = ratio;
    }

    /// The step, 1 = the first.
    public long step() {
        return step;
    }

    /// The epoch that the step is part of, 1 = the first.
    public int epoch() {
        return epoch;
    }

    /// How many samples the mini-batch had.
    public int samples() {
        return samples;
    }

    /// The loss of the mini-batch, before the update, with the penalty on the weights.
    public double loss() {
        return loss;
    }

    /// The part of the loss that is a penalty on the weights; 0 without one.
    public double penalty() {
        return penalty;
    }

    /// The learning rate of the update.
    public double learningRate() {
        return learningRate;
    }

    /// The share of right answers in the mini-batch, 0 to 1, before the update; NaN for a regression.
    public double accuracy() {
        return accuracy;
    }

    public int layers() {
        return updateRatio.length;
    }

    /// The L2 norm of `∂L/∂W` of a layer (0 = first).
    public double kernelGradientNorm(int layer) {
        return kernelGradientNorm[layer];
    }

    /// The L2 norm of `∂L/∂b` of a layer (0 = first).
    public double biasGradientNorm(int layer) {
        return biasGradientNorm[layer];
    }

    /// `‖ΔW‖ / ‖W‖` of a layer (0 = first): how far the update moved the kernel. NaN where W was 0, and in a
    /// step without an update.
    public double updateRatio(int layer) {
        return updateRatio[layer];
    }
}
