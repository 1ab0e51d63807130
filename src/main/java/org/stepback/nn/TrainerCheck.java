package org.stepback.nn;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.loss.Loss;

/// The checks that a table, a network and settings can train together; each problem is a sentence.
final class TrainerCheck {
    private TrainerCheck() {}

    /// Returns the first problem; empty if there is none.
    static Optional<String> problem(Architecture architecture, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y) {
        Architecture.Output output = architecture.output();
        return Stream.<Supplier<Optional<String>>>of(
                        () -> shapes(architecture, settings.loss(), x, y),
                        () -> settings.problem(x.numCols),
                        () -> settings.loss().misfit(output.units(), output.activation()),
                        () -> settings.loss().misfit(output.units(), y),
                        () -> numbers("features", x),
                        () -> numbers("targets", y))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Returns why samples cannot count by these weights; empty if they can.
    static Optional<String> weightProblem(TrainerSettings settings, DMatrixRMaj x, double[] weights) {
        if (!settings.classWeights().isEmpty()) {
            return Optional.of("Samples count by their own weights or by those of their classes, not by both.");
        }
        if (weights.length != x.numCols) {
            return Optional.of("There are %d samples, but weights for %d.".formatted(x.numCols, weights.length));
        }
        for (int sample = 0; sample < weights.length; sample++) {
            if (!TrainerSettings.CLASS_WEIGHT.contains(weights[sample])) {
                return Optional.of("The weight of sample %d must be %s, but it is %s."
                        .formatted(sample + 1, TrainerSettings.CLASS_WEIGHT.words(), weights[sample]));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shapes(Architecture architecture, Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        if (x.numCols == 0) {
            return Optional.of("There are no samples to train on.");
        }
        if (x.numCols != y.numCols) {
            return Optional.of("There are %d samples, but targets for %d.".formatted(x.numCols, y.numCols));
        }
        if (x.numRows != architecture.inputs()) {
            return Optional.of("The network takes %d inputs, but the data has %d features."
                    .formatted(architecture.inputs(), x.numRows));
        }
        int units = architecture.output().units();
        int rows = loss.targetRows(units);
        if (rows != units && rows != y.numRows) {
            return Optional.of(loss.name() + " needs one target for each sample, the number of its class, but the data"
                    + " has " + y.numRows + ". Use categorical_crossentropy for them.");
        }
        return rows == y.numRows
                ? Optional.empty()
                : Optional.of(
                        "The last layer has %s, but the data has %d targets for each sample. Give the last layer %s."
                                .formatted(units(units), y.numRows, units(y.numRows)));
    }

    private static String units(int count) {
        return count == 1 ? "1 unit" : count + " units";
    }

    private static Optional<String> numbers(String what, DMatrixRMaj matrix) {
        for (int column = 0; column < matrix.numCols; column++) {
            for (int row = 0; row < matrix.numRows; row++) {
                if (!Double.isFinite(matrix.unsafe_get(row, column))) {
                    return Optional.of("The %s of sample %d hold %s, which is not a finite number."
                            .formatted(what, column + 1, matrix.unsafe_get(row, column)));
                }
            }
        }
        return Optional.empty();
    }
}
