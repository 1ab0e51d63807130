package org.stepback.nn.loss;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.kernel.Exponential;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.setting.RecordNames;
import org.stepback.nn.setting.Tunable;
import org.stepback.nn.setting.Within;

/// A measure of how wrong the predictions of a batch are, with its gradient.
///
/// Prediction and target are outputs × batch. A sample's loss is a mean (or, over classes, a sum) over its outputs; the
/// batch's loss is the mean over its samples. To add a loss, write one record and name it in the list of its file:
/// [#ALL] here, or `all()` of [NumberLoss], [LabelLoss], [ColumnLoss] or [ClassCrossentropy]. Source: Keras 3,
/// `keras.losses`, with its ε = 1e-7.
public sealed interface Loss extends Tunable permits Loss.Elementwise, ColumnLoss, ClassCrossentropy {
    /// Keras's ε: the crossentropies clip a prediction to ε … 1 − ε, so that a logarithm stays finite.
    double EPSILON = 1e-7;

    /// Every loss, in the order in which a picker shows them: the common ones first.
    List<Loss> ALL = Stream.<List<? extends Loss>>of(
                    List.of(new MeanSquaredError(), new BinaryCrossentropy(), new CategoricalCrossentropy()),
                    NumberLoss.all(),
                    LabelLoss.all(),
                    ColumnLoss.all(),
                    ClassCrossentropy.all())
            .<Loss>flatMap(List::stream)
            .toList();

    /// Returns the loss with this Keras name, if there is one.
    static Optional<Loss> named(String name) {
        return ALL.stream().filter(loss -> loss.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `mean_squared_error`.
    @Override
    default String name() {
        return RecordNames.of((Record) this);
    }

    /// Returns whether all its settings are Keras's own.
    default boolean isUsual() {
        return ALL.contains(this);
    }

    /// Returns the loss of one sample, the given column.
    double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column);

    /// Returns the loss of the batch: the mean of its samples' losses.
    default double value(DMatrixRMaj prediction, DMatrixRMaj target) {
        double sum = 0;
        for (int column = 0; column < target.numCols; column++) {
            sum += ofSample(prediction, target, column);
        }
        return sum / target.numCols;
    }

    /// `∂L/∂ŷ` for the loss of the batch; `dPrediction` is overwritten.
    void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction);

    /// Returns whether loss and output activation have a joint form that is exact where a clipped probability is not.
    default boolean fusesWith(Activation output) {
        return false;
    }

    /// Returns the loss of one sample from the weighted sums `z` of the output layer, not clipped.
    default double fusedOfSample(DMatrixRMaj z, DMatrixRMaj target, int column) {
        throw new UnsupportedOperationException(name() + " has no fused form");
    }

    /// Returns the loss of the batch from the weighted sums `z` of the output layer, where `a = f(z)`, not clipped.
    default double fusedValue(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target) {
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

    /// Returns what it compares the predictions with.
    default Targets targets() {
        return Targets.NUMBERS;
    }

    /// Returns how many rows the table of targets has for a network with so many outputs.
    default int targetRows(int outputs) {
        return targets().rows(outputs);
    }

    /// Returns why an output layer does not fit this loss; empty if it fits.
    default Optional<Misfit> outputMisfit(int outputs, Activation output) {
        return Optional.empty();
    }

    /// Returns why an output layer does not fit this loss, with what to change, where the targets are not known; empty
    /// if it fits. See [LossFit] where they are.
    default Optional<String> misfit(int outputs, Activation output) {
        return outputMisfit(outputs, output).map(misfit -> misfit.orUse(relative()
                        .filter(loss -> loss.outputMisfit(outputs, output).isEmpty())
                        .or(() -> Optional.of(LossFit.usual(outputs, output))))
                .sentence());
    }

    /// Returns why these targets do not fit this loss and so many outputs; empty if they fit.
    default Optional<Misfit> misfit(int outputs, DMatrixRMaj target) {
        return targets().misfit(name(), outputs, target);
    }

    /// Returns the loss that comes nearest to this one where this one does not fit, if one of the usual does not.
    default Optional<Loss> relative() {
        return Optional.empty();
    }

    /// A loss that compares each output for itself and takes the mean: `L = mean ℓ(ŷ, y)` over outputs and batch.
    sealed interface Elementwise extends Loss permits MeanSquaredError, BinaryCrossentropy, NumberLoss, LabelLoss {
        /// Returns the loss of one output, `ℓ(ŷ, y)`.
        double of(double prediction, double y);

        /// Returns the derivative `∂ℓ/∂ŷ` of one output.
        double derivative(double prediction, double y);

        @Override
        default double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double sum = 0;
            for (int row = 0; row < target.numRows; row++) {
                sum += of(prediction.unsafe_get(row, column), target.unsafe_get(row, column));
            }
            return sum / target.numRows;
        }

        @Override
        default void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            int count = target.getNumElements(); // outputs · batch, the numbers that the two means divide by
            for (int i = 0; i < count; i++) {
                dPrediction.data[i] = derivative(prediction.data[i], target.data[i]) / count;
            }
        }
    }

    /// The mean of the squared errors: `ℓ = (ŷ − y)²`, `∂ℓ/∂ŷ = 2 (ŷ − y)`.
    ///
    /// With one output it is the lesson's loss. TensorFlow Playground's is half of it:
    /// [NumberLoss.HalfSquaredError].
    record MeanSquaredError() implements Elementwise {
        @Override
        public double of(double prediction, double y) {
            return (prediction - y) * (prediction - y);
        }

        @Override
        public double derivative(double prediction, double y) {
            return 2 * (prediction - y);
        }

        @Override
        public double value(DMatrixRMaj prediction, DMatrixRMaj target) {
            return Tensors.meanSquare(prediction, target);
        }
    }

    /// Crossentropy of yes and no: `ℓ = −y log ŷ − (1 − y) log(1 − ŷ)`, `∂ℓ/∂ŷ = (ŷ − y) / (ŷ (1 − ŷ))`.
    ///
    /// `ŷ` is clipped to ε … 1 − ε, outside of which the gradient is 0. Fused with sigmoid it is exact everywhere:
    /// `ℓ = max(z, 0) − z y + log(1 + e^−|z|)`, `∂ℓ/∂z = a − y`.
    ///
    /// @param labelSmoothing s; 0 by default, below 1: y is replaced by `y (1 − s) + s/2`
    record BinaryCrossentropy(@Within("[0, 1)") double labelSmoothing) implements Elementwise {
        private static final double SURE = 1e-6;

        /// Without label smoothing.
        public BinaryCrossentropy() {
            this(0);
        }

        @Override
        public double of(double prediction, double y) {
            double p = Clip.toProbability(prediction);
            double t = smooth(y);
            return -(t * StrictMath.log(p) + (1 - t) * StrictMath.log(1 - p));
        }

        @Override
        public double derivative(double p, double y) {
            return Clip.clips(p) ? 0 : (p - smooth(y)) / (p * (1 - p));
        }

        private double smooth(double y) {
            return y * (1 - labelSmoothing) + labelSmoothing / 2;
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
                double t = smooth(target.unsafe_get(row, column));
                sum += Math.max(logit, 0) - logit * t + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
            }
            return sum / target.numRows;
        }

        /// Takes the logarithms of all samples at once, as one of a product: `1 / (1 + e^−|z|)` is the larger of a
        /// and 1 − a.
        @Override
        public double fusedValue(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target) {
            int count = target.getNumElements();
            double sum = Kernels.BEST.sumOfHinges(z.data, target.data, 1 - labelSmoothing, labelSmoothing / 2, count);
            double logs = 0;
            for (int from = 0; from < count; from += Kernels.MOST_FACTORS) {
                int factors = Math.min(Kernels.MOST_FACTORS, count - from);
                logs -= StrictMath.log(Kernels.BEST.productOfLarger(a.data, from, factors));
            }
            return (sum + (logs < SURE * count ? logs(z, count) : logs)) / count;
        }

        /// `Σ log(1 + e^−|z|)` one by one, for a batch so sure that `1 − a` has lost its digits.
        private static double logs(DMatrixRMaj z, int count) {
            double logs = 0;
            for (int i = 0; i < count; i++) {
                logs += StrictMath.log1p(Exponential.of(-Math.abs(z.data[i])));
            }
            return logs;
        }

        @Override
        public void fusedGradient(DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj target, DMatrixRMaj dz) {
            int count = target.getNumElements();
            double share = 1.0 / count;
            for (int i = 0; i < count; i++) {
                dz.data[i] = (a.data[i] - smooth(target.data[i])) * share;
            }
        }

        @Override
        public Targets targets() {
            return Targets.PROBABILITIES;
        }

        @Override
        public Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return LossCompatibility.needsProbabilities(this, output, "sigmoid");
        }
    }

    /// Crossentropy of classes: `L = −Σᵢ yᵢ log ŷᵢ`, mean over the batch; `y` is one-hot. See [ClassCrossentropy].
    ///
    /// @param labelSmoothing s; 0 by default, below 1: y is replaced by `y (1 − s) + s/K` for K classes
    record CategoricalCrossentropy(@Within("[0, 1)") double labelSmoothing) implements ClassCrossentropy {
        /// Without label smoothing.
        public CategoricalCrossentropy() {
            this(0);
        }

        @Override
        public double share(DMatrixRMaj target, int row, int column, int classes) {
            return target.unsafe_get(row, column) * (1 - labelSmoothing) + labelSmoothing / classes;
        }

        @Override
        public Targets targets() {
            return Targets.PROBABILITIES;
        }
    }
}
