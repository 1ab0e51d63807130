package org.stepback.nn.metric;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.math.Columns;

/// The share of right answers: one output says yes above the threshold, more outputs name the class of the largest.
///
/// @param defined false for a regression, which has no right answers to count; its accuracy is NaN
/// @param predictionThreshold half-way between the predictions of no and yes: 0.5 for 0 and 1, 0 for −1 and 1
/// @param targetThreshold half-way between the targets of no and yes, which a hinge loss may write as 0 and 1
/// @param classNumbers whether a target is the number of a class, in one row
public record Accuracy(boolean defined, double predictionThreshold, double targetThreshold, boolean classNumbers) {
    /// Returns the rule for a training table with these targets, [Loss#targetRows] × samples.
    public static Accuracy rule(Loss loss, Activation output, DMatrixRMaj targets) {
        Targets kind = loss.targets();
        boolean labels = output.range().isWithin(Activation.Range.SIGNED) && areLabels(targets);
        double threshold = hasNegative(targets) ? 0 : 0.5;
        return new Accuracy(
                kind.areClasses() || labels,
                kind == Targets.SIGNS ? 0 : threshold,
                threshold,
                kind == Targets.CLASS_NUMBERS);
    }

    public double of(DMatrixRMaj prediction, DMatrixRMaj target) {
        if (!defined) {
            return Double.NaN;
        }
        boolean two = prediction.numRows == 1 && !classNumbers;
        int right = two
                ? Kernels.BEST.agreeing(
                        prediction.data, predictionThreshold, target.data, targetThreshold, target.numCols)
                : rightOfMore(prediction, target);
        return (double) right / target.numCols;
    }

    private int rightOfMore(DMatrixRMaj prediction, DMatrixRMaj target) {
        int right = 0;
        for (int column = 0; column < target.numCols; column++) {
            right += predicted(prediction, column) == actual(target, column) ? 1 : 0;
        }
        return right;
    }

    private int predicted(DMatrixRMaj outputs, int column) {
        return classOf(outputs, column, predictionThreshold);
    }

    private int actual(DMatrixRMaj target, int column) {
        return classNumbers ? (int) target.data[column] : classOf(target, column, targetThreshold);
    }

    private static int classOf(DMatrixRMaj outputs, int column, double threshold) {
        if (outputs.numRows == 1) {
            return outputs.data[column] > threshold ? 1 : 0;
        }
        return Columns.indexOfMax(outputs, column);
    }

    private static boolean areLabels(DMatrixRMaj targets) {
        double other = hasNegative(targets) ? -1 : 0;
        for (int i = 0; i < targets.getNumElements(); i++) {
            if (targets.data[i] != 1 && targets.data[i] != other) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNegative(DMatrixRMaj targets) {
        for (int i = 0; i < targets.getNumElements(); i++) {
            if (targets.data[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
