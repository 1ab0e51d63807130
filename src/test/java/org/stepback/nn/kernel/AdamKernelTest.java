package org.stepback.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.optimizer.Adam;

/// The vectors' root is found by multiplications, and must be the rounded one nevertheless.
class AdamKernelTest {
    private static final double[] EXTREMES = {
        0,
        -0.0,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        VectorAdam.LEAST,
        Math.nextDown(VectorAdam.LEAST),
        VectorAdam.LARGEST,
        Math.nextUp(VectorAdam.LARGEST),
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Math.nextDown(1.0),
        1,
        Math.nextUp(1.0),
        Math.nextDown(2.0),
        Math.nextDown(4.0)
    };

    @Property(tries = 300)
    void same_bits(@ForAll @IntRange(min = 0, max = 70) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] numbers = {signed(random, n), signed(random, n), signed(random, n), squares(random, n)};
        assertSame(numbers, 1e-3, 0.9, 0.999, 1e-7);
        assertSame(numbers, 1e-3, 0.5, 0, 1e-300);
    }

    @Test
    @DisplayName("Both forms make the same bits of zeros, infinities and what lies at the ends of the range")
    void extremes() {
        for (double extreme : EXTREMES) {
            double[] v = {extreme, 1, 2, 3, 4, 5, 6, 7, extreme, 9};
            double[] ones = ones(v.length);
            assertSame(new double[][] {ones, new double[v.length], ones, v}, 1, 1, 1, 1e-7);
            assertSame(new double[][] {ones, v, ones, ones}, 1e-3, 0.9, 0.999, 1e-7);
        }
    }

    @Test
    @DisplayName("Where a root lies closest to the middle between two doubles it is rounded to the right side")
    void hardest_roots() {
        double[] hardest = hardest();
        assertThat(hardest.length).isGreaterThan(100);
        double[] zeros = new double[hardest.length];
        for (double scale : new double[] {1, 0x1p-40, 0x1p-800, 0x1p800}) {
            double[] v = Arrays.stream(hardest).map(each -> each * scale).toArray();
            for (double m : new double[] {1, 1.3, 1.7}) { // a wrong root shows in one of the quotients at least
                double[] mean = Arrays.stream(v).map(each -> m).toArray();
                assertSame(new double[][] {zeros, zeros, mean, v}, 1, 1, 1, 0);
            }
        }
    }

    /// The doubles from 1 to 4 whose roots are nearest to a middle M of 54 bits: `v = (M² + k) / 2ⁿ` with a small k and
    /// n = 106 below 2, 105 above, after which v has 53 bits only if M is a root of −k modulo 2⁵⁴ or 2⁵⁵.
    private static double[] hardest() {
        List<Double> found = new ArrayList<>();
        for (long k = -300; k <= 300; k++) {
            for (int bits : Math.floorMod(-k, 8) == 1 ? new int[] {54, 55} : new int[0]) {
                long root = rootModulo(-k, bits);
                long half = 1L << (bits - 1);
                for (long each : LongStream.of(root, -root, root + half, half - root)
                        .map(r -> r & ((1L << bits) - 1))
                        .toArray()) {
                    BigInteger square = BigInteger.valueOf(each).pow(2).add(BigInteger.valueOf(k));
                    BigInteger v = square.shiftRight(bits);
                    if (each >> 53 == 1 && v.bitLength() == 53) {
                        assertThat(v.shiftLeft(bits)).isEqualTo(square);
                        found.add(Math.scalb(v.doubleValue(), bits - 106));
                    }
                }
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// A root of a number that is 1 modulo 8, digit by digit.
    private static long rootModulo(long number, int bits) {
        long root = 1;
        for (int bit = 3; bit < bits; bit++) {
            if (((root * root - number) >> bit & 1) == 1) {
                root += 1L << (bit - 1);
            }
        }
        return root;
    }

    /// Of all weights together, which takes the vectors, and of each weight alone, which is too few for one.
    private static void assertSame(double[][] numbers, double alpha, double beta1, double beta2, double epsilon) {
        Adam adam = new Adam(beta1, beta2, epsilon, false);
        double[][] vectors = Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
        adam.update(alpha, 1, vectors[0], vectors[1], new double[][] {vectors[2], vectors[3]});
        for (int weight = 0; weight < numbers[0].length; weight++) {
            int i = weight;
            double[][] alone =
                    Arrays.stream(numbers).map(each -> new double[] {each[i]}).toArray(double[][]::new);
            adam.update(alpha, 1, alone[0], alone[1], new double[][] {alone[2], alone[3]});
            for (int array = 0; array < alone.length; array++) {
                assertThat(new double[] {vectors[array][i]}).isEqualTo(alone[array]);
            }
        }
    }

    @Test
    @DisplayName("The fast form computes whole vectors")
    void exists() {
        double[] w = new double[16];
        assertThat(Kernels.BEST.adam(w, w.clone(), w.clone(), w.clone(), 1, 0.9, 0.999, 1e-7))
                .isEqualTo(16);
    }

    private static double[] signed(SplittableRandom random, int n) {
        return random.doubles(n, -1, 1)
                .map(x -> Math.scalb(x, random.nextInt(-60, 10)))
                .toArray();
    }

    private static double[] squares(SplittableRandom random, int n) {
        return random.doubles(n, 0, 1)
                .map(x -> random.nextInt(5) == 0 ? 0 : Math.scalb(x, random.nextInt(-960, 920)))
                .toArray();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
