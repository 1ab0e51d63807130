package org.stepback.nn;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.loss.LossFit;
import org.stepback.nn.loss.Misfit;

/// The checks that a table, a network and settings can train together; each problem is a sentence.
final class TrainerCheck {
    private TrainerCheck() {}

    /// Returns the first problem; empty if there is none.
    static Optional<String> problem(Architecture architecture, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y) {
        Architecture.Output output = architecture.output();
        return Stream.<Supplier<Optional<String>>>of(
                        () -> shapes(architecture, x, y),
                        () -> settings.problem(x.numCols),
                        () -> new LossFit(output.units(), output.activation(), y)
                                .incomputable(settings.loss())
                                .map(Misfit::sentence),
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

    private static Optional<String> shapes(Architecture architecture, DMatrixRMaj x, DMatrixRMaj y) {
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
        return Optional.empty();
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
