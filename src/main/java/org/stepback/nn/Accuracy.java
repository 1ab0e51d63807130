package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Activation.LeakyRelu;
import org.stepback.nn.Activation.Linear;
import org.stepback.nn.Activation.Relu;
import org.stepback.nn.Activation.Sigmoid;
import org.stepback.nn.Activation.Softmax;
import org.stepback.nn.Activation.Tanh;
import org.stepback.nn.Loss.BinaryCrossentropy;
import org.stepback.nn.Loss.CategoricalCrossentropy;
import org.stepback.nn.Loss.MeanSquaredError;

/// The share of right answers: one output says yes above the threshold, more outputs name the class of the largest.
///
/// @param defined false for a regression, which has no right answers to count; its accuracy is NaN
/// @param threshold half-way between the two classes: 0.5 for 0 and 1, 0 for −1 and 1
record Accuracy(boolean defined, double threshold) {
    /// The rule for a training table with these targets, outputs × samples.
    static Accuracy rule(Objective objective, DMatrixRMaj targets) {
        boolean defined =
                switch (objective.loss()) {
                    case MeanSquaredError _ -> isBounded(objective.output()) && areLabels(targets);
                    case BinaryCrossentropy _, CategoricalCrossentropy _ -> true;
                };
        return new Accuracy(defined, hasNegative(targets) ? 0 : 0.5);
    }

    double of(DMatrixRMaj prediction, DMatrixRMaj target) {
        if (!defined) {
            return Double.NaN;
        }
        int right = 0;
        for (int column = 0; column < target.numCols; column++) {
            right += classOf(prediction, column) == classOf(target, column) ? 1 : 0;
        }
        return (double) right / target.numCols;
    }

    private int classOf(DMatrixRMaj outputs, int column) {
        if (outputs.numRows == 1) {
            return outputs.data[column] > threshold ? 1 : 0;
        }
        return Columns.indexOfMax(outputs, column);
    }

    private static boolean isBounded(Activation output) {
        return switch (output) {
            case Sigmoid _, Tanh _, Softmax _ -> true;
            case Linear _, Relu _, LeakyRelu _ -> false;
        };
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
