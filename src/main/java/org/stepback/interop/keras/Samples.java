package org.stepback.interop.keras;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.number.NumberText;

/// The samples of a training.
sealed interface Samples {
    /// The part that is held out to validate.
    double validationSplit();

    /// Samples whose numbers the program has.
    ///
    /// @param x a row for each sample
    /// @param y the targets of each sample
    /// @param weights how much each sample counts; empty where all count alike
    record Own(List<List<Double>> x, List<List<Double>> y, List<Double> weights, double validationSplit)
            implements Samples {
        /// Returns the targets as the trainer takes them, outputs × samples.
        DMatrixRMaj targets() {
            double[][] rows = y.stream()
                    .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
            return Dataset.ofRows(rows, rows).y();
        }

        int inputs() {
            return x.getFirst().size();
        }

        /// Returns the source of a data cell.
        String yaml() {
            String counting = weights.isEmpty()
                    ? ""
                    : weights.stream()
                            .map(NumberText::plain)
                            .collect(Collectors.joining(", ", "sample_weight: [", "]\n"));
            return "x:\n" + yaml(x) + "y:\n" + yaml(y) + counting;
        }

        private static String yaml(List<List<Double>> rows) {
            return rows.stream()
                    .map(row -> row.stream().map(NumberText::plain).collect(Collectors.joining(", ", "  - [", "]\n")))
                    .collect(Collectors.joining());
        }
    }

    /// Samples whose numbers are not in the program.
    ///
    /// @param inputs how many features they have; 0 where the program does not say
    /// @param why for a sentence
    record Elsewhere(int inputs, String why, double validationSplit) implements Samples {}

    /// Returns the rows of a table; an axis alone has one number a row.
    static List<List<Double>> rows(NdArray table) {
        double[] all = table.toArray();
        int rows = table.shape()[0];
        int width = all.length / Math.max(1, rows);
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(row * width, (row + 1) * width)
                        .mapToObj(i -> all[i])
                        .toList())
                .toList();
    }
}
