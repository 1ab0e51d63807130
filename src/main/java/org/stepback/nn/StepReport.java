package org.stepback.nn;

/// The numbers of a step for the charts. One report is reused by every step of a run: copy what you keep.
///
/// Layers are counted from 0. In the step in which a run stops because a number is no longer finite, loss and norms may
/// be infinite or NaN, as they were found.
public final class StepReport {
    private final Sizes kernelGradients;
    private final Sizes biasGradients;
    private final double[] kernelNorm;
    private final double[] biasNorm;
    private final double[] updateRatio;
    private double loss;
    private double penalty;
    private double learningRate;
    private double accuracy;
    private long step;
    private int epoch;
    private int samples;

    StepReport(int layers) {
        kernelGradients = new Sizes(layers);
        biasGradients = new Sizes(layers);
        kernelNorm = new double[layers];
        biasNorm = new double[layers];
        updateRatio = new double[layers];
    }

    void begin(long step, int epoch, int samples, double accuracy) {
        this.step = step;
        this.epoch = epoch;
        this.samples = samples;
        this.accuracy = accuracy;
        for (int layer = 0; layer < updateRatio.length; layer++) {
            norms(layer, Double.NaN, Double.NaN);
            updateRatio(layer, Double.NaN);
        }
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

    /// @param detailed whether means and largest values are wanted too; else they are NaN
    void gradients(Backward backward, boolean detailed) {
        kernelGradients.measure(backward.dW(), detailed);
        biasGradients.measure(backward.db(), detailed);
    }

    /// Returns whether the loss and every gradient are finite.
    boolean isFinite() {
        return Double.isFinite(loss) && kernelGradients.isFinite() && biasGradients.isFinite();
    }

    void norms(int layer, double kernel, double bias) {
        kernelNorm[layer] = kernel;
        biasNorm[layer] = bias;
    }

    void updateRatio(int layer, double ratio) {
        updateRatio[layer] = ratio;
    }

    /// Returns the step, 1 = the first.
    public long step() {
        return step;
    }

    /// Returns the epoch that the step is part of, 1 = the first.
    public int epoch() {
        return epoch;
    }

    /// Returns how many samples the mini-batch had.
    public int samples() {
        return samples;
    }

    /// Returns the loss of the mini-batch, before the update, with the penalty on the weights.
    public double loss() {
        return loss;
    }

    /// Returns the part of the loss that is a penalty on the weights; 0 without one.
    public double penalty() {
        return penalty;
    }

    /// Returns the learning rate of the update.
    public double learningRate() {
        return learningRate;
    }

    /// Returns the share of right answers in the mini-batch, 0 to 1, before the update; NaN for a regression.
    public double accuracy() {
        return accuracy;
    }

    public int layers() {
        return updateRatio.length;
    }

    /// Returns the L2 norm of `∂L/∂W` of a layer (0 = first).
    public double kernelGradientNorm(int layer) {
        return kernelGradients.norm(layer);
    }

    /// Returns the mean of `|∂L/∂w|` over the kernel of a layer (0 = first); NaN unless [Trainer#detail] asked for it.
    public double kernelGradientMean(int layer) {
        return kernelGradients.mean(layer);
    }

    /// Returns the largest `|∂L/∂w|` of the kernel of a layer (0 = first); NaN unless [Trainer#detail] asked for it.
    public double kernelGradientMax(int layer) {
        return kernelGradients.max(layer);
    }

    /// Returns the L2 norm of `∂L/∂b` of a layer (0 = first).
    public double biasGradientNorm(int layer) {
        return biasGradients.norm(layer);
    }

    /// Returns the mean of `|∂L/∂b|` over the biases of a layer (0 = first); NaN unless [Trainer#detail] asked for it.
    public double biasGradientMean(int layer) {
        return biasGradients.mean(layer);
    }

    /// Returns the largest `|∂L/∂b|` of a layer (0 = first); NaN unless [Trainer#detail] asked for it.
    public double biasGradientMax(int layer) {
        return biasGradients.max(layer);
    }

    /// Returns the L2 norm of `W` of a layer (0 = first), before the update; NaN unless [Trainer#detail] asked for it.
    public double kernelNorm(int layer) {
        return kernelNorm[layer];
    }

    /// Returns the L2 norm of `b` of a layer (0 = first), before the update; NaN unless [Trainer#detail] asked for it.
    public double biasNorm(int layer) {
        return biasNorm[layer];
    }

    /// `‖ΔW‖ / ‖W‖` of a layer (0 = first): how far the update moved the kernel. NaN where W was 0, in a
    /// step without an update, and unless [Trainer#detail] asked for it.
    public double updateRatio(int layer) {
        return updateRatio[layer];
    }
}
