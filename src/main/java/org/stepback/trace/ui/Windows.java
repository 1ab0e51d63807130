package org.stepback.trace.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepback.trace.Grid;

/// The shown part of each matrix: its first row and column.
final class Windows {
    private final List<int[]> corners = new ArrayList<>();

    List<int[]> corners() {
        return corners;
    }

    /// Begins again with other matrices, so that a place is in sight.
    ///
    /// @param place matrix, row and column
    void reset(List<Grid> grids, Optional<int[]> place) {
        corners.clear();
        grids.forEach(_ -> corners.add(new int[2]));
        place.ifPresent(at -> move(
                grids,
                at[0],
                at[1] / Grid.WINDOW_ROWS * Grid.WINDOW_ROWS,
                at[2] / Grid.WINDOW_COLUMNS * Grid.WINDOW_COLUMNS));
    }

    /// Shows the part of a matrix that begins at a place, or ends with its last row and column.
    void move(List<Grid> grids, int grid, int row, int column) {
        if (grid >= 0 && grid < corners.size() && grid < grids.size()) {
            Grid found = grids.get(grid);
            int mostRow = Math.max(0, found.rows() - Grid.WINDOW_ROWS);
            int mostColumn = Math.max(0, found.columns() - Grid.WINDOW_COLUMNS);
            corners.set(grid, new int[] {Math.clamp(row, 0, mostRow), Math.clamp(column, 0, mostColumn)});
        }
    }
}
