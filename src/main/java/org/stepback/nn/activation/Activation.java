package org.stepback.nn.activation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Curves;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.math.Columns;
import org.stepback.nn.setting.KerasNames;
import org.stepback.nn.setting.Named;

/// What a layer does to its weighted sums: `A = f(Z)`, and the way back, from `∂L/∂A` to `∂L/∂Z`.
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

    /// What a layer has that gives its sums as they are.
    Activation LINEAR = new Linear();

    /// The activation with this Keras name, if there is one.
    static Optional<Activation> named(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `relu`.
    @Override
    default String name() {
        return KerasNames.of((Record) this);
    }

    /// Forward: `A = f(Z)`. Both are units × batch; `a` is overwritten.
    void apply(DMatrixRMaj z, DMatrixRMaj a);

    /// Backward, by the chain rule: `∂L/∂Z` from `∂L/∂A`. All are units × batch; `dz` is overwritten.
    void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz);

    /// Where no output can lie outside of.
    default Range range() {
        return Range.ANY;
    }

    /// The sums z at which f′ or f″ jumps. Differences across such a point do not give the derivative.
    default List<Double> kinks() {
        return List.of();
    }

    /// Whether every output lies between 0 and 1, so that it can be read as a probability.
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
        default void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            for (int i = 0; i < z.getNumElements(); i++) {
                dz.data[i] = da.data[i] * derivative(z.data[i], a.data[i]);
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

        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            Kernels.BEST.relu(z.data, a.data, z.getNumElements());
        }

        @Override
        public void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            Kernels.BEST.reluBackward(da.data, z.data, dz.data, z.getNumElements());
        }

        @Override
        public Range range() {
            return Range.NOT_NEGATIVE;
        }

        @Override
        public List<Double> kinks() {
            return List.of(0.0);
        }
    }

    /// A relu that lets a part of the negative side through: `f(z) = z` from 0 on, `negativeSlope · z` below.
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

        @Override
        public List<Double> kinks() {
            return List.of(0.0);
        }
    }

    /// Hyperbolic tangent, from −1 to 1: `f′(z) = 1 − a²`.
    record Tanh() implements Elementwise {
        @Override
        public double f(double z) {
            return Curves.tanh(z);
        }

        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            Kernels.BEST.tanh(z.data, a.data, z.getNumElements());
        }

        @Override
        public void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            Kernels.BEST.pullTanh(da.data, a.data, dz.data, z.getNumElements());
        }

        @Override
        public double derivative(double z, double a) {
            return Curves.tanhSlope(a);
        }

        @Override
        public Range range() {
            return Range.SIGNED;
        }
    }

    /// The logistic curve, from 0 to 1: `f(z) = 1 / (1 + e^−z)`, `f′(z) = a (1 − a)`.
    record Sigmoid() implements Elementwise {
        @Override
        public double f(double z) {
            return Curves.sigmoid(z);
        }

        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            Kernels.BEST.sigmoid(z.data, a.data, z.getNumElements());
        }

        @Override
        public void backward(DMatrixRMaj da, DMatrixRMaj z, DMatrixRMaj a, DMatrixRMaj dz) {
            Kernels.BEST.pullSigmoid(da.data, a.data, dz.data, z.getNumElements());
        }

        @Override
        public double derivative(double z, double a) {
            return Curves.sigmoidSlope(a);
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
        @Override
        public void apply(DMatrixRMaj z, DMatrixRMaj a) {
            Kernels.BEST.softmax(z.data, a.data, z.numRows, z.numCols);
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
