package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;

/// Sums, norms and checks over all numbers of a matrix, always in the order of its rows.
final class Tensors {
    /// Below this a sum of squares has lost digits, for its terms fall under the smallest normal numbers.
    private static final double TINY = 1e-280;

    private Tensors() {}

    /// `Z + b`: adds each row's bias to every column, in place.
    static void addToColumns(DMatrixRMaj z, DMatrixRMaj bias) {
        for (int row = 0; row < z.numRows; row++) {
            double b = bias.data[row];
            int end = (row + 1) * z.numCols;
            for (int i = row * z.numCols; i < end; i++) {
                z.data[i] += b;
            }
        }
    }

    /// The sum of each row, into a column.
    static void sumColumns(DMatrixRMaj matrix, DMatrixRMaj sums) {
        for (int row = 0; row < matrix.numRows; row++) {
            double sum = 0;
            int end = (row + 1) * matrix.numCols;
            for (int i = row * matrix.numCols; i < end; i++) {
                sum += matrix.data[i];
            }
            sums.data[row] = sum;
        }
    }

    /// The L2 norm `√Σ x²`, right also where the squares alone would overflow or vanish.
    static double norm(DMatrixRMaj matrix) {
        return norm(matrix.data, matrix.getNumElements());
    }

    /// The L2 norm of all the numbers.
    static double norm(double[] numbers) {
        return norm(numbers, numbers.length);
    }

    private static double norm(double[] numbers, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += numbers[i] * numbers[i];
        }
        return sum > TINY && sum < Double.POSITIVE_INFINITY ? Math.sqrt(sum) : scaledNorm(numbers, count);
    }

    private static double scaledNorm(double[] numbers, int count) {
        double max = maxAbs(numbers, count);
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

    /// The largest absolute value; NaN if there is one.
    static double maxAbs(DMatrixRMaj matrix) {
        return maxAbs(matrix.data, matrix.getNumElements());
    }

    private static double maxAbs(double[] numbers, int count) {
        double max = 0;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, Math.abs(numbers[i]));
        }
        return max;
    }

    static boolean isFinite(DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            if (!Double.isFinite(matrix.data[i])) {
                return false;
            }
        }
        return true;
    }

    static void requireShape(String what, DMatrixRMaj matrix, int rows, int columns) {
        if (matrix.numRows != rows || matrix.numCols != columns) {
            throw new IllegalArgumentException("%s is %d × %d, but %d × %d is expected."
                    .formatted(what, matrix.numRows, matrix.numCols, rows, columns));
        }
    }
}
