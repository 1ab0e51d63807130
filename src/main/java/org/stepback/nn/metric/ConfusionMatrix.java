package org.stepback.nn.metric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Columns;
import org.stepback.nn.math.Tensors;

/// The counts of predicted classes for each actual class: `counts[actual][predicted]`.
///
/// A share of nothing, such as the precision of a class that was never predicted, is 0, as in Keras and scikit-learn.
public record ConfusionMatrix(long[][] counts) {
    public ConfusionMatrix {
        counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /// Two classes, 0 and 1, from predictions and targets that mean 1 where they are above the threshold, 1 × samples.
    public static ConfusionMatrix ofTwo(DMatrixRMaj prediction, DMatrixRMaj target, double threshold) {
        Tensors.requireShape("The table of predictions", prediction, 1, target.numCols);
        Tensors.requireShape("The table of targets", target, 1, target.numCols);
        long[][] counts = new long[2][2];
        for (int i = 0; i < target.numCols; i++) {
            counts[target.data[i] > threshold ? 1 : 0][prediction.data[i] > threshold ? 1 : 0]++;
        }
        return new ConfusionMatrix(counts);
    }

    /// Classes × samples: the predicted class is that of the largest output, the first of equals.
    ///
    /// @param target classes × samples, one-hot, or class numbers, 1 × samples
    public static ConfusionMatrix of(DMatrixRMaj prediction, DMatrixRMaj target) {
        long[][] counts = new long[prediction.numRows][prediction.numRows];
        for (int column = 0; column < prediction.numCols; column++) {
            counts[Metrics.actual(target, column)][Columns.indexOfMax(prediction, column)]++;
        }
        return new ConfusionMatrix(counts);
    }

    public int classes() {
        return counts.length;
    }

    /// Returns how often the actual class was predicted as the other.
    public long count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /// Returns the share of right answers; NaN without samples.
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int actual = 0; actual < classes(); actual++) {
            right += counts[actual][actual];
            all += Arrays.stream(counts[actual]).sum();
        }
        return (double) right / all;
    }

    /// Returns the share of the predictions of a class that are right: `TP / (TP + FP)`.
    public double precision(int ofClass) {
        return share(counts[ofClass][ofClass], predicted(ofClass));
    }

    /// Returns the share of a class that was found: `TP / (TP + FN)`.
    public double recall(int ofClass) {
        return share(counts[ofClass][ofClass], actual(ofClass));
    }

    /// Returns the harmonic mean of precision and recall: `2 TP / (2 TP + FP + FN)`.
    public double f1(int ofClass) {
        return share(2 * counts[ofClass][ofClass], predicted(ofClass) + actual(ofClass));
    }

    private long predicted(int ofClass) {
        return Arrays.stream(counts).mapToLong(row -> row[ofClass]).sum();
    }

    private long actual(int ofClass) {
        return Arrays.stream(counts[ofClass]).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix matrix && Arrays.deepEquals(counts, matrix.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
