package org.stepback.nn.metric;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.math.Tensors;

/// Measures of predictions against targets, both outputs × samples. Unlike a loss, none is learnt from.
///
/// Precision, recall and F1 of each class are those of a [ConfusionMatrix]; here they are those of yes, for two classes
/// in one output. Sources: Keras 3, `keras.metrics`; scikit-learn, `sklearn.metrics`, for what is undefined.
public final class Metrics {
    private Metrics() {}

    /// Returns the share of right answers: one output says yes above 0.5, more outputs name the class of the largest.
    public static double accuracy(DMatrixRMaj prediction, DMatrixRMaj target) {
        return matrix(prediction, target).accuracy();
    }

    /// Returns the share of samples whose class is among the k largest outputs. One that shares the last place counts.
    ///
    /// @param target classes × samples, one-hot, or class numbers, 1 × samples
    public static double topKAccuracy(DMatrixRMaj prediction, DMatrixRMaj target, int k) {
        int right = 0;
        for (int column = 0; column < prediction.numCols; column++) {
            double own = prediction.get(actual(target, column), column);
            int above = 0;
            for (int row = 0; row < prediction.numRows; row++) {
                above += prediction.unsafe_get(row, column) <= own ? 0 : 1; // NaN is never at most
            }
            right += above < k && Double.isFinite(own) ? 1 : 0;
        }
        return (double) right / prediction.numCols;
    }

    /// Returns the share of the predicted yeses that are right; 0 where there are none.
    public static double precision(DMatrixRMaj prediction, DMatrixRMaj target) {
        return ConfusionMatrix.ofTwo(prediction, target, 0.5).precision(1);
    }

    /// Returns the share of the actual yeses that were found; 0 where there are none.
    public static double recall(DMatrixRMaj prediction, DMatrixRMaj target) {
        return ConfusionMatrix.ofTwo(prediction, target, 0.5).recall(1);
    }

    /// Returns the harmonic mean of precision and recall; 0 where neither is defined.
    public static double f1(DMatrixRMaj prediction, DMatrixRMaj target) {
        return ConfusionMatrix.ofTwo(prediction, target, 0.5).f1(1);
    }

    /// Returns the area under the ROC curve: how often a sample that is yes gets a larger output than one that is no,
    /// equal ones counting half. NaN where all are yes, or none. Exact, where Keras takes 200 thresholds.
    public static double auc(DMatrixRMaj prediction, DMatrixRMaj target) {
        Tensors.requireShape("The table of predictions", prediction, 1, target.numCols);
        int[] order = IntStream.range(0, target.numCols)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> prediction.data[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double noBelow = 0;
        double yes = 0;
        double area = 0;
        for (int from = 0; from < order.length; ) {
            double noHere = 0;
            double yesHere = 0;
            double output = prediction.data[order[from]];
            for (; from < order.length && prediction.data[order[from]] == output; from++) {
                boolean isYes = target.data[order[from]] > 0.5;
                yesHere += isYes ? 1 : 0;
                noHere += isYes ? 0 : 1;
            }
            if (Double.isNaN(output)) {
                return Double.NaN;
            }
            area += yesHere * (noBelow + noHere / 2);
            noBelow += noHere;
            yes += yesHere;
        }
        return area / (yes * noBelow);
    }

    /// R², the share of the targets' variance that is predicted: `1 − Σ (y − ŷ)² / Σ (y − ȳ)²`, mean over the outputs.
    ///
    /// Where the targets are all equal it is 1 if they are met and else 0; NaN for fewer than two samples.
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

    /// Returns the root of the mean squared error, in the targets' own unit.
    public static double rmse(DMatrixRMaj prediction, DMatrixRMaj target) {
        Tensors.requireShape("The table of predictions", prediction, target.numRows, target.numCols);
        return Math.sqrt(new Loss.MeanSquaredError().value(prediction, target));
    }

    /// Returns the mean absolute error, in the targets' own unit.
    public static double mae(DMatrixRMaj prediction, DMatrixRMaj target) {
        Tensors.requireShape("The table of predictions", prediction, target.numRows, target.numCols);
        return new NumberLoss.MeanAbsoluteError().value(prediction, target);
    }

    /// Counts two classes in one output, or one output for each class.
    private static ConfusionMatrix matrix(DMatrixRMaj prediction, DMatrixRMaj target) {
        return prediction.numRows == 1
                ? ConfusionMatrix.ofTwo(prediction, target, 0.5)
                : ConfusionMatrix.of(prediction, target);
    }

    /// Returns the class of a sample, from class numbers or from one-hot targets.
    static int actual(DMatrixRMaj target, int column) {
        return target.numRows == 1 ? (int) target.data[column] : Columns.indexOfMax(target, column);
    }
}
