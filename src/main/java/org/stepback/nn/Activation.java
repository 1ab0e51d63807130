package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/// What a layer does to its weighted sums: `A = f(Z)`, and the way back, from `∂L/∂A` to `∂L/∂Z`.
///
/// Matrices are units × batch. To add an activation, write one record and name it in [#ALL].
/// Source: Keras 3, `keras.activations`.
public sealed interface Activation {
    /// Every activation, in the order in which a picker shows them.
    List<Activation> ALL = List.of(new Linear(), new Relu(), new LeakyRelu(), new Tanh(), new Sigmoid(), new Softmax());

    /// The activation with this Keras name, if there is one.
    static Optional<Activation> named(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `relu`.
    String name();

    /// Forward: `A = f(Z)`. Both are units × batch; `a` is overwritten.
    void apply(DMatrixRMaj z, DMatrixRMaj a);

    /// Backward, by the chain rule: `∂L/∂Z` from `∂L/∂A`. All are units × batch; `dz` is overwritten.
    void pull(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz);

    /// Whether every output lies between 0 and 1, so that it can be read as a probability.
    default boolean givesProbabilities() {
        return false;
    }

    /// An activation that treats each number for itself: `a = f(z)` and `∂L/∂z = ∂L/∂a · f′(z)`.
    sealed interface Elementwise extends Activation {
        /// The activation of one weighted sum.
        double f(double z);

        /// The derivative `f′(z)`, where `a = f(z)` is known already.
        double derivative(double z, double a);

        @Override
        default void apply(DMatrixRMaj z, DMatrixRMaj a) {
            for (int i = 0; i < z.getNumElements(); i++) {
                a.data[i] = f(z.data[i]);
            }
        }

        @Override
        default void pull(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            for (int i = 0; i < z.getNumElements(); i++) {
                dz.data[i] = da.data[i] * derivative(z.data[i], a.data[i]);
            }
        }
    }

    /// The sum itself: `f(z) = z`, `f′(z) = 1`.
    record Linear() implements Elementwise {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public double f(double z) {
            return z;
        }

        @Override
        public double derivative(double z, double a) {
            return 1;
        }
    }

    /// Rectified linear: `f(z) = max(0, z)`, `f′(z) = 1` above 0 and 0 elsewhere, at 0 too.
    record Relu() implements Elementwise {
        @Override
        public String name() {
            return "relu";
        }

        @Override
        public double f(double z) {
            return Math.max(0, z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : 0;
        }
    }

    /// A relu that lets a part of the negative side through: `f(z) = z` from 0 on, `negativeSlope · z` below.
    record LeakyRelu(double negativeSlope) implements Elementwise {
        /// Keras's slope, 0.2.
        public LeakyRelu() {
            this(0.2);
        }

        @Override
        public String name() {
            return "leaky_relu";
        }

        @Override
        public double f(double z) {
            return z >= 0 ? z : negativeSlope * z;
        }

        @Override
        public double derivative(double z, double a) {
            return z >= 0 ? 1 : negativeSlope;
        }
    }

    /// Hyperbolic tangent, from −1 to 1: `f′(z) = 1 − a²`.
    record Tanh() implements Elementwise {
        @Override
        public String name() {
            return "tanh";
        }

        @Override
        public double f(double z) {
            return StrictMath.tanh(z); // StrictMath: the same bits on every machine
        }

        @Override
        public double derivative(double z, double a) {
            return (1 - a) * (1 + a);
        }
    }

    /// The logistic curve, from 0 to 1: `f(z) = 1 / (1 + e^−z)`, `f′(z) = a (1 − a)`.
    record Sigmoid() implements Elementwise {
        @Override
        public String name() {
            return "sigmoid";
        }

        @Override
        public double f(double z) {
            double e = StrictMath.exp(-Math.abs(z)); // never overflows
            return z >= 0 ? 1 / (1 + e) : e / (1 + e);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }

        @Override
        public boolean givesProbabilities() {
            return true;
        }
    }

    /// Probabilities of classes: `aᵢ = e^zᵢ / Σₖ e^zₖ` in each column, so that a column sums to 1.
    ///
    /// Every output depends on every sum of its column: `∂L/∂zᵢ = aᵢ (∂L/∂aᵢ − Σₖ ∂L/∂aₖ aₖ)`.
    record Softmax() implements Activation {
        @Override
        public String name() {
            return "softmax";
        }

        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            for (int column = 0; column < z.numCols; column++) {
                double max = Columns.max(z, column); // e^(z − max) is the same quotient and never overflows
                double sum = 0;
                for (int row = 0; row < z.numRows; row++) {
                    double e = StrictMath.exp(z.unsafe_get(row, column) - max);
                    a.unsafe_set(row, column, e);
                    sum += e;
                }
                for (int row = 0; row < z.numRows; row++) {
                    a.unsafe_set(row, column, a.unsafe_get(row, column) / sum);
                }
            }
        }

        @Override
        public void pull(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            for (int column = 0; column < z.numCols; column++) {
                double mean = 0; // Σₖ ∂L/∂aₖ aₖ
                for (int row = 0; row < z.numRows; row++) {
                    mean += da.unsafe_get(row, column) * a.unsafe_get(row, column);
                }
                for (int row = 0; row < z.numRows; row++) {
                    dz.unsafe_set(row, column, a.unsafe_get(row, column) * (da.unsafe_get(row, column) - mean));
                }
            }
        }

        @Override
        public boolean givesProbabilities() {
            return true;
        }
    }
}
