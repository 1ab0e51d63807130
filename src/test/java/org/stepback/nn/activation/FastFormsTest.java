package org.stepback.nn.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.math.Columns;

@DisplayName("The fast forms of activations give the bits of their equations")
class FastFormsTest {
    private static final Activation.Relu RELU = new Activation.Relu();
    private static final Activation.Tanh TANH = new Activation.Tanh();
    private static final Activation.Sigmoid SIGMOID = new Activation.Sigmoid();

    private static final double[] SPECIAL = {
        0,
        -0.0,
        0.02,
        -0.02,
        0.0199999,
        1e-300,
        Double.MIN_VALUE,
        -37,
        37,
        700,
        -800,
        -708.3964,
        1e308,
        -1e308,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    /// Exponentials below it are 0, as [org.stepback.nn.kernel.Exponential] says.
    private static final double SUBNORMAL = 1.0001 * Double.MIN_NORMAL;

    @Test
    @DisplayName("Relu, tanh and sigmoid have one, forward and backward, and it computes whole vectors")
    void exist() {
        double[] numbers = new double[16];
        for (Activation.Elementwise f : new Activation.Elementwise[] {RELU, TANH, SIGMOID}) {
            assertThat(FastForms.apply(f, numbers, numbers, 16)).isEqualTo(16);
            assertThat(FastForms.backward(f, numbers, numbers, numbers, numbers, 16))
                    .isEqualTo(16);
        }
    }

    @Property(tries = 300)
    void curves(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = -3, max = 3) int size,
            @ForAll long seed) {
        double[] z = new SplittableRandom(seed)
                .doubles(n, -1, 1)
                .map(x -> x * Math.pow(10, size))
                .toArray();
        checkBits(z);
        for (double each : z) {
            assertThat(TANH.f(each)).isCloseTo(StrictMath.tanh(each), withinPercentage(1e-12));
            double sigmoid = 1 / (1 + StrictMath.exp(-each));
            assertThat(SIGMOID.f(each)).isCloseTo(sigmoid, within(Math.max(1e-14 * sigmoid, SUBNORMAL)));
        }
    }

    @Test
    void curves_at_the_ends() {
        checkBits(SPECIAL);
        assertThat(TANH.f(1e308)).isEqualTo(1);
        assertThat(TANH.f(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(SIGMOID.f(-800)).isEqualTo(0);
        assertThat(SIGMOID.f(1e308)).isEqualTo(1);
        assertThat(TANH.f(Double.NaN)).isNaN();
        assertThat(SIGMOID.f(Double.NaN)).isNaN();
        assertThat(SIGMOID.f(-708.3964)).isCloseTo(StrictMath.exp(-708.3964), withinPercentage(1e-12));
    }

    /// Of all numbers together, which takes the fast form, and of each number alone, which is too few for it.
    private static void checkBits(double[] z) {
        for (Activation f : Activation.ALL) {
            if (f instanceof Activation.Elementwise activation) {
                double[] a = Arrays.stream(z).map(activation::f).toArray();
                DMatrixRMaj rows = new DMatrixRMaj(1, z.length);
                activation.apply(row(z), rows);
                assertThat(rows.data).as(f.name()).isEqualTo(a);

                double[] da = new SplittableRandom(1).doubles(z.length, -2, 2).toArray();
                double[] dz = new double[z.length];
                Arrays.setAll(dz, i -> activation.backward(da[i], z[i], a[i]));
                activation.backward(row(da), row(z), row(a), rows);
                assertThat(rows.data).as(f.name()).isEqualTo(dz);
            }
        }
    }

    private static DMatrixRMaj row(double[] numbers) {
        return DMatrixRMaj.wrap(1, numbers.length, numbers);
    }

    @Property(tries = 300)
    void softmax(
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 20) int columns,
            @ForAll long seed) {
        double[] z =
                new SplittableRandom(seed).doubles(rows * columns, -400, 400).toArray();
        double[] a = checkSoftmax(z, rows, columns);
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                double quotient = 0; // 1 / Σ e^(zₖ − zᵢ), written down once more
                for (int k = 0; k < rows; k++) {
                    quotient += StrictMath.exp(z[k * columns + column] - z[row * columns + column]);
                }
                assertThat(a[row * columns + column]).isCloseTo(1 / quotient, within(1e-13));
                sum += a[row * columns + column];
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void softmax_of_what_is_not_finite() {
        for (int rotation = 0; rotation < SPECIAL.length; rotation++) {
            double[] z = Arrays.copyOf(SPECIAL, 2 * SPECIAL.length);
            for (int i = 0; i < SPECIAL.length; i++) {
                z[SPECIAL.length + i] = SPECIAL[(i + rotation) % SPECIAL.length];
            }
            checkSoftmax(z, 2, SPECIAL.length);
        }
    }

    /// Of all columns together, and of each column alone.
    private static double[] checkSoftmax(double[] z, int rows, int columns) {
        DMatrixRMaj together = new DMatrixRMaj(rows, columns);
        new Activation.Softmax().apply(DMatrixRMaj.wrap(rows, columns, z), together);
        for (int column = 0; column < columns; column++) {
            DMatrixRMaj alone = new DMatrixRMaj(rows, 1);
            new Activation.Softmax().apply(Columns.block(DMatrixRMaj.wrap(rows, columns, z), column, 1), alone);
            assertThat(Columns.block(together, column, 1).data).isEqualTo(alone.data);
        }
        return together.data;
    }
}
