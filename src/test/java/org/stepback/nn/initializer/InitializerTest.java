package org.stepback.nn.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.Runs;

@DisplayName("Initializers have the limits and variances of Keras's")
class InitializerTest {
    private static final int IN = 300;
    private static final int OUT = 500;
    /// Keras cuts the normal forms at ±2σ′, where σ′ is widened so that σ is what remains.
    private static final double WIDENED = 2 / .87962566103423978;

    static Stream<Arguments> distributions() {
        double glorot = Math.sqrt(2.0 / (IN + OUT));
        double he = Math.sqrt(2.0 / IN);
        double uniform = Math.sqrt(3); // a uniform distribution within ±l has σ = l / √3
        return Stream.of(
                arguments("glorot_uniform", uniform * glorot, glorot),
                arguments("glorot_normal", WIDENED * glorot, glorot),
                arguments("he_uniform", uniform * he, he),
                arguments("he_normal", WIDENED * he, he),
                arguments("lecun_uniform", uniform * Math.sqrt(1.0 / IN), Math.sqrt(1.0 / IN)),
                arguments("lecun_normal", WIDENED * Math.sqrt(1.0 / IN), Math.sqrt(1.0 / IN)),
                arguments("random_uniform", .05, .05 / uniform),
                arguments("playground_uniform", .5, .5 / uniform),
                arguments("random_normal", Double.POSITIVE_INFINITY, .05),
                arguments("truncated_normal", .1, .05 * .87962566103423978));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void limit_and_deviation(String name, double limit, double deviation) {
        DMatrixRMaj kernel = new DMatrixRMaj(OUT, IN);
        kernel.fill(7);
        Initializer.named(name).orElseThrow().fill(kernel, new SplittableRandom(1));
        double[] w = kernel.data;
        double mean = Arrays.stream(w).average().orElseThrow();
        double variance =
                Arrays.stream(w).map(x -> (x - mean) * (x - mean)).average().orElseThrow();

        assertThat(CommonOps_DDRM.elementMaxAbs(kernel)).isLessThanOrEqualTo(limit);
        assertThat(mean).isCloseTo(0, within(deviation * 0.01));
        assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(deviation * 0.01));
        if (Double.isFinite(limit)) {
            assertThat(CommonOps_DDRM.elementMaxAbs(kernel))
                    .as("comes near its limit")
                    .isGreaterThanOrEqualTo(0.999 * limit);
        }
    }

    @Test
    void every_initializer_is_tested() {
        Stream<Object> others = Stream.of("zeros", "ones", "constant", "identity", "orthogonal");
        assertThat(Stream.concat(distributions().map(arguments -> arguments.get()[0]), others))
                .containsExactlyInAnyOrderElementsOf(
                        Initializer.ALL.stream().map(Initializer::name).toList());
    }

    @Test
    void without_chance() {
        assertThat(filled(new Initializer.Zeros(), 2, 3)).containsOnly(0);
        assertThat(filled(new Initializer.Ones(), 2, 3)).containsOnly(1);
        assertThat(filled(new Initializer.Constant(), 2, 3)).containsOnly(0);
        assertThat(filled(new Initializer.Constant(-.5), 2, 3)).containsOnly(-.5);
        assertThat(filled(new Initializer.Identity(), 2, 3)).containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(filled(new Initializer.Identity(2), 3, 2)).containsExactly(2, 0, 0, 2, 0, 0);
    }

    private static double[] filled(Initializer initializer, int units, int inputs) {
        DMatrixRMaj kernel = new DMatrixRMaj(units, inputs);
        kernel.fill(7);
        initializer.fill(kernel, new SplittableRandom(1));
        return kernel.data;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "7, 7", "4, 30", "30, 4", "512, 512"})
    @DisplayName("An orthogonal kernel has rows, or columns if there are fewer, of length 1 at right angles")
    void orthogonal(int units, int inputs) {
        DMatrixRMaj kernel = new DMatrixRMaj(units, inputs);
        new Initializer.Orthogonal().fill(kernel, new SplittableRandom(1));
        DMatrixRMaj products = new DMatrixRMaj(Math.min(units, inputs), Math.min(units, inputs));
        if (units <= inputs) {
            CommonOps_DDRM.multTransB(kernel, kernel, products);
        } else {
            CommonOps_DDRM.multTransA(kernel, kernel, products);
        }
        assertThat(MatrixFeatures_DDRM.isIdentity(products, 1e-12)).isTrue();
        DMatrixRMaj twice = kernel.createLike();
        new Initializer.Orthogonal(2).fill(twice, new SplittableRandom(1));
        CommonOps_DDRM.scale(2, kernel);
        assertThat(twice.data).isEqualTo(kernel.data);
    }

    @Test
    @DisplayName("Orthogonal 2 × 2 kernels point everywhere and are as often reflections as rotations")
    void orthogonal_is_uniform() {
        SplittableRandom random = new SplittableRandom(1);
        DMatrixRMaj kernel = new DMatrixRMaj(2, 2);
        int rotations = 0;
        int[] quadrants = new int[4];
        for (int i = 0; i < 4_000; i++) {
            new Initializer.Orthogonal().fill(kernel, random);
            rotations += CommonOps_DDRM.det(kernel) > 0 ? 1 : 0;
            quadrants[(kernel.get(0, 0) > 0 ? 1 : 0) + (kernel.get(0, 1) > 0 ? 2 : 0)]++;
        }
        assertThat(rotations).isBetween(1_850, 2_150);
        assertThat(quadrants).satisfies(counts -> Arrays.stream(counts)
                .forEach(count -> assertThat(count).isBetween(850, 1_150)));
    }

    @Test
    @DisplayName("A seed gives these bits on every machine and in every version of Java")
    void pinned() {
        Network network = Runs.network(Runs.lesson(), 7);
        assertThat(network.kernel(0).data).startsWith(PINNED_UNIFORM);
        assertThat(network.bias(0).data).containsOnly(0);
        DMatrixRMaj normal = new DMatrixRMaj(1, 2);
        new Initializer.HeNormal().fill(normal, new SplittableRandom(7));
        assertThat(normal.data).containsExactly(PINNED_NORMAL);
    }

    private static final double[] PINNED_UNIFORM = {-0.20399566667272023, -0.8947342187424144, 0.7420645866087608};
    private static final double[] PINNED_NORMAL = {-0.04745373541328227, 0.9964255340947122};

    @Property(tries = 50)
    void a_kernel_is_a_function_of_the_seed(
            @ForAll @IntRange(min = 1, max = 20) int units,
            @ForAll @IntRange(min = 1, max = 20) int inputs,
            @ForAll long seed) {
        for (Initializer initializer : Initializer.ALL) {
            Architecture architecture = new Architecture(inputs, List.of(Runs.dense(units, "relu")));
            Network one = Network.initialized(architecture, initializer, seed);
            Network other = Network.initialized(architecture, initializer, seed);
            assertThat(one.kernel(0).data).isEqualTo(other.kernel(0).data);
        }
    }
}
