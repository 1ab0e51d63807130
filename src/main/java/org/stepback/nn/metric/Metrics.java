package org.stepback.nn.metric;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.math.Tensors;

/// Measures of predicted numbers against targets, both outputs × samples. Unlike a loss, none is learnt from.
///
/// Accuracy, precision, recall and F1 of classes are those of a [ConfusionMatrix], the area under the ROC curve that of
/// a [ThresholdCurve]. Source: scikit-learn, `sklearn.metrics`, for what is undefined.
public final class Metrics {
    private Metrics() {}

    /// R², the share of the targets' variance that is predicted: `1 − Σ (y − ŷ)² / Σ (y − ȳ)²`, mean over the outputs.
    ///
    /// It is 1 or 0 for targets that are all equal, met or missed, and NaN for fewer than two samples.
    public static double r2(DMatrixRMaj prediction, DMatrixRMaj target) {
        Tensors.requireShape("The table of predictions", prediction, target.numRows, target.numCols);
        double sum = 0;
        for (int row = 0; row < target.numRows; row++) {
            sum += r2OfOutput(prediction, target, row);
        }
        return target.numCols < 2 ? Double.NaN : sum / target.numRows;
    }

    private static double r2OfOutput(DMatrixRMaj prediction, DMatrixRMaj target, int row) {
        double mean = 0;
        for (int column = 0; column < target.numCols; column++) {
            mean += target.get(row, column) / target.numCols;
        }
        double missed = 0;
        double total = 0;
        for (int column = 0; column < target.numCols; column++) {
            double y = target.get(row, column);
            missed += (y - prediction.get(row, column)) * (y - prediction.get(row, column));
            total += (y - mean) * (y - mean);
        }
        if (total == 0) {
            return missed == 0 ? 1 : 0;
        }
        return 1 - missed / total;
    }

    /// Returns the mean absolute error, in the targets' own unit.
    public static double mae(DMatrixRMaj prediction, DMatrixRMaj target) {
        Tensors.requireShape("The table of predictions", prediction, target.numRows, target.numCols);
        return new NumberLoss.MeanAbsoluteError().value(prediction, target);
    }

    /// Returns the class of a sample, from class numbers or from one-hot targets.
    static int actual(DMatrixRMaj target, int column) {
        return target.numRows == 1 ? (int) target.data[column] : Columns.indexOfMax(target, column);
    }
}
