package org.stepback.trace;

import java.util.Optional;
import java.util.function.IntFunction;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;

/// A matrix of a step as a table, of which a page is shown a window.
///
/// @param name as TeX, such as `W^{[1]}`
/// @param axes what rows and columns are, such as `units × inputs`
/// @param rowName of each row, and `columnName` of each column
/// @param at which number stands in a place
public record Grid(
        Trace trace,
        String name,
        String axes,
        int rows,
        int columns,
        IntFunction<String> rowName,
        IntFunction<String> columnName,
        Place at) {
    /// The most that a page is sent.
    public static final int WINDOW_ROWS = 16;

    /// The most that a page is sent.
    public static final int WINDOW_COLUMNS = 16;

    /// Gives the number in a place, both counted from 0.
    public interface Place {
        Quantity of(int row, int column);
    }

    public double value(int row, int column) {
        return trace.value(at.of(row, column));
    }

    /// Such as `5 × 2`.
    public String shape() {
        return rows + " × " + columns;
    }

    /// So many numbers are summed up at most.
    private static final int MOST_SUMMED = 1 << 15;

    /// Smallest, mean and largest of all.
    public record Summary(double least, double mean, double most) {}

    /// Of a matrix that is not so large that it would take long.
    public Optional<Summary> summary() {
        return (long) rows * columns > MOST_SUMMED ? Optional.empty() : Optional.of(summed());
    }

    private Summary summed() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = value(row, column);
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum += value;
            }
        }
        return new Summary(least, sum / ((double) rows * columns), most);
    }

    /// Returns whether a window shows a part of it only.
    public boolean isLarge() {
        return rows > WINDOW_ROWS || columns > WINDOW_COLUMNS;
    }
}
