package org.stepback.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The vector kernels give the bits of the plain ones, and both the numbers of the definition")
class KernelsTest {
    private static final List<Kernels> FORMS = List.of(new PlainKernels(), new VectorKernels());

    @Test
    @DisplayName("The lab runs with the vector form where the module is there, as it is here")
    void best() {
        assertThat(Kernels.BEST).isInstanceOf(VectorKernels.class);
    }

    @Property(tries = 300)
    void products(
            @ForAll @IntRange(min = 1, max = 20) int m,
            @ForAll @IntRange(min = 1, max = 20) int k,
            @ForAll @IntRange(min = 1, max = 80) int n,
            @ForAll long seed) {
        checkProducts(m, k, n, seed);
    }

    @Test
    @DisplayName("Also products that go through several panels, in their depth and in their width")
    void large_products() {
        checkProducts(37, 300, 101, 1);
        checkProducts(8, 128, 64, 2);
        checkProducts(64, 129, 9, 3);
        checkProducts(10, 256, 24, 4);
        checkProducts(16, 200, 8, 5);
    }

    private static void checkProducts(int m, int k, int n, long seed) {
        var random = new SplittableRandom(seed);
        double[] a = numbers(random, m * k);
        double[] b = numbers(random, k * n);
        double[] bias = numbers(random, m);
        double[] expected = product(a, b, bias, m, k, n);
        double[] withoutBias = product(a, b, new double[m], m, k, n);
        double[] aTransposed = transposed(a, m, k);
        double[] bTransposed = transposed(b, k, n);
        for (Kernels form : FORMS) {
            double[] c = new double[m * n];
            form.multiplyAdd(a, b, bias, c, m, k, n);
            assertThat(c).as(form.name()).isEqualTo(expected);
            form.multiplyTransposedLeft(aTransposed, b, c, m, k, n);
            assertThat(c).as(form.name()).isEqualTo(withoutBias);
            form.multiplyTransposedRight(a, bTransposed, c, new double[Kernels.scratch(m, k, n)], m, k, n);
            assertThat(c).as(form.name()).isEqualTo(m * n > Kernels.FEW ? withoutBias : inLanes(a, bTransposed, k, n));
        }
    }

    /// The definition: each element is one chain of fused multiply-adds.
    private static double[] product(double[] a, double[] b, double[] bias, int m, int k, int n) {
        double[] c = new double[m * n];
        for (int row = 0; row < m; row++) {
            for (int column = 0; column < n; column++) {
                double sum = bias[row];
                for (int i = 0; i < k; i++) {
                    sum = Math.fma(a[row * k + i], b[i * n + column], sum);
                }
                c[row * n + column] = sum;
            }
        }
        return c;
    }

    /// The definition of few elements: each is the sum of eight chains, of which number i is part of chain i mod 8.
    private static double[] inLanes(double[] a, double[] bTransposed, int k, int n) {
        double[] c = new double[a.length / k * n];
        for (int element = 0; element < c.length; element++) {
            double[] lanes = new double[8];
            for (int i = 0; i < k; i++) {
                lanes[i % 8] = Math.fma(a[element / n * k + i], bTransposed[element % n * k + i], lanes[i % 8]);
            }
            double even = (lanes[0] + lanes[4]) + (lanes[2] + lanes[6]);
            c[element] = even + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
        }
        return c;
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] transposed = new double[a.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = a[row * columns + column];
            }
        }
        return transposed;
    }

    private static double[] numbers(SplittableRandom random, int count) {
        return random.doubles(count, -2, 2).toArray();
    }

    @Property(tries = 300)
    void distances(@ForAll @IntRange(min = 0, max = 100) int n, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] x = numbers(random, n);
        double[] y = numbers(random, n);
        double[] differences = new double[n];
        Arrays.setAll(differences, i -> x[i] - y[i]);
        double expected = PlainSums.dot(differences, 0, differences, 0, n);
        FORMS.forEach(form -> assertThat(form.squaredDistance(x, y, n)).isEqualTo(expected));
    }

    @Property(tries = 300)
    void squares(@ForAll @IntRange(min = 0, max = 700) int n, @ForAll long seed) {
        double[] x = numbers(new SplittableRandom(seed), n);
        double plain = FORMS.getFirst().sumOfSquares(x, n);
        assertThat(FORMS.getLast().sumOfSquares(x, n)).isEqualTo(plain);
        double sum = 0;
        for (double each : x) {
            sum += each * each;
        }
        assertThat(plain).isCloseTo(sum, within(1e-13 * Math.max(1, sum)));
    }

    @Property(tries = 300)
    void sums_and_largest(
            @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 0, max = 50) int n, @ForAll long seed) {
        double[] x = numbers(new SplittableRandom(seed), m * n);
        double[] plain = new double[m];
        double[] vectors = new double[m];
        FORMS.getFirst().sumRows(x, plain, m, n);
        FORMS.getLast().sumRows(x, vectors, m, n);
        assertThat(vectors).isEqualTo(plain);
        for (int row = 0; row < m; row++) {
            double sum = Arrays.stream(x, row * n, (row + 1) * n).sum();
            assertThat(plain[row]).isCloseTo(sum, within(1e-13));
        }
        double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
        FORMS.forEach(form -> assertThat(form.maxAbs(x, x.length)).isEqualTo(largest));
    }

    @Property(tries = 500)
    void gradients_of_a_layer(
            @ForAll @IntRange(min = 1, max = 9) int m,
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll boolean useBias,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] delta = numbers(random, m * k);
        double[] x = numbers(random, n * k);
        double[] scratch = new double[Kernels.scratch(m, k, n)];
        double[] dW = new double[m * n];
        double[] db = new double[useBias ? m : 0];
        FORMS.getFirst().multiplyTransposedRight(delta, x, dW, scratch, m, k, n);
        FORMS.getFirst().sumRows(delta, db, db.length, k);
        for (Kernels form : FORMS) {
            double[] kernel = new double[m * n];
            double[] bias = new double[db.length];
            form.gradients(delta, x, kernel, bias, scratch, m, k, n);
            assertThat(kernel).as(form.name()).isEqualTo(dW);
            assertThat(bias).as(form.name()).isEqualTo(db);
        }
    }

    @Property(tries = 50)
    void a_number_that_is_none_is_the_largest(
            @ForAll @IntRange(min = 1, max = 30) int n, @ForAll @IntRange(max = 29) int at) {
        double[] x = new double[n];
        x[at % n] = Double.NaN;
        FORMS.forEach(form -> assertThat(form.maxAbs(x, n)).isNaN());
    }
}
