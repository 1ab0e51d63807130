package org.stepback.nn.kernel;

/// The eight fixed lanes in which sums run, so that the width of the processor's vectors does not show in their bits.
final class Lanes {
    static final int COUNT = 8;

    private Lanes() {}

    /// The next multiple of the number of lanes.
    static int padded(int n) {
        return (n + COUNT - 1) / COUNT * COUNT;
    }

    /// Adds the last numbers, fewer than eight, to their lanes, then all lanes in one order: halves, quarters, eighths.
    static double finish(
            double[] x,
            int from,
            int end,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        int rest = end - from;
        double t0 = rest > 0 ? s0 + x[from] : s0;
        double t1 = rest > 1 ? s1 + x[from + 1] : s1;
        double t2 = rest > 2 ? s2 + x[from + 2] : s2;
        double t3 = rest > 3 ? s3 + x[from + 3] : s3;
        double t4 = rest > 4 ? s4 + x[from + 4] : s4;
        double t5 = rest > 5 ? s5 + x[from + 5] : s5;
        double t6 = rest > 6 ? s6 + x[from + 6] : s6;
        return all(t0, t1, t2, t3, t4, t5, t6, s7);
    }

    /// As [#finish], but of squares.
    static double finishSquares(
            double[] x,
            int from,
            int end,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        int rest = end - from;
        double t0 = rest > 0 ? Math.fma(x[from], x[from], s0) : s0;
        double t1 = rest > 1 ? Math.fma(x[from + 1], x[from + 1], s1) : s1;
        double t2 = rest > 2 ? Math.fma(x[from + 2], x[from + 2], s2) : s2;
        double t3 = rest > 3 ? Math.fma(x[from + 3], x[from + 3], s3) : s3;
        double t4 = rest > 4 ? Math.fma(x[from + 4], x[from + 4], s4) : s4;
        double t5 = rest > 5 ? Math.fma(x[from + 5], x[from + 5], s5) : s5;
        double t6 = rest > 6 ? Math.fma(x[from + 6], x[from + 6], s6) : s6;
        return all(t0, t1, t2, t3, t4, t5, t6, s7);
    }

    private static double all(double s0, double s1, double s2, double s3, double s4, double s5, double s6, double s7) {
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /// Writes the columns × rows transpose of a rows × columns matrix, eight rows at a time, so that whole cache lines
    // are
    /// written.
    ///
    /// @param width of a row of the matrix, and `transposedWidth` of its transpose: what lies between stays as it
    // is
    static void transpose(
            double[] matrix,
            int from,
            int width,
            double[] transposed,
            int to,
            int transposedWidth,
            int rows,
            int columns) {
        int row = 0;
        for (; row + COUNT <= rows; row += COUNT) {
            transposeEight(matrix, from + row * width, width, transposed, to + row, transposedWidth, columns);
        }
        for (; row < rows; row++) {
            int at = from + row * width;
            for (int column = 0, target = to + row; column < columns; column++, target += transposedWidth) {
                transposed[target] = matrix[at + column];
            }
        }
    }

    private static void transposeEight(
            double[] matrix, int from, int width, double[] transposed, int to, int transposedWidth, int columns) {
        int end = from + columns;
        for (int at = from, target = to; at < end; at++, target += transposedWidth) {
            transposed[target] = matrix[at];
            transposed[target + 1] = matrix[at + width];
            transposed[target + 2] = matrix[at + 2 * width];
            transposed[target + 3] = matrix[at + 3 * width];
            transposed[target + 4] = matrix[at + 4 * width];
            transposed[target + 5] = matrix[at + 5 * width];
            transposed[target + 6] = matrix[at + 6 * width];
            transposed[target + 7] = matrix[at + 7 * width];
        }
    }

    /// Copies the first columns of each row, `width` apart, into a matrix without gaps.
    static void copy(double[] matrix, int from, int width, double[] compact, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix, from + row * width, compact, row * columns, columns);
        }
    }
}
