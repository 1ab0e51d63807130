package org.stepback.nn.metric;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.TargetForm;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.math.Columns;

/// The share of right answers: one output says yes above the threshold, more outputs name the class of the largest.
///
/// With several labels each output is an answer of yes or no, and the share is over the outputs of all samples: Keras's
/// `binary_accuracy`.
///
/// @param defined false for a regression, which has no right answers to count; its accuracy is NaN
/// @param predictionThreshold half-way between the predictions of no and yes: 0.5 for 0 and 1, 0 for −1 and 1
/// @param targetThreshold half-way between the targets of no and yes, which a hinge loss may write as 0 and 1
/// @param classNumbers whether a target is the number of a class, in one row
/// @param multiLabel whether each of several outputs is an answer of its own
public record Accuracy(
        boolean defined, double predictionThreshold, double targetThreshold, boolean classNumbers, boolean multiLabel) {
    /// Returns the rule for a training table with these targets, [Loss#targetRows] × samples.
    public static Accuracy rule(Loss loss, Activation output, DMatrixRMaj targets) {
        return rule(loss, output, targets, false);
    }

    /// @param multiLabel whether the targets are several labels also if no row of these shows it
    public static Accuracy rule(Loss loss, Activation output, DMatrixRMaj targets, boolean multiLabel) {
        Targets kind = loss.targets();
        TargetForm form = TargetForm.of(targets);
        boolean labels = output.range().isWithin(Activation.Range.SIGNED) && form != TargetForm.NUMBERS;
        double threshold = TargetForm.hasNegative(targets) ? 0 : 0.5;
        return new Accuracy(
                kind.areClasses() || labels,
                kind == Targets.SIGNS ? 0 : threshold,
                threshold,
                kind == Targets.CLASS_NUMBERS,
                multiLabel || form == TargetForm.MULTI_LABEL);
    }

    public double of(DMatrixRMaj prediction, DMatrixRMaj target) {
        if (!defined) {
            return Double.NaN;
        }
        if (multiLabel || prediction.numRows == 1 && !classNumbers) {
            int answers = target.getNumElements();
            int right =
                    Kernels.BEST.agreeing(prediction.data, predictionThreshold, target.data, targetThreshold, answers);
            return (double) right / answers;
        }
        return (double) rightOfMore(prediction, target) / target.numCols;
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
}
