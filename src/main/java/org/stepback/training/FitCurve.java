package org.stepback.training;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/// The output of a network over its one input, for a picture.
///
/// @param x places at equal distances
/// @param y its first output there
public record FitCurve(double[] x, double[] y) {
    private static final int POINTS = 160;

    /// @param inputs from the lowest to the highest of which it goes
    public static FitCurve of(Run run, double[] inputs) {
        double low = Arrays.stream(inputs).min().orElse(0);
        double high = Arrays.stream(inputs).max().orElse(1);
        var grid = new DMatrixRMaj(1, POINTS);
        for (int i = 0; i < POINTS; i++) {
            grid.set(0, i, low + i * (high - low) / (POINTS - 1));
        }
        return new FitCurve(grid.getData(), Arrays.copyOf(run.predictions(grid).getData(), POINTS));
    }
}
