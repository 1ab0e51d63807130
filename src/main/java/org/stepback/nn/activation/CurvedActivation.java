package org.stepback.nn.activation;

import java.util.List;
import org.stepback.nn.math.Erf;

/// Activations that bend: rounded forms of relu and sigmoid. σ is [Activation.Sigmoid].
///
/// To add one, write its record and name it in [#all()].
public sealed interface CurvedActivation extends Activation.Elementwise {
    /// Every one of them, in the order in which a picker shows them.
    static List<CurvedActivation> all() {
        return List.of(
                new Elu(),
                new Selu(),
                new Gelu(),
                new Silu(),
                new Softplus(),
                new Softsign(),
                new Mish(),
                new Celu(),
                new Exponential(),
                new Squareplus(),
                new LogSigmoid());
    }

    /// Exponential linear: `f(z) = z` above 0, `α (e^z − 1)` below; `f′(z)` is 1 and `α e^z`, 1 at 0. Clevert et al.
    /// 2015.
    ///
    /// @param alpha α, minus the limit far below 0; 1 by default
    record Elu(double alpha) implements CurvedActivation {
        /// Keras's α, 1.
        public Elu() {
            this(1);
        }

        @Override
        public double f(double z) {
            return z > 0 ? z : alpha * StrictMath.expm1(z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : alpha * StrictMath.exp(z);
        }

        @Override
        public Range range() {
            return new Range(-alpha, Double.POSITIVE_INFINITY);
        }
    }

    /// An elu scaled so that deep layers keep mean 0 and variance 1: `f(z) = λ z` above 0, `λ α (e^z − 1)` below;
    /// `f′(z)` is λ and `λ α e^z`. Klambauer et al. 2017, for `lecun_normal` kernels.
    record Selu() implements CurvedActivation {
        private static final double ALPHA = 1.6732632423543772848170429916717;
        private static final double SCALE = 1.0507009873554804934193349852946;

        @Override
        public double f(double z) {
            return z > 0 ? SCALE * z : SCALE * ALPHA * StrictMath.expm1(z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? SCALE : SCALE * ALPHA * StrictMath.exp(z);
        }

        @Override
        public Range range() {
            return new Range(-SCALE * ALPHA, Double.POSITIVE_INFINITY);
        }
    }

    /// An elu that is smooth for every α: `f(z) = z` above 0, `α (e^(z/α) − 1)` below; `f′(z)` is 1 and `e^(z/α)`.
    /// Barron 2017.
    ///
    /// @param alpha α, minus the limit far below 0; 1 by default, not 0
    record Celu(double alpha) implements CurvedActivation {
        /// Keras's α, 1.
        public Celu() {
            this(1);
        }

        @Override
        public double f(double z) {
            return z > 0 ? z : alpha * StrictMath.expm1(z / alpha);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : StrictMath.exp(z / alpha);
        }

        @Override
        public Range range() {
            return new Range(-alpha, Double.POSITIVE_INFINITY);
        }
    }

    /// The sum times the probability that a normal number is below it: `f(z) = z Φ(z)`, `f′(z) = Φ(z) + z φ(z)`, where
    /// `Φ(z) = erfc(−z/√2) / 2` and `φ(z) = e^(−z²/2) / √(2π)`. Hendrycks and Gimpel 2016, the exact form.
    record Gelu() implements CurvedActivation {
        private static double below(double z) {
            return Erf.erfc(-z * Math.sqrt(0.5)) / 2;
        }

        @Override
        public double f(double z) {
            return z * below(z);
        }

        @Override
        public double derivative(double z, double a) {
            return below(z) + z * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }
    }

    /// Also called swish: `f(z) = z σ(z)`, `f′(z) = σ(z) (1 + z σ(−z))`. Ramachandran et al. 2017.
    record Silu() implements CurvedActivation {
        @Override
        public double f(double z) {
            return z * Activation.Sigmoid.of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return Activation.Sigmoid.of(z) * (1 + z * Activation.Sigmoid.of(-z));
        }
    }

    /// `f(z) = z t` with `t = tanh(log(1 + e^z))`, `f′(z) = t + z (1 − t²) σ(z)`. Misra 2019.
    record Mish() implements CurvedActivation {
        @Override
        public double f(double z) {
            return z * StrictMath.tanh(Softplus.of(z));
        }

        @Override
        public double derivative(double z, double a) {
            double t = StrictMath.tanh(Softplus.of(z));
            return t + z * (1 - t) * (1 + t) * Activation.Sigmoid.of(z);
        }
    }

    /// A relu with a round corner: `f(z) = log(1 + e^z)`, `f′(z) = σ(z)`.
    record Softplus() implements CurvedActivation {
        /// Returns the curve itself, which other formulas need too.
        static double of(double z) {
            return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))); // never overflows
        }

        @Override
        public double f(double z) {
            return of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return Activation.Sigmoid.of(z);
        }

        @Override
        public Range range() {
            return Range.NOT_NEGATIVE;
        }
    }

    /// From −1 to 1 like tanh, but slower: `f(z) = z / (1 + |z|)`, `f′(z) = 1 / (1 + |z|)²`.
    record Softsign() implements CurvedActivation {
        @Override
        public double f(double z) {
            return z / (1 + Math.abs(z));
        }

        @Override
        public double derivative(double z, double a) {
            double size = 1 + Math.abs(z);
            return 1 / (size * size);
        }

        @Override
        public Range range() {
            return Range.SIGNED;
        }
    }

    /// `f(z) = e^z`, `f′(z) = a`: infinite above 709.
    record Exponential() implements CurvedActivation {
        @Override
        public double f(double z) {
            return StrictMath.exp(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a;
        }

        @Override
        public Range range() {
            return Range.NOT_NEGATIVE;
        }
    }

    /// The logarithm of sigmoid's probability: `f(z) = −log(1 + e^−z)`, `f′(z) = σ(−z)`.
    record LogSigmoid() implements CurvedActivation {
        @Override
        public double f(double z) {
            return -Softplus.of(-z);
        }

        @Override
        public double derivative(double z, double a) {
            return Activation.Sigmoid.of(-z);
        }

        @Override
        public Range range() {
            return Range.NOT_POSITIVE;
        }
    }

    /// A softplus without exponentials: `f(z) = (z + √(z² + b)) / 2`, `f′(z) = a / √(z² + b)`. Barron 2021.
    ///
    /// @param b how round the corner is; 4 by default, at least 0
    record Squareplus(double b) implements CurvedActivation {
        /// Keras's b, 4.
        public Squareplus() {
            this(4);
        }

        private double root(double z) {
            return StrictMath.hypot(z, Math.sqrt(b)); // never overflows
        }

        @Override
        public double f(double z) {
            double root = root(z);
            return z >= 0 ? (z + root) / 2 : b / (2 * (root - z)); // the same, without cancelling
        }

        @Override
        public double derivative(double z, double a) {
            return a / root(z);
        }

        @Override
        public Range range() {
            return Range.NOT_NEGATIVE;
        }
    }
}
