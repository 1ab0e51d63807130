package org.stepback.trace.ui;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepback.trace.Equation;
import org.stepback.trace.Grid;
import org.stepback.trace.Scene;
import org.stepback.ui.Message;
import org.stepback.ui.chart.Packed;

/// A stage's formula, its sentences and its tables.
record SceneMessage(
        String title, String rule, List<String> sentences, String symbols, String numbers, List<GridMessage> grids)
        implements Message {
    /// @param corners of each table the first row and the first column that are shown
    static SceneMessage of(Scene scene, Equation equation, List<int[]> corners) {
        List<GridMessage> grids = IntStream.range(0, scene.grids().size())
                .mapToObj(grid -> GridMessage.of(scene.grids().get(grid), corners.get(grid)))
                .toList();
        return new SceneMessage(
                scene.title(), scene.rule(), scene.sentences(), equation.symbols(), equation.numbers(), grids);
    }

    /// The part of a table that is shown.
    ///
    /// @param rows all that there are, as `columns`
    /// @param top the first row that is sent, and `left` the first column
    /// @param summary smallest, mean and largest of a large table
    record GridMessage(
            String name,
            String axes,
            String shape,
            int rows,
            int columns,
            int top,
            int left,
            List<String> rowNames,
            List<String> columnNames,
            Packed values,
            @Nullable Packed summary)
            implements Message {
        static GridMessage of(Grid grid, int[] corner) {
            int top = corner[0];
            int left = corner[1];
            int rows = Math.min(Grid.WINDOW_ROWS, grid.rows() - top);
            int columns = Math.min(Grid.WINDOW_COLUMNS, grid.columns() - left);
            double[] values = IntStream.range(0, rows * columns)
                    .mapToDouble(i -> grid.value(top + i / columns, left + i % columns))
                    .toArray();
            return new GridMessage(
                    grid.name(),
                    grid.axes(),
                    grid.shape(),
                    grid.rows(),
                    grid.columns(),
                    top,
                    left,
                    names(top, rows, grid.rowName()),
                    names(left, columns, grid.columnName()),
                    Packed.doubles(values),
                    summary(grid));
        }

        private static List<String> names(int from, int count, IntFunction<String> name) {
            return IntStream.range(from, from + count).mapToObj(name).toList();
        }

        private static @Nullable Packed summary(Grid grid) {
            return !grid.isLarge()
                    ? null
                    : grid.summary()
                            .map(summary -> Packed.doubles(summary.least(), summary.mean(), summary.most()))
                            .orElse(null);
        }
    }
}
