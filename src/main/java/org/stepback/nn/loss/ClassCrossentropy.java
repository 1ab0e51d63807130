package org.stepback.nn.loss;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.math.Columns;

/// Crossentropies over classes: `L = −Σᵢ yᵢ log ŷᵢ` of each sample, mean over the batch.
///
/// `ŷ` is divided by its sum first (`q = ŷ / Σŷ`), then clipped to ε … 1 − ε, as Keras does. Fused with softmax it is
/// exact everywhere: `L = Σᵢ yᵢ (log Σₖ e^zₖ − zᵢ)`, `∂L/∂z = a Σy − y`, which is `a − y` where Σy = 1.
public sealed interface ClassCrossentropy extends Loss
        permits Loss.CategoricalCrossentropy, ClassCrossentropy.SparseCategoricalCrossentropy {
    /// A product of probabilities near the smallest doubles.
    double TINY = 0x1p-900;

    /// Returns those of them that are not in [Loss], in the order in which a picker shows them.
    static List<ClassCrossentropy> all() {
        return List.of(new SparseCategoricalCrossentropy());
    }

    /// `y` of a class (row) of a sample (column), from however the targets say it.
    double share(DMatrixRMaj target, int row, int column, int classes);

    @Override
    default double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
        int classes = prediction.numRows;
        double total = Columns.sum(prediction, column);
        double loss = 0;
        for (int row = 0; row < classes; row++) {
            double q = Clip.toProbability(prediction.unsafe_get(row, column) / total);
            loss -= share(target, row, column, classes) * StrictMath.log(q);
        }
        return loss;
    }

    @Override
    default void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
        int classes = prediction.numRows;
        for (int column = 0; column < target.numCols; column++) {
            double total = Columns.sum(prediction, column);
            double known = 0; // Σ y over the classes that are not clipped
            for (int row = 0; row < classes; row++) {
                double q = prediction.unsafe_get(row, column) / total;
                known += Clip.clips(q) ? 0 : share(target, row, column, classes);
            }
            for (int row = 0; row < classes; row++) {
                double p = prediction.unsafe_get(row, column);
                double own = Clip.clips(p / total) ? 0 : share(target, row, column, classes) / p;
                dPrediction.unsafe_set(row, column, (known / total - own) / target.numCols);
            }
        }
    }

    @Override
    default boolean fusesWith(Activation output) {
        return output instanceof Activation.Softmax;
    }

    @Override
    default double fusedOfSample(DMatrixRMaj z, DMatrixRMaj target, int column) {
        double logSumExp = Columns.logSumExp(z, column);
        double loss = 0;
        for (int row = 0; row < z.numRows; row++) {
            loss += share(target, row, column, z.numRows) * (logSumExp - z.unsafe_get(row, column));
        }
        return loss;
    }

    /// Takes the logarithms of all samples at once, as one of a product: with the largest z taken out, `Σₖ e^zₖ` is 1
    /// over the largest a.
    @Override
    default double fusedValue(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target) {
        double sum = 0;
        double product = 1;
        for (int column = 0; column < target.numCols; column++) {
            int best = Columns.indexOfMax(z, column);
            double max = z.unsafe_get(best, column);
            double total = 0; // Σy
            for (int row = 0; row < z.numRows; row++) {
                double y = share(target, row, column, z.numRows);
                sum += y * (max - z.unsafe_get(row, column));
                total += y;
            }
            if (total == 1) {
                product *= a.unsafe_get(best, column);
            } else {
                sum -= total * StrictMath.log(a.unsafe_get(best, column));
            }
            if (product < TINY) {
                sum -= StrictMath.log(product);
                product = 1;
            }
        }
        return (sum - StrictMath.log(product)) / target.numCols;
    }

    @Override
    default void fusedGradient(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target, DMatrixRMaj dz) {
        for (int column = 0; column < target.numCols; column++) {
            double total = 0; // Σy
            for (int row = 0; row < z.numRows; row++) {
                total += share(target, row, column, z.numRows);
            }
            for (int row = 0; row < z.numRows; row++) {
                double error = a.unsafe_get(row, column) * total - share(target, row, column, z.numRows);
                dz.unsafe_set(row, column, error / target.numCols);
            }
        }
    }

    @Override
    default Optional<Misfit> outputMisfit(int outputs, Activation output) {
        return LossCompatibility.needsClasses(this, outputs)
                .or(() -> LossCompatibility.needsProbabilities(this, output, "softmax"));
    }

    /// Crossentropy of classes whose targets are class numbers, 1 × batch: `L = −log ŷᵢ` for class i, 0 = the first.
    record SparseCategoricalCrossentropy() implements ClassCrossentropy {
        @Override
        public double share(DMatrixRMaj target, int row, int column, int classes) {
            return target.unsafe_get(0, column) == row ? 1 : 0;
        }

        @Override
        public Targets targets() {
            return Targets.CLASS_NUMBERS;
        }
    }
}
