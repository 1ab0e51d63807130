package org.stepback.training.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.math.Columns;
import org.stepback.nn.metric.ConfusionMatrix;

/// The answers of a classifier for the samples of a table, with the right ones.
///
/// With several labels each output answers yes or no for itself.
///
/// @param outputs outputs × samples
public record Answers(DMatrixRMaj outputs, Dataset samples, double threshold) {
    /// A target is 0 or 1.
    private static final double MIDDLE = 0.5;

    public static Answers of(DMatrixRMaj outputs, Dataset samples, Loss loss) {
        return new Answers(outputs, samples, loss.targets() == Targets.SIGNS ? 0 : MIDDLE);
    }

    /// Returns the names of the classes, or of the labels.
    public List<String> names() {
        return samples.multiLabel() ? samples.labels() : samples.classes();
    }

    public int classes() {
        return samples.classes().size();
    }

    public int right(int sample) {
        return samples.outputs() == 1
                ? (samples.y().get(0, sample) > MIDDLE ? 1 : 0)
                : Columns.indexOfMax(samples.y(), sample);
    }

    public int given(int sample) {
        return outputs.numRows == 1
                ? (outputs.get(0, sample) > threshold ? 1 : 0)
                : Columns.indexOfMax(outputs, sample);
    }

    /// Returns whether the class, or any of the labels, is wrong.
    public boolean isWrong(int sample) {
        return samples.multiLabel()
                ? IntStream.range(0, outputs.numRows)
                        .anyMatch(label ->
                                samples.y().get(label, sample) > MIDDLE != outputs.get(label, sample) > threshold)
                : right(sample) != given(sample);
    }

    /// Returns how much each sample is of a class: the class's own output, or with one output that of the second class.
    ///
    /// @param ofClass a label where there are several
    public double[] outputs(int ofClass) {
        int row = outputs.numRows == 1 ? 0 : ofClass;
        return Arrays.copyOfRange(outputs.data, row * outputs.numCols, (row + 1) * outputs.numCols);
    }

    /// @param ofClass a label where there are several
    public boolean[] isOf(int ofClass) {
        boolean[] yes = new boolean[samples.samples()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = samples.multiLabel() ? samples.y().get(ofClass, i) > MIDDLE : right(i) == ofClass;
        }
        return yes;
    }

    /// Returns the counts of the classes.
    public ConfusionMatrix confusion() {
        long[][] counts = new long[classes()][classes()];
        for (int i = 0; i < samples.samples(); i++) {
            counts[right(i)][given(i)]++;
        }
        return new ConfusionMatrix(counts);
    }

    /// Returns the counts of no and yes for one of several labels.
    public ConfusionMatrix confusion(int label) {
        long[][] counts = new long[2][2];
        boolean[] yes = isOf(label);
        for (int i = 0; i < yes.length; i++) {
            counts[yes[i] ? 1 : 0][outputs.get(label, i) > threshold ? 1 : 0]++;
        }
        return new ConfusionMatrix(counts);
    }
}
