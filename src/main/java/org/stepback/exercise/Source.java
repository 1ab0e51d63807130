package org.stepback.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.data.CsvFile;
import org.stepback.data.Dataset;
import org.stepback.data.Generator;
import org.stepback.data.Header;

/// The origin of a data cell's samples.
public sealed interface Source {
    /// Returns the samples.
    ///
    /// @param tables of the exercise's folder
    /// @throws IllegalArgumentException if a table or a target is not there
    default Dataset dataset(Map<String, CsvFile> tables) {
        return switch (this) {
            case Generated g -> g.generator().generate(g.samples(), g.noise(), g.seed());
            case Table t -> Tables.of(t, tables).dataset(t.target(), t.weight()).mixed(t.seed());
            case Literal l -> l.dataset();
        };
    }

    /// Returns whether its samples count by weights of their own.
    default boolean isWeighted() {
        return switch (this) {
            case Generated _ -> false;
            case Table t -> t.weight().isPresent();
            case Literal l -> !l.weights().isEmpty();
        };
    }

    /// Returns the names of the classes that the targets name, class 0 first; none where they are plain numbers.
    default List<String> classes(Map<String, CsvFile> tables) {
        return switch (this) {
            case Generated g -> g.generator().classes();
            case Table t -> Tables.of(t, tables).classes(t.target());
            case Literal l -> l.dataset().classes();
        };
    }

    /// A figure, drawn from a seed.
    record Generated(Generator generator, int samples, double noise, long seed) implements Source {}

    /// A table: a CSV file of the exercise's folder, or one that comes with the lab, such as `iris`.
    ///
    /// @param header the meaning of its first line; empty where that needs no word
    /// @param target the column to predict; the others are features
    /// @param seed fixes the mixed order of the rows, so that the last rows, which validate, are not all of one
    /// class
    /// @param weight the column that says how much each sample counts; empty where all count alike
    record Table(String file, Optional<Header> header, String target, long seed, Optional<String> weight)
            implements Source {}

    /// Numbers written in the cell, one row a sample, in this order.
    ///
    /// @param weights how much each sample counts; none where all count alike
    record Literal(List<List<Double>> x, List<List<Double>> y, List<Double> weights) implements Source {
        public Literal {
            x = x.stream().map(List::copyOf).toList();
            y = y.stream().map(List::copyOf).toList();
            weights = List.copyOf(weights);
        }

        public Dataset dataset() {
            return Dataset.ofRows(rows(x), rows(y))
                    .weighted(weights.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private static double[][] rows(List<List<Double>> rows) {
            return rows.stream()
                    .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
        }
    }
}
