package org.stepback.exercise;

import java.util.ArrayList;
import java.util.List;

/// Lists of numbers, and lists of such lists, as authors and students write them.
final class Matrices {
    private Matrices() {}

    /// Rows of equal length.
    ///
    /// @param row what a row is called, such as `sample`
    static List<List<Double>> rows(Slot slot, String row, int maxRows, int maxColumns) {
        List<List<Double>> rows = new ArrayList<>();
        for (Slot item : slot.items(row + " %d of " + Names.lower(slot.subject()), 1, maxRows)) {
            List<Double> values = row(item, maxColumns);
            if (!rows.isEmpty() && values.size() != rows.getFirst().size() && !values.isEmpty()) {
                item.refuse("%s must be as long as %s 1: it has %d numbers, not %d."
                        .formatted(
                                item.subject(),
                                row,
                                values.size(),
                                rows.getFirst().size()));
            }
            rows.add(values);
        }
        return rows;
    }

    /// One row; a single number stands for a row of one.
    static List<Double> row(Slot slot, int maxColumns) {
        if (slot.node() instanceof Node.Scalar) {
            return List.of(slot.number(Range.ANY));
        }
        return slot.items("number %d of " + Names.lower(slot.subject()), 1, maxColumns).stream()
                .map(item -> item.number(Range.ANY))
                .toList();
    }

    static double[][] array(List<List<Double>> rows) {
        return rows.stream().map(Matrices::arrayOf).toArray(double[][]::new);
    }

    static double[] arrayOf(List<Double> row) {
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
