package org.stepback.training.series;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// The samples of a table that a picture draws: all of them, or as many as can be told apart, evenly spread.
public final class DrawnSamples {
    private static final int MOST = 300;

    private final int[] columns;

    private DrawnSamples(int[] columns) {
        this.columns = columns;
    }

    /// @param samples how many the table has
    public static DrawnSamples of(int samples) {
        int count = Math.min(samples, MOST);
        return new DrawnSamples(IntStream.range(0, count)
                .map(i -> (int) ((long) i * samples / count))
                .toArray());
    }

    /// Their first output or input.
    ///
    /// @param matrix outputs, or inputs, × samples
    public double[] first(DMatrixRMaj matrix) {
        return Arrays.stream(columns)
                .mapToDouble(column -> matrix.get(0, column))
                .toArray();
    }
}
