package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;

/// The output layer's numbers as the loss sees them: one column a sample, without the padding of a batch.
///
/// @param z weighted sums, outputs × batch, as are all
/// @param a predictions
/// @param da scratch for `∂L/∂A`
/// @param delta `∂L/∂Z`
record OutputLayer(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj da, DMatrixRMaj delta) {
    /// @param wideDelta whose first columns are the batch's
    static OutputLayer of(Forward forward, DMatrixRMaj wideDelta, int width) {
        return new OutputLayer(
                columns(forward.z().getLast(), width),
                columns(forward.output(), width),
                new DMatrixRMaj(wideDelta.numRows, width),
                columns(wideDelta, width));
    }

    /// Returns the first columns: where they lie without a gap, the very numbers, else room for a copy of them.
    private static DMatrixRMaj columns(DMatrixRMaj wide, int width) {
        boolean together = wide.numRows == 1 || wide.numCols == width;
        return together ? DMatrixRMaj.wrap(wide.numRows, width, wide.data) : new DMatrixRMaj(wide.numRows, width);
    }

    /// Returns the loss of a batch, and writes its δ into the first columns of a matrix that may be wider.
    ///
    /// @param weights how much each sample counts, or none where all count alike
    double run(Objective objective, Forward forward, DMatrixRMaj y, double[] weights, DMatrixRMaj wideDelta) {
        copyColumns(forward.z().getLast(), z);
        copyColumns(forward.output(), a);
        objective.delta(z, a, y, da, delta);
        if (weights.length > 0) {
            scaleColumns(delta, weights);
        }
        copyColumns(delta, wideDelta);
        return weights.length > 0 ? objective.value(z, a, y, weights) : objective.value(z, a, y);
    }

    private static void scaleColumns(DMatrixRMaj matrix, double[] factors) {
        for (int row = 0; row < matrix.numRows; row++) {
            for (int column = 0; column < matrix.numCols; column++) {
                matrix.data[row * matrix.numCols + column] *= factors[column];
            }
        }
    }

    private static void copyColumns(DMatrixRMaj from, DMatrixRMaj to) {
        if (from.data == to.data) {
            return;
        }
        int width = Math.min(from.numCols, to.numCols);
        for (int row = 0; row < from.numRows; row++) {
            System.arraycopy(from.data, row * from.numCols, to.data, row * to.numCols, width);
        }
    }
}
