package org.stepback.nn.kernel;

/// The eight fixed lanes in which sums run, so that the width of the processor's vectors does not show in their bits.
final class Lanes {
    static final int COUNT = 8;

    private Lanes() {}

    /// Returns the next multiple of the number of lanes.
    static int padded(int n) {
        return (n + COUNT - 1) / COUNT * COUNT;
    }

    /// Writes the columns × rows transpose of a rows × columns matrix, eight rows at a time, so that whole cache lines
    /// are written.
    ///
    /// @param width of a row of the matrix, and `transposedWidth` of its transpose: what lies between stays as it
    /// is
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

    static void transposeEight(
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
            for (int column = 0; column < columns; column++) {
                compact[row * columns + column] = matrix[from + row * width + column];
            }
        }
    }
}
