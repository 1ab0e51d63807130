package org.stepback.training;

/// The points of a run that a page has not read yet.
///
/// Add them to those that came before, then keep of each series its first point, those whose step is a multiple of the
/// stride, and its last point: what is left is what the run itself holds. Numbers may be NaN or infinite.
///
/// @param cursor for the next call
/// @param fresh whether these are all points there are: drop what came before
public record NewPoints(Cursor cursor, boolean fresh, Steps steps, EpochEnds epochEnds) {
    /// What single mini-batches showed before their update, one entry a kept step.
    ///
    /// @param stride the stride that holds now
    /// @param accuracy 0 to 1, NaN for a regression
    /// @param kernelGradient by layer, the L2 norm of ∂L/∂W
    /// @param biasGradient by layer, the L2 norm of ∂L/∂b
    public record Steps(
            long stride,
            long[] step,
            double[] loss,
            double[] accuracy,
            double[][] kernelGradient,
            double[][] biasGradient) {
        public int size() {
            return step.length;
        }
    }

    /// What the weights at rest achieve on all samples, at step 0 and at the ends of epochs.
    ///
    /// @param stride the stride that holds now, in steps
    /// @param validationLoss NaN where there are no validation samples, as is its accuracy
    public record EpochEnds(
            long stride,
            long[] step,
            double[] trainingLoss,
            double[] trainingAccuracy,
            double[] validationLoss,
            double[] validationAccuracy) {
        public int size() {
            return step.length;
        }
    }

    public boolean isEmpty() {
        return !fresh && steps.size() == 0 && epochEnds.size() == 0;
    }
}
