package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.number.NumberText;
import org.stepback.number.Numeral;

/// Lists of numbers, and lists of such lists, as authors and students write them.
final class Matrices {
    private Matrices() {}

    /// Rows of equal length.
    ///
    /// @param row what a row is called, such as `sample`
    static List<List<Double>> rows(FieldReader slot, String row, int maxRows, int maxColumns) {
        List<List<Double>> rows = new ArrayList<>();
        for (FieldReader item : slot.items(row + " %d of " + NameSuggestions.lower(slot.subject()), 1, maxRows)) {
            List<Double> values = row(item, maxColumns);
            if (!rows.isEmpty() && values.size() != rows.getFirst().size() && !values.isEmpty()) {
                item.refuse(item.subject() + " must be as long as " + row + " 1, which has "
                        + NumberText.counted(rows.getFirst().size(), "number") + ". It has "
                        + values.size() + ".");
            }
            rows.add(values);
        }
        return rows;
    }

    /// Returns one row; a single number stands for a row of one.
    static List<Double> row(FieldReader slot, int maxColumns) {
        if (slot.node() instanceof Node.Scalar) {
            return List.of(slot.number(Range.ANY));
        }
        String item = "number %d of " + NameSuggestions.lower(slot.subject());
        return slot.sequence(1, maxColumns)
                .map(sequence -> IntStream.range(0, sequence.items().size())
                        .mapToObj(i -> number(slot, sequence, i, item))
                        .toList())
                .orElse(List.of());
    }

    /// Returns one of possibly many numbers: a sentence is only put together where it is needed.
    private static double number(FieldReader slot, Node.Sequence sequence, int index, String item) {
        OptionalDouble plain = sequence.items().get(index) instanceof Node.Scalar scalar
                ? Numeral.parse(scalar.text())
                : OptionalDouble.empty();
        return plain.orElseGet(() -> slot.item(sequence, index, item).number(Range.ANY));
    }

    static double[] arrayOf(List<Double> row) {
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
