package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/// How wrong the predictions of a batch are, and which way they should move.
///
/// Prediction and target are outputs × batch. A sample's loss is a mean (or, over classes, a sum) over its outputs; the
/// batch's loss is the mean over its samples. Source: Keras 3, `keras.losses`, with its ε = 1e-7.
public sealed interface Loss {
    /// Keras's ε: the crossentropies clip a prediction to ε … 1 − ε, so that a logarithm stays finite.
    double EPSILON = 1e-7;

    /// Every loss, in the order in which a picker shows them.
    List<Loss> ALL = List.of(new MeanSquaredError(), new BinaryCrossentropy(), new CategoricalCrossentropy());

    /// The loss with this Keras name, if there is one.
    static Optional<Loss> named(String name) {
        return ALL.stream().filter(loss -> loss.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `mean_squared_error`.
    String name();

    /// The loss of one sample, the given column.
    double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column);

    /// The loss of the batch: the mean of its samples' losses.
    default double value(DMatrixRMaj prediction, DMatrixRMaj target) {
        double sum = 0;
        for (int column = 0; column < target.numCols; column++) {
            sum += ofSample(prediction, target, column);
        }
        return sum / target.numCols;
    }

    /// `∂L/∂ŷ` for the loss of the batch; `dPrediction` is overwritten.
    void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction);

    /// Whether loss and output activation have a joint form that is exact where a clipped probability is not.
    default boolean fusesWith(Activation output) {
        return false;
    }

    /// The loss of one sample from the weighted sums `z` of the output layer, not clipped.
    default double fusedOfSample(DMatrixRMaj z, DMatrixRMaj target, int column) {
        throw new UnsupportedOperationException(name() + " has no fused form");
    }

    /// The loss of the batch from the weighted sums `z` of the output layer, not clipped.
    default double fusedValue(DMatrixRMaj z, DMatrixRMaj target) {
        double sum = 0;
        for (int column = 0; column < target.numCols; column++) {
            sum += fusedOfSample(z, target, column);
        }
        return sum / target.numCols;
    }

    /// `∂L/∂z` of the output layer at once, where `a = f(z)`; `dz` is overwritten.
    default void fusedGradient(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target, DMatrixRMaj dz) {
        throw new UnsupportedOperationException(name() + " has no fused form");
    }

    /// Why an output layer does not fit this loss, with what to change; empty if it fits.
    default Optional<String> misfit(int outputs, Activation output) {
        return Optional.empty();
    }

    /// Why these targets do not fit this loss, with what to change; empty if they fit.
    default Optional<String> misfit(DMatrixRMaj target) {
        return Optional.empty();
    }

    /// The mean of the squared errors: `L = (ŷ − y)²`, `∂L/∂ŷ = 2 (ŷ − y)`, each over outputs and batch.
    ///
    /// With one output it is the lesson's loss. TensorFlow Playground's is half of it.
    record MeanSquaredError() implements Loss {
        @Override
        public String name() {
            return "mean_squared_error";
        }

        @Override
        public double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double sum = 0;
            for (int row = 0; row < target.numRows; row++) {
                double error = prediction.unsafe_get(row, column) - target.unsafe_get(row, column);
                sum += error * error;
            }
            return sum / target.numRows;
        }

        @Override
        public void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            int count = target.getNumElements(); // outputs · batch, the numbers that the two means divide by
            for (int i = 0; i < count; i++) {
                dPrediction.data[i] = 2 * (prediction.data[i] - target.data[i]) / count;
            }
        }
    }

    /// Crossentropy of yes and no: `L = −y log ŷ − (1 − y) log(1 − ŷ)`, mean over outputs and batch.
    ///
    /// `ŷ` is clipped to ε … 1 − ε, outside of which the gradient is 0. Fused with sigmoid it is exact everywhere:
    /// `L = max(z, 0) − z y + log(1 + e^−|z|)`, `∂L/∂z = a − y`.
    record BinaryCrossentropy() implements Loss {
        @Override
        public String name() {
            return "binary_crossentropy";
        }

        @Override
        public double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double sum = 0;
            for (int row = 0; row < target.numRows; row++) {
                double p = clip(prediction.unsafe_get(row, column));
                double y = target.unsafe_get(row, column);
                sum -= y * StrictMath.log(p) + (1 - y) * StrictMath.log(1 - p);
            }
            return sum / target.numRows;
        }

        @Override
        public void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            int count = target.getNumElements();
            for (int i = 0; i < count; i++) {
                double p = prediction.data[i];
                double y = target.data[i];
                dPrediction.data[i] = isClipped(p) ? 0 : (p - y) / (p * (1 - p)) / count;
            }
        }

        @Override
        public boolean fusesWith(Activation output) {
            return output instanceof Activation.Sigmoid;
        }

        @Override
        public double fusedOfSample(DMatrixRMaj z, DMatrixRMaj target, int column) {
            double sum = 0;
            for (int row = 0; row < target.numRows; row++) {
                double logit = z.unsafe_get(row, column);
                double y = target.unsafe_get(row, column);
                sum += Math.max(logit, 0) - logit * y + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
            }
            return sum / target.numRows;
        }

        @Override
        public void fusedGradient(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target, DMatrixRMaj dz) {
            int count = target.getNumElements();
            for (int i = 0; i < count; i++) {
                dz.data[i] = (a.data[i] - target.data[i]) / count;
            }
        }

        @Override
        public Optional<String> misfit(int outputs, Activation output) {
            return LossFit.needsProbabilities(this, output, "sigmoid");
        }

        @Override
        public Optional<String> misfit(DMatrixRMaj target) {
            return LossFit.needsTargetsFrom0To1(this, target);
        }
    }

    /// Crossentropy of classes: `L = −Σᵢ yᵢ log ŷᵢ`, mean over the batch; `y` is one-hot.
    ///
    /// `ŷ` is divided by its sum first (`q = ŷ / Σŷ`), then clipped to ε … 1 − ε, as Keras does. Fused with
    /// softmax it is exact everywhere: `L = Σᵢ yᵢ (log Σₖ e^zₖ − zᵢ)`, `∂L/∂z = a Σy − y`, which is `a − y` for
    /// one-hot targets.
    record CategoricalCrossentropy() implements Loss {
        @Override
        public String name() {
            return "categorical_crossentropy";
        }

        @Override
        public double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double total = Columns.sum(prediction, column);
            double loss = 0;
            for (int row = 0; row < target.numRows; row++) {
                double q = clip(prediction.unsafe_get(row, column) / total);
                loss -= target.unsafe_get(row, column) * StrictMath.log(q);
            }
            return loss;
        }

        @Override
        public void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            for (int column = 0; column < target.numCols; column++) {
                double total = Columns.sum(prediction, column);
                double known = 0; // Σ y over the classes that are not clipped
                for (int row = 0; row < target.numRows; row++) {
                    double q = prediction.unsafe_get(row, column) / total;
                    known += isClipped(q) ? 0 : target.unsafe_get(row, column);
                }
                for (int row = 0; row < target.numRows; row++) {
                    double p = prediction.unsafe_get(row, column);
                    double own = isClipped(p / total) ? 0 : target.unsafe_get(row, column) / p;
                    dPrediction.unsafe_set(row, column, (known / total - own) / target.numCols);
                }
            }
        }

        @Override
        public boolean fusesWith(Activation output) {
            return output instanceof Activation.Softmax;
        }

        @Override
        public double fusedOfSample(DMatrixRMaj z, DMatrixRMaj target, int column) {
            double max = Columns.max(z, column);
            double sum = 0;
            for (int row = 0; row < z.numRows; row++) {
                sum += StrictMath.exp(z.unsafe_get(row, column) - max);
            }
            double logSumExp = max + StrictMath.log(sum);
            double loss = 0;
            for (int row = 0; row < z.numRows; row++) {
                loss += target.unsafe_get(row, column) * (logSumExp - z.unsafe_get(row, column));
            }
            return loss;
        }

        @Override
        public void fusedGradient(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target, DMatrixRMaj dz) {
            for (int column = 0; column < target.numCols; column++) {
                double total = Columns.sum(target, column);
                for (int row = 0; row < target.numRows; row++) {
                    double error = a.unsafe_get(row, column) * total - target.unsafe_get(row, column);
                    dz.unsafe_set(row, column, error / target.numCols);
                }
            }
        }

        @Override
        public Optional<String> misfit(int outputs, Activation output) {
            return outputs < 2 ? Optional.of(LossFit.ONE_CLASS) : LossFit.needsProbabilities(this, output, "softmax");
        }

        @Override
        public Optional<String> misfit(DMatrixRMaj target) {
            return LossFit.needsTargetsFrom0To1(this, target);
        }
    }

    private static double clip(double probability) {
        return Math.min(Math.max(probability, EPSILON), 1 - EPSILON);
    }

    private static boolean isClipped(double probability) {
        return probability <= EPSILON || probability >= 1 - EPSILON;
    }
}
