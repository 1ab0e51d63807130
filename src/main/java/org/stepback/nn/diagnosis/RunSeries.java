package org.stepback.nn.diagnosis;

/// The numbers that a run has shown so far, as its charts show them: some of its steps, in their order.
///
/// @param steps the steps of the points, rising, 1 = the first
/// @param loss of the mini-batch, for each point
/// @param gradientNorm for each layer, the first first, the L2 norm of `∂L/∂W` for each point
/// @param updateRatio for each layer `‖ΔW‖ / ‖W‖` for each point; NaN where W was 0
/// @param restSteps the steps after which all samples were looked at, with the weights at rest
/// @param trainingLoss of all training samples, for each of the rest steps
/// @param validationLoss of all samples held out; NaN where none are
public record RunSeries(
        long[] steps,
        double[] loss,
        double[][] gradientNorm,
        double[][] updateRatio,
        long[] restSteps,
        double[] trainingLoss,
        double[] validationLoss) {
    private static final int ENOUGH = 8;

    int points() {
        return steps.length;
    }

    int layers() {
        return gradientNorm.length;
    }

    /// Returns the loss as it falls: that of all samples where it was measured often enough, else that of the
    /// mini-batches.
    double[] curve() {
        return trainingLoss.length >= ENOUGH ? trainingLoss : loss;
    }

    /// Returns how many steps were made.
    long lastStep() {
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }
}
