package org.stepback.nn.math;

import org.ejml.data.DMatrixRMaj;

/// Work on single columns, that is on single samples.
public final class Columns {
    private Columns() {}

    /// Returns the largest number of a column.
    static double max(DMatrixRMaj matrix, int column) {
        return matrix.unsafe_get(indexOfMax(matrix, column), column);
    }

    /// Returns the row of the largest number of a column, the first of equals: the class that softmax names.
    public static int indexOfMax(DMatrixRMaj matrix, int column) {
        int best = 0;
        for (int row = 1; row < matrix.numRows; row++) {
            if (matrix.unsafe_get(row, column) > matrix.unsafe_get(best, column)) {
                best = row;
            }
        }
        return best;
    }

    /// Returns the sum of a column.
    public static double sum(DMatrixRMaj matrix, int column) {
        double sum = 0;
        for (int row = 0; row < matrix.numRows; row++) {
            sum += matrix.unsafe_get(row, column);
        }
        return sum;
    }

    /// `log Σ eˣ` of a column, which never overflows: the largest number is taken out first.
    public static double logSumExp(DMatrixRMaj matrix, int column) {
        double max = max(matrix, column);
        double sum = 0;
        for (int row = 0; row < matrix.numRows; row++) {
            sum += StrictMath.exp(matrix.unsafe_get(row, column) - max);
        }
        return max + StrictMath.log(sum);
    }

    /// Copies one column into a column of another matrix with as many rows.
    public static void copy(DMatrixRMaj from, int fromColumn, DMatrixRMaj to, int toColumn) {
        for (int row = 0; row < from.numRows; row++) {
            to.unsafe_set(row, toColumn, from.unsafe_get(row, fromColumn));
        }
    }

    /// Copies all numbers into a matrix of the same size.
    public static void copyAll(DMatrixRMaj from, DMatrixRMaj to) {
        System.arraycopy(from.data, 0, to.data, 0, from.getNumElements());
    }

    /// Returns a copy of neighbouring columns.
    public static DMatrixRMaj block(DMatrixRMaj from, int firstColumn, int width) {
        DMatrixRMaj block = new DMatrixRMaj(from.numRows, width);
        for (int column = 0; column < width; column++) {
            copy(from, firstColumn + column, block, column);
        }
        return block;
    }
}
