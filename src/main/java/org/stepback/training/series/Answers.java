package org.stepback.training.series;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.math.Columns;

/// The answers of a classifier for the samples of a table, with the right ones.
///
/// @param outputs outputs × samples
public record Answers(DMatrixRMaj outputs, Dataset samples, double threshold) {
    public static Answers of(DMatrixRMaj outputs, Dataset samples, Loss loss) {
        return new Answers(outputs, samples, loss.targets() == Targets.SIGNS ? 0 : 0.5);
    }

    public int classes() {
        return samples.classes().size();
    }

    public int right(int sample) {
        return samples.outputs() == 1
                ? (samples.y().get(0, sample) > 0.5 ? 1 : 0)
                : Columns.indexOfMax(samples.y(), sample);
    }

    public int given(int sample) {
        return outputs.numRows == 1
                ? (outputs.get(0, sample) > threshold ? 1 : 0)
                : Columns.indexOfMax(outputs, sample);
    }

    public boolean isWrong(int sample) {
        return right(sample) != given(sample);
    }

    /// Returns how much each sample is of a class: the class's own output, or with one output that of the second class.
    public double[] outputs(int ofClass) {
        int row = outputs.numRows == 1 ? 0 : ofClass;
        return Arrays.copyOfRange(outputs.data, row * outputs.numCols, (row + 1) * outputs.numCols);
    }

    public boolean[] isOf(int ofClass) {
        boolean[] yes = new boolean[samples.samples()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = right(i) == ofClass;
        }
        return yes;
    }

    public long[][] confusion() {
        long[][] counts = new long[classes()][classes()];
        for (int i = 0; i < samples.samples(); i++) {
            counts[right(i)][given(i)]++;
        }
        return counts;
    }
}
