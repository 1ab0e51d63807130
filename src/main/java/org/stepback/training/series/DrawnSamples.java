package org.stepback.training.series;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// Picks the samples of a table that a picture draws: all of them, or as many as can be told apart, evenly spread.
public final class DrawnSamples {
    private static final int MOST = 300;

    private DrawnSamples() {}

    /// Returns the first output, or the first input, of each drawn sample.
    ///
    /// @param matrix outputs, or inputs, × samples
    public static double[] first(DMatrixRMaj matrix) {
        int count = Math.min(matrix.numCols, MOST);
        return IntStream.range(0, count)
                .mapToDouble(i -> matrix.get(0, (int) ((long) i * matrix.numCols / count)))
                .toArray();
    }
}
