package org.stepback.nn.loss;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.setting.Within;

/// Losses of predicted numbers, output by output.
///
/// To add one, write its record and name it in [#all()].
public sealed interface NumberLoss extends Loss.Elementwise {
    /// Every one of them, in the order in which a picker shows them.
    static List<NumberLoss> all() {
        return List.of(
                new MeanAbsoluteError(),
                new Huber(),
                new LogCosh(),
                new HalfSquaredError(),
                new MeanAbsolutePercentageError(),
                new MeanSquaredLogarithmicError(),
                new Poisson());
    }

    /// The mean of the absolute errors: `ℓ = |ŷ − y|`, `∂ℓ/∂ŷ = sign(ŷ − y)`, 0 where they are equal.
    record MeanAbsoluteError() implements NumberLoss {
        @Override
        public double of(double prediction, double y) {
            return Math.abs(prediction - y);
        }

        @Override
        public double derivative(double prediction, double y) {
            return Math.signum(prediction - y);
        }
    }

    /// Squared near the target, straight beyond δ: `ℓ = e²/2` for an error `|e| ≤ δ`, else `δ (|e| − δ/2)`;
    /// `∂ℓ/∂ŷ` is e, cut off at ±δ. Huber 1964.
    ///
    /// @param delta δ, the size of an error from which the loss is straight; 1 by default, above 0
    record Huber(@Within("(0, 1000]") double delta) implements NumberLoss {
        /// Keras's δ, 1.
        public Huber() {
            this(1);
        }

        @Override
        public double of(double prediction, double y) {
            double size = Math.abs(prediction - y);
            return size <= delta ? size * size / 2 : delta * size - delta * delta / 2;
        }

        @Override
        public double derivative(double prediction, double y) {
            return Math.min(Math.max(-delta, prediction - y), delta);
        }
    }

    /// A Huber loss without a seam: `ℓ = log cosh e = |e| + log(1 + e^−2|e|) − log 2` for the error e,
    /// `∂ℓ/∂ŷ = tanh e`.
    record LogCosh() implements NumberLoss {
        private static final double LOG_2 = StrictMath.log(2);

        @Override
        public double of(double prediction, double y) {
            double size = Math.abs(prediction - y);
            return size + StrictMath.log1p(StrictMath.exp(-2 * size)) - LOG_2;
        }

        @Override
        public double derivative(double prediction, double y) {
            return StrictMath.tanh(prediction - y);
        }
    }

    /// TensorFlow Playground's loss, which Keras does not have: `ℓ = ½ (ŷ − y)²`, `∂ℓ/∂ŷ = ŷ − y`.
    ///
    /// It is half of [Loss.MeanSquaredError], so that half its learning rate is needed for the same steps. Source:
    /// playground's nn.ts, `Errors.SQUARE`.
    record HalfSquaredError() implements NumberLoss {
        @Override
        public double of(double prediction, double y) {
            return (prediction - y) * (prediction - y) / 2;
        }

        @Override
        public double derivative(double prediction, double y) {
            return prediction - y;
        }

        @Override
        public double value(DMatrixRMaj prediction, DMatrixRMaj target) {
            return Tensors.meanSquare(prediction, target) / 2;
        }
    }

    /// The mean error in percent of the target: `ℓ = 100 |ŷ − y| / max(|y|, ε)`, `∂ℓ/∂ŷ = 100 sign(ŷ − y) / max(|y|,
    /// ε)`.
    record MeanAbsolutePercentageError() implements NumberLoss {
        @Override
        public double of(double prediction, double y) {
            return 100 * Math.abs(prediction - y) / scale(y);
        }

        @Override
        public double derivative(double prediction, double y) {
            return 100 * Math.signum(prediction - y) / scale(y);
        }

        private static double scale(double y) {
            return Math.max(Math.abs(y), EPSILON);
        }

        @Override
        public Targets targets() {
            return Targets.NOT_ZERO;
        }

        @Override
        public Optional<Loss> relative() {
            return Optional.of(new MeanAbsoluteError());
        }
    }

    /// Squared errors of logarithms, for which a factor counts: `ℓ = d²` with `d = log(1 + ŷ) − log(1 + y)`,
    /// `∂ℓ/∂ŷ = 2 d / (1 + ŷ)`. Both are raised to ε at least, and a prediction below learns nothing.
    record MeanSquaredLogarithmicError() implements NumberLoss {
        @Override
        public double of(double prediction, double y) {
            double difference = difference(prediction, y);
            return difference * difference;
        }

        @Override
        public double derivative(double prediction, double y) {
            return prediction > EPSILON ? 2 * difference(prediction, y) / (1 + prediction) : 0;
        }

        private static double difference(double prediction, double y) {
            return StrictMath.log(Math.max(prediction, EPSILON) + 1) - StrictMath.log(Math.max(y, EPSILON) + 1);
        }

        @Override
        public Targets targets() {
            return Targets.NOT_NEGATIVE;
        }
    }

    /// The negative log likelihood of a count y where ŷ are expected, without a constant: `ℓ = ŷ − y log(ŷ + ε)`,
    /// `∂ℓ/∂ŷ = 1 − y / (ŷ + ε)`.
    record Poisson() implements NumberLoss {
        @Override
        public double of(double prediction, double y) {
            return prediction - y * StrictMath.log(prediction + EPSILON);
        }

        @Override
        public double derivative(double prediction, double y) {
            return 1 - y / (prediction + EPSILON);
        }

        @Override
        public Targets targets() {
            return Targets.NOT_NEGATIVE;
        }

        @Override
        public Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return LossCompatibility.needsNotNegative(this, output);
        }
    }
}
