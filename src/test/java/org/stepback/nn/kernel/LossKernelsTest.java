package org.stepback.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "The kernels of losses and of the accuracy: the same bits in both forms, and the numbers of the definition")
class LossKernelsTest {
    private static final Kernels PLAIN = new PlainKernels();
    private static final Kernels VECTORS = new VectorKernels();

    @Property(tries = 300)
    void hinges(@ForAll @IntRange(min = 0, max = 100) int n, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] z = random.doubles(n, -30, 30).toArray();
        double[] y = random.doubles(n, 0, 1).toArray();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.max(z[i], 0) - z[i] * (0.9 * y[i] + 0.05);
        }
        double plain = PLAIN.sumOfHinges(z, y, 0.9, 0.05, n);
        assertThat(plain).isCloseTo(sum, within(1e-12 * Math.max(1, Math.abs(sum))));
        assertThat(VECTORS.sumOfHinges(z, y, 0.9, 0.05, n)).isEqualTo(plain);
    }

    @Property(tries = 300)
    void products(
            @ForAll @IntRange(min = 0, max = 9) int from,
            @ForAll @IntRange(min = 0, max = 100) int n,
            @ForAll long seed) {
        double[] a = new SplittableRandom(seed).doubles(from + n, 0, 1).toArray();
        double product = 1;
        for (int i = from; i < from + n; i++) {
            product *= Math.max(a[i], 1 - a[i]);
        }
        double plain = PLAIN.productOfLarger(a, from, n);
        assertThat(plain).isCloseTo(product, within(1e-13 * product));
        assertThat(VECTORS.productOfLarger(a, from, n)).isEqualTo(plain);
    }

    @Test
    void the_largest_product_that_is_asked_for_stays_in_range() {
        double[] halves = new double[Kernels.MOST_FACTORS];
        Arrays.fill(halves, 0.5);
        for (Kernels form : List.of(PLAIN, VECTORS)) {
            assertThat(form.productOfLarger(halves, 0, halves.length)).isEqualTo(0x1p-1000);
        }
    }

    @Property(tries = 300)
    void agreement(@ForAll @IntRange(min = 0, max = 100) int n, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] numbers = {0, 0.5, 0.25, -0.0, Double.NaN, 1, Math.nextUp(0.5)};
        double[] x =
                random.ints(n, 0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
        double[] y =
                random.ints(n, 0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
        long expected =
                IntStream.range(0, n).filter(i -> x[i] > 0.5 == y[i] > 0).count();
        for (Kernels form : List.of(PLAIN, VECTORS)) {
            assertThat(form.agreeing(x, 0.5, y, 0, n)).isEqualTo((int) expected);
        }
    }

    @Test
    void what_is_not_a_number_stays_so() {
        double[] z = {Double.NaN, 1, 2, 3, 4, 5, 6, 7};
        for (Kernels form : List.of(PLAIN, VECTORS)) {
            assertThat(form.sumOfHinges(z, new double[8], 1, 0, 8)).isNaN();
            assertThat(form.productOfLarger(z, 0, 8)).isNaN();
        }
    }
}
