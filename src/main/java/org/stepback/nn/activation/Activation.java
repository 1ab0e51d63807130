package org.stepback.nn.activation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Exponential;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.math.Columns;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.RecordNames;

/// The function f of a layer: forward `A = f(Z)` of its weighted sums, backward `∂L/∂Z` from `∂L/∂A`.
///
/// Matrices are units × batch. To add an activation, write one record and name it in the list of its file: [#ALL] here,
/// or `all()` of [CurvedActivation] or [ClippedActivation]. Source: Keras 3, `keras.activations`.
public sealed interface Activation extends Named
        permits Activation.Elementwise, Activation.Softmax, Activation.LogSoftmax {
    /// Every activation, in the order in which a picker shows them: the common ones first.
    List<Activation> ALL = Stream.<List<? extends Activation>>of(
                    List.of(new Linear(), new Relu(), new LeakyRelu(), new Tanh(), new Sigmoid(), new Softmax()),
                    CurvedActivation.all(),
                    ClippedActivation.all(),
                    List.of(new LogSoftmax()))
            .<Activation>flatMap(List::stream)
            .toList();

    /// The activation of a layer that gives its sums as they are.
    Activation LINEAR = new Linear();

    /// Returns the activation with this Keras name, if there is one.
    static Optional<Activation> named(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `relu`.
    @Override
    default String name() {
        return RecordNames.of((Record) this);
    }

    /// Forward: `A = f(Z)`. Both are units × batch; `a` is overwritten.
    void apply(DMatrixRMaj z, DMatrixRMaj a);

    /// Backward, by the chain rule: `∂L/∂Z` from `∂L/∂A`. All are units × batch; `dz` is overwritten.
    void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz);

    /// Returns the range that holds every output.
    default Range range() {
        return Range.ANY;
    }

    /// Returns whether every output lies between 0 and 1, so that it can be read as a probability.
    default boolean givesProbabilities() {
        return range().isWithin(Range.PROBABILITY);
    }

    /// The numbers from the first to the second, both included.
    record Range(double from, double to) {
        public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);
        static final Range NOT_POSITIVE = new Range(Double.NEGATIVE_INFINITY, 0);
        static final Range PROBABILITY = new Range(0, 1);
        public static final Range SIGNED = new Range(-1, 1);

        public boolean isWithin(Range other) {
            return from >= other.from && to <= other.to;
        }
    }

    /// An activation that treats each number for itself: `a = f(z)` and `∂L/∂z = ∂L/∂a · f′(z)`.
    sealed interface Elementwise extends Activation
            permits Linear, Relu, LeakyRelu, Tanh, Sigmoid, CurvedActivation, ClippedActivation {
        /// Returns the activation of one weighted sum.
        double f(double z);

        /// Returns the derivative `f′(z)`, where `a = f(z)` is known already.
        double derivative(double z, double a);

        /// Returns whether it levels off on both sides, and is not flat in the middle.
        default boolean saturates() {
            return Double.isFinite(range().from()) && Double.isFinite(range().to()) && derivative(0, f(0)) > 0;
        }

        /// `∂L/∂z` of one number, from `∂L/∂a`.
        default double backward(double da, double z, double a) {
            return da * derivative(z, a);
        }

        @Override
        default void apply(DMatrixRMaj z, DMatrixRMaj a) {
            int n = z.getNumElements();
            for (int i = FastForms.apply(this, z.data, a.data, n); i < n; i++) {
                a.data[i] = f(z.data[i]);
            }
        }

        @Override
        default void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            int n = z.getNumElements();
            for (int i = FastForms.backward(this, da.data, z.data, a.data, dz.data, n); i < n; i++) {
                dz.data[i] = backward(da.data[i], z.data[i], a.data[i]);
            }
        }
    }

    /// The sum itself: `f(z) = z`, `f′(z) = 1`.
    record Linear() implements Elementwise {
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
        public double f(double z) {
            return Math.max(0, z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : 0;
        }

        /// 0 where z is not above 0, also from an infinite `∂L/∂a`.
        @Override
        public double backward(double da, double z, double a) {
            return z > 0 ? da : 0;
        }

        @Override
        public Range range() {
            return Range.NOT_NEGATIVE;
        }
    }

    /// A relu that lets a part of the negative side through: `f(z) = z` from 0 on, `negativeSlope · z` below.
    ///
    /// @param negativeSlope the slope below 0; 0.2 by default
    record LeakyRelu(double negativeSlope) implements Elementwise {
        /// Keras's slope, 0.2.
        public LeakyRelu() {
            this(0.2);
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

    /// Hyperbolic tangent, from −1 to 1: `f(z) = (1 − e^−2z) / (1 + e^−2z)`, `f′(z) = 1 − a²`.
    record Tanh() implements Elementwise {
        /// With `m = 1 − e^−2|z|`, which keeps its digits near 0, it is `m / (2 − m)` with the sign of z.
        @Override
        public double f(double z) {
            double m = Exponential.missing(-2 * Math.abs(z));
            return Math.copySign(m / (2 - m), z);
        }

        @Override
        public double derivative(double z, double a) {
            return (1 - a) * (1 + a);
        }

        @Override
        public Range range() {
            return Range.SIGNED;
        }
    }

    /// The logistic curve, from 0 to 1: `f(z) = 1 / (1 + e^−z)`, `f′(z) = a (1 − a)`.
    record Sigmoid() implements Elementwise {
        /// Returns the curve itself, which other formulas need too; by `e^−|z|` it never overflows.
        static double of(double z) {
            double e = Exponential.of(-Math.abs(z));
            return (z >= 0 ? 1 : e) / (1 + e);
        }

        @Override
        public double f(double z) {
            return of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }

        @Override
        public Range range() {
            return Range.PROBABILITY;
        }
    }

    /// Probabilities of classes: `aᵢ = e^zᵢ / Σₖ e^zₖ` in each column, so that a column sums to 1.
    ///
    /// Every output depends on every sum of its column: `∂L/∂zᵢ = aᵢ (∂L/∂aᵢ − Σₖ ∂L/∂aₖ aₖ)`.
    record Softmax() implements Activation {
        /// By `e^(z − max)`: the quotient is the same and never overflows.
        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            int columns = z.numCols;
            int end = z.getNumElements();
            for (int column = Kernels.BEST.softmax(z.data, a.data, z.numRows, columns); column < columns; column++) {
                double max = Double.NEGATIVE_INFINITY;
                for (int i = column; i < end; i += columns) {
                    max = Math.max(max, z.data[i]);
                }
                double sum = 0;
                for (int i = column; i < end; i += columns) {
                    a.data[i] = Exponential.of(z.data[i] - max);
                    sum += a.data[i];
                }
                for (int i = column; i < end; i += columns) {
                    a.data[i] /= sum;
                }
            }
        }

        @Override
        public void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
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
        public Range range() {
            return Range.PROBABILITY;
        }
    }

    /// The logarithms of softmax's probabilities: `aᵢ = zᵢ − log Σₖ e^zₖ` in each column.
    ///
    /// `∂L/∂zᵢ = ∂L/∂aᵢ − e^aᵢ Σₖ ∂L/∂aₖ`.
    record LogSoftmax() implements Activation {
        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            for (int column = 0; column < z.numCols; column++) {
                double logSumExp = Columns.logSumExp(z, column);
                for (int row = 0; row < z.numRows; row++) {
                    a.unsafe_set(row, column, z.unsafe_get(row, column) - logSumExp);
                }
            }
        }

        @Override
        public void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            for (int column = 0; column < z.numCols; column++) {
                double sum = Columns.sum(da, column);
                for (int row = 0; row < z.numRows; row++) {
                    double p = StrictMath.exp(a.unsafe_get(row, column));
                    dz.unsafe_set(row, column, da.unsafe_get(row, column) - p * sum);
                }
            }
        }

        @Override
        public Range range() {
            return Range.NOT_POSITIVE;
        }
    }
}
