package org.stepback.interop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.number.NumberText;

/// Samples that stand in the code as numbers, such as `x = np.array([[0, 0], [0, 1]])`.
///
/// @param x a row for each sample
/// @param y the targets of each sample
record KerasData(List<List<Double>> x, List<List<Double>> y) {
    private static final Set<String> ARRAYS = Set.of("array", "asarray", "constant", "tensor", "convert_to_tensor");

    /// Returns the targets as the trainer takes them, outputs × samples.
    DMatrixRMaj targets() {
        double[][] rows = y.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return Dataset.ofRows(rows, rows).y();
    }

    int samples() {
        return x.size();
    }

    /// Returns the samples of two arguments of `fit`; empty where they are not written out, or too many for a cell.
    static Optional<KerasData> of(Optional<Py> x, Optional<Py> y, UnaryOperator<Py> resolve) {
        List<List<Double>> features = x.map(value -> rows(value, resolve)).orElse(List.of());
        List<List<Double>> targets = y.map(value -> rows(value, resolve)).orElse(List.of());
        boolean fits = isTable(features, Dataset.MAX_INPUTS)
                && isTable(targets, Dataset.MAX_OUTPUTS)
                && features.size() == targets.size()
                && features.size() <= Cell.Data.MAX_LITERAL_SAMPLES
                && numbers(features) + numbers(targets) <= Cell.Data.MAX_LITERAL_NUMBERS;
        return fits ? Optional.of(new KerasData(features, targets)) : Optional.empty();
    }

    private static boolean isTable(List<List<Double>> rows, int widest) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        return width > 0 && width <= widest && rows.stream().allMatch(row -> row.size() == width);
    }

    private static int numbers(List<List<Double>> rows) {
        return rows.stream().mapToInt(List::size).sum();
    }

    /// Returns the rows of a list of lists; a plain list has one number a row. Empty where something else stands.
    private static List<List<Double>> rows(Py value, UnaryOperator<Py> resolve) {
        if (!(listed(resolve.apply(value), resolve) instanceof Py.Items items)) {
            return List.of();
        }
        List<List<Double>> rows = items.all().stream().map(KerasData::row).toList();
        return rows.stream().anyMatch(List::isEmpty) ? List.of() : rows;
    }

    private static Py listed(Py value, UnaryOperator<Py> resolve) {
        return value instanceof Py.Call call
                        && ARRAYS.contains(call.callee().last())
                        && !call.arguments().isEmpty()
                ? resolve.apply(call.arguments().getFirst().value())
                : value;
    }

    private static List<Double> row(Py value) {
        if (value instanceof Py.Num num) {
            return List.of(num.value());
        }
        return value instanceof Py.Items items && items.all().stream().allMatch(Py.Num.class::isInstance)
                ? items.all().stream().map(item -> ((Py.Num) item).value()).toList()
                : List.of();
    }

    /// Returns the source of a data cell.
    String yaml() {
        return "x:\n" + yaml(x) + "y:\n" + yaml(y);
    }

    private static String yaml(List<List<Double>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(NumberText::plain).collect(Collectors.joining(", ", "  - [", "]\n")))
                .collect(Collectors.joining());
    }
}
