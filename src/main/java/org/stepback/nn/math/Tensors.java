package org.stepback.nn.math;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Kernels;

/// Sums, norms and checks over all numbers of a matrix, always in the order of its rows.
public final class Tensors {
    /// Below this a sum of squares has lost digits, for its terms fall under the smallest normal numbers.
    private static final double TINY = 1e-280;

    /// Twenty layers of 512 units whose weights and inputs have squares that sum to less cannot overflow.
    public static final double CALM = 1e20;

    private Tensors() {}

    /// Returns the L2 norm `√Σ x²`, right also where the squares alone would overflow or vanish.
    public static double norm(DMatrixRMaj matrix) {
        return norm(matrix.data, matrix.getNumElements());
    }

    /// Returns the L2 norm of all the numbers.
    public static double norm(double[] numbers) {
        return norm(numbers, numbers.length);
    }

    private static double norm(double[] numbers, int count) {
        double sum = Kernels.BEST.sumOfSquares(numbers, count);
        return isPlain(sum) ? Math.sqrt(sum) : scaledNorm(numbers, count);
    }

    /// Returns the L2 norm of the difference of the first numbers, which may overwrite the second array.
    public static double distance(double[] numbers, double[] others, int count) {
        double sum = Kernels.BEST.squaredDistance(numbers, others, count);
        if (isPlain(sum)) {
            return Math.sqrt(sum);
        }
        for (int i = 0; i < count; i++) {
            others[i] = numbers[i] - others[i];
        }
        return norm(others, count);
    }

    /// Returns the mean of the squared differences of two matrices of one shape.
    public static double meanSquare(DMatrixRMaj matrix, DMatrixRMaj other) {
        int count = other.getNumElements();
        return Kernels.BEST.squaredDistance(matrix.data, other.data, count) / count;
    }

    private static double scaledNorm(double[] numbers, int count) {
        double max = Kernels.BEST.maxAbs(numbers, count);
        if (max == 0 || !Double.isFinite(max)) {
            return max;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = numbers[i] / max;
            sum += x * x;
        }
        return max * Math.sqrt(sum);
    }

    /// Returns whether a sum of squares has neither overflowed nor lost digits.
    public static boolean isPlain(double squares) {
        return squares > TINY && squares < Double.POSITIVE_INFINITY;
    }

    /// Returns whether all numbers are finite and far from overflowing.
    public static boolean isSmall(DMatrixRMaj matrix) {
        return Kernels.BEST.sumOfSquares(matrix.data, matrix.getNumElements()) < CALM;
    }

    public static boolean isFinite(DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            if (!Double.isFinite(matrix.data[i])) {
                return false;
            }
        }
        return true;
    }

    public static void requireShape(String what, DMatrixRMaj matrix, int rows, int columns) {
        if (matrix.numRows != rows || matrix.numCols != columns) {
            throw new IllegalArgumentException("%s is %d × %d, but %d × %d is expected."
                    .formatted(what, matrix.numRows, matrix.numCols, rows, columns));
        }
    }
}
