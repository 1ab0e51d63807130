package org.stepback.ui.chart;

import java.util.Arrays;
import java.util.Base64;
import java.util.DoubleSummaryStatistics;
import java.util.function.IntToDoubleFunction;

/// A network's output on a square grid over the plane of its two inputs, ready for the browser in two bytes a cell.
///
/// Cells come row by row, the lowest row first, from the left: cell `row * side + column` has its centre at
/// [Frame#x(int, int)] of the column and [Frame#y(int, int)] of the row.
///
/// @param kind `values` or `classes`
/// @param low the output of the lowest code of a value, `high` that of the highest
public record OutputGrid(int side, String kind, String data, double low, double high) {
    /// The most cells along one side.
    public static final int MOST_SIDE = 128;

    private static final int LEVELS = 65_534;

    /// The shown part of the plane.
    public record Frame(double xMin, double xMax, double yMin, double yMax) {
        public Frame {
            if (!(xMin < xMax && yMin < yMax) || !Double.isFinite(xMax - xMin) || !Double.isFinite(yMax - yMin)) {
                throw new IllegalArgumentException("A frame goes from a smaller to a larger number on both axes.");
            }
        }

        /// Returns the frame around these coordinates with a tenth of room on each side; infinite and NaN ones do not
        /// count.
        public static Frame around(double[] x, double[] y) {
            double[] across = roomy(x);
            double[] up = roomy(y);
            return new Frame(across[0], across[1], up[0], up[1]);
        }

        private static double[] roomy(double[] values) {
            DoubleSummaryStatistics all = shown(values);
            if (all.getCount() == 0) {
                return new double[] {-1, 1};
            }
            double min = all.getMin();
            double max = all.getMax();
            double room = Math.max(0.1 * (max - min), Math.max(1e-6, 1e-6 * Math.abs(max)));
            return new double[] {min - room, max + room};
        }

        /// Returns the x of the centre of a column's cells.
        public double x(int column, int side) {
            return xMin + (column + 0.5) / side * (xMax - xMin);
        }

        /// Returns the y of the centre of a row's cells.
        public double y(int row, int side) {
            return yMin + (row + 0.5) / side * (yMax - yMin);
        }
    }

    /// Returns the outputs of a network with one output: a probability, or a number.
    ///
    /// @param outputs `side * side` of them, such as the data of the 1 × side² matrix that `predict` gives
    public static OutputGrid ofValues(int side, double[] outputs) {
        check(side, 1, outputs.length);
        DoubleSummaryStatistics all = shown(outputs);
        double from = all.getCount() > 0 ? all.getMin() : 0;
        double span = all.getMax() > from ? all.getMax() - from : 1;
        String cells = pairs(side, cell -> {
            double value = outputs[cell];
            return shown(value) ? 1 + Math.round((value - from) / span * LEVELS) : 0;
        });
        return new OutputGrid(side, "values", cells, from, from + span);
    }

    /// Returns the outputs of a network with one output a class: which class wins, and how sure it is.
    ///
    /// @param outputs all cells of class 0, then all of class 1, …, such as the data of the classes × side² matrix
    /// that `predict` gives
    public static OutputGrid ofClasses(int side, int classes, double[] outputs) {
        if (classes < 2 || classes > 255) {
            throw new IllegalArgumentException("A plane shows 2 to 255 classes, not " + classes + ".");
        }
        check(side, classes, outputs.length);
        int count = side * side;
        String cells = pairs(side, cell -> {
            int winner = 0;
            for (int each = 1; each < classes; each++) {
                if (outputs[each * count + cell] > outputs[winner * count + cell]) {
                    winner = each;
                }
            }
            double sure = Math.clamp(outputs[winner * count + cell], 0, 1);
            return winner + 256 * Math.round(Double.isNaN(sure) ? 0 : 255 * sure);
        });
        return new OutputGrid(side, "classes", cells, 0, 1);
    }

    /// A picture has no use for numbers so large that their differences overflow.
    private static boolean shown(double value) {
        return Math.abs(value) <= 1e150;
    }

    private static DoubleSummaryStatistics shown(double[] values) {
        return Arrays.stream(values).filter(OutputGrid::shown).summaryStatistics();
    }

    private static void check(int side, int rows, int length) {
        if (side < 2 || side > MOST_SIDE) {
            throw new IllegalArgumentException(
                    "A grid has 2 to " + MOST_SIDE + " cells along a side, not " + side + ".");
        }
        if (length != rows * side * side) {
            throw new IllegalArgumentException(
                    "Expected %d outputs for %d × %d cells, got %d.".formatted(rows * side * side, side, side, length));
        }
    }

    private static String pairs(int side, IntToDoubleFunction code) {
        byte[] cells = new byte[2 * side * side];
        for (int cell = 0; cell < side * side; cell++) {
            int both = (int) code.applyAsDouble(cell);
            cells[2 * cell] = (byte) both;
            cells[2 * cell + 1] = (byte) (both >> 8);
        }
        return Base64.getEncoder().encodeToString(cells);
    }
}
