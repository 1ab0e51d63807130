package org.stepback.training.series;

import java.util.Arrays;

/// The points of a run that a page has not read yet.
///
/// Add them to those that came before, then keep of each series its first point, those whose step is a multiple of the
/// stride, and its last point: what is left is what the run itself holds. Numbers may be NaN or infinite.
///
/// @param cursor for the next call
/// @param fresh whether these are all points there are: drop what came before
public record NewPoints(
        Cursor cursor, boolean fresh, Steps steps, Layers layers, EpochEnds epochEnds, Units units, Clock clock) {
    /// The numbers of single mini-batches before their update, one entry a kept step.
    ///
    /// @param stride the stride that holds now
    /// @param accuracy 0 to 1, NaN for a regression
    /// @param learningRate the η of the step's update
    public record Steps(long stride, long[] step, double[] loss, double[] accuracy, double[] learningRate) {}

    /// The numbers of the layers, one entry a kept step; of fewer steps than [Steps].
    ///
    /// @param stride the stride that holds now
    /// @param columns one for each number and layer; [#of] finds them
    public record Layers(long stride, long[] step, double[][] columns) {
        /// One number, by layer.
        public double[][] of(LayerNumber number) {
            int layers = columns.length / LayerNumber.values().length;
            return Arrays.copyOfRange(columns, number.column(0, layers), number.column(layers, layers));
        }
    }

    /// The evaluations of the weights on all samples, at step 0 and at the ends of epochs.
    ///
    /// @param stride the stride that holds now, in steps
    /// @param validationLoss NaN where there are no validation samples, as is its accuracy
    public record EpochEnds(
            long stride,
            long[] step,
            double[] trainingLoss,
            double[] trainingAccuracy,
            double[] validationLoss,
            double[] validationAccuracy) {}

    /// The shares of a layer's units that are dead and saturated, one entry a moment.
    ///
    /// @param stride the stride that holds now, in steps
    /// @param dead by layer, NaN where the activation has no such state, as is the next
    public record Units(long stride, long[] step, double[][] dead, double[][] saturated) {}

    /// After how many seconds of training some steps were done.
    public record Clock(long[] step, double[] seconds) {}

    public boolean isEmpty() {
        return !fresh && steps.step().length == 0 && epochEnds.step().length == 0;
    }
}
