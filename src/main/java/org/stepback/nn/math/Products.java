package org.stepback.nn.math;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Kernels;

/// Products of matrices, by the fastest kernels that this Java has; each result is overwritten.
public final class Products {
    private static final double[] NONE = {};

    private Products() {}

    /// `C = A B + b`: b is added to each column.
    public static void multiplyAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        Kernels.BEST.multiplyAdd(a.data, b.data, bias.data, c.data, a.numRows, a.numCols, b.numCols);
    }

    /// `C = Aᵀ B`.
    public static void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Kernels.BEST.multiplyTransposedLeft(a.data, b.data, c.data, a.numCols, a.numRows, b.numCols);
    }

    /// `∂L/∂W = δ Xᵀ` and `∂L/∂b = Σ δ`.
    ///
    /// @param useBias whether b is wanted at all
    public static void gradients(
            DMatrixRMaj delta, DMatrixRMaj x, DMatrixRMaj dW, DMatrixRMaj db, boolean useBias, double[] scratch) {
        Kernels.BEST.gradients(
                delta.data,
                x.data,
                dW.data,
                useBias ? db.data : NONE,
                scratch,
                delta.numRows,
                delta.numCols,
                x.numRows);
    }
}
