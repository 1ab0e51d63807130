package org.stepback.nn;

import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Columns;

/// The weights of the samples of a table.
final class SampleWeights {
    private SampleWeights() {}

    /// By the class of each sample; none where all classes count alike.
    ///
    /// The class is the row of the largest target, or the number of a single one, rounded: Keras's
    /// `class_weight_to_sample_weights`.
    static double[] of(Map<Integer, Double> classWeights, DMatrixRMaj y) {
        if (classWeights.isEmpty()) {
            return new double[0];
        }
        double[] weights = new double[y.numCols];
        for (int sample = 0; sample < weights.length; sample++) {
            int of = y.numRows > 1 ? Columns.indexOfMax(y, sample) : (int) Math.rint(y.data[sample]);
            weights[sample] = classWeights.getOrDefault(of, 1.0);
        }
        return weights;
    }
}
