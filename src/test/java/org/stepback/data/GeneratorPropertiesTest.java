package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/// What holds for every figure, whatever its size, noise and seed, and what the figures look like without noise.
class GeneratorPropertiesTest {
    @Provide
    Arbitrary<Generator> generators() {
        return Arbitraries.of(Generator.ALL);
    }

    @Property(tries = 300)
    void every_figure_has_its_shape(
            @ForAll("generators") Generator generator,
            @ForAll @IntRange(min = 10, max = 600) int samples,
            @ForAll @DoubleRange(min = 0, max = 1) double noise,
            @ForAll long seed) {
        Dataset drawn = generator.generate(samples, noise, seed);
        assertThat(drawn.samples()).isEqualTo(samples);
        assertThat(drawn.inputs()).isEqualTo(2);
        assertThat(drawn.outputs()).isEqualTo(1);
        assertThat(drawn.classes()).isEqualTo(generator.classes());
        assertThat(Arrays.stream(drawn.x().getData())).allMatch(value -> Math.abs(value) < 60);
        if (!generator.classes().isEmpty()) {
            assertThat(Arrays.stream(drawn.y().getData())).allMatch(value -> value == 0 || value == 1);
        }
    }

    @Property(tries = 100)
    void the_same_seed_gives_the_same_bits(
            @ForAll("generators") Generator generator,
            @ForAll @DoubleRange(min = 0, max = 1) double noise,
            @ForAll long seed) {
        Dataset once = generator.generate(60, noise, seed);
        Dataset again = generator.generate(60, noise, seed);
        assertThat(again.x().getData()).isEqualTo(once.x().getData());
        assertThat(again.y().getData()).isEqualTo(once.y().getData());
        Dataset other = generator.generate(60, noise, seed + 1);
        assertThat(other.x().getData()).isNotEqualTo(once.x().getData());
    }

    @Property(tries = 100)
    void half_of_the_samples_are_of_each_class(
            @ForAll @IntRange(min = 10, max = 600) int samples,
            @ForAll @DoubleRange(min = 0, max = 1) double noise,
            @ForAll long seed) {
        for (Generator generator : List.of(Generator.GAUSS, Generator.SPIRAL, Generator.TWO_MOONS)) {
            assertThat(ones(generator.generate(samples, noise, seed))).isEqualTo(samples - samples / 2);
        }
        assertThat(ones(Generator.CIRCLE.generate(samples, 0, seed))).isEqualTo(samples - samples / 2);
    }

    @Property(tries = 100)
    void without_noise_a_circle_is_a_disc_in_a_ring(@ForAll long seed) {
        forEachPoint(Generator.CIRCLE, seed, (x1, x2, target) -> {
            double radius = Math.hypot(x1, x2);
            assertThat(radius).isLessThanOrEqualTo(5 + 1e-12);
            assertThat(radius <= 2.5 + 1e-12).isEqualTo(target == 1);
            assertThat(target == 1 || radius >= 3.5 - 1e-12).isTrue();
        });
    }

    @Property(tries = 100)
    void without_noise_xor_is_the_sign_of_the_product(@ForAll long seed) {
        forEachPoint(Generator.XOR, seed, (x1, x2, target) -> {
            assertThat(target).isEqualTo(x1 * x2 > 0 ? 1 : 0);
            assertThat(Math.min(Math.abs(x1), Math.abs(x2))).isBetween(.3, 5.3);
            assertThat(Math.max(Math.abs(x1), Math.abs(x2))).isBetween(.3, 5.3);
        });
    }

    @Property(tries = 100)
    void without_noise_a_spiral_is_two_arms(@ForAll long seed) {
        forEachPoint(Generator.SPIRAL, seed, (x1, x2, target) -> {
            double radius = Math.hypot(x1, x2);
            double angle = 3.5 * Math.PI * radius / 5 + (target == 1 ? 0 : Math.PI);
            assertThat(x1).isCloseTo(radius * Math.sin(angle), offset(1e-9));
            assertThat(x2).isCloseTo(radius * Math.cos(angle), offset(1e-9));
        });
    }

    @Property(tries = 100)
    void without_noise_two_moons_are_two_half_circles(@ForAll long seed) {
        forEachPoint(Generator.TWO_MOONS, seed, (x1, x2, target) -> {
            double radius = target == 0 ? Math.hypot(x1, x2) : Math.hypot(x1 - 1, x2 - .5);
            assertThat(radius).isCloseTo(1, offset(1e-12));
            assertThat(target == 0 ? x2 >= -1e-12 : x2 <= .5 + 1e-12).isTrue();
        });
    }

    @Property(tries = 100)
    void without_noise_a_plane_is_a_tenth_of_the_sum(@ForAll long seed) {
        forEachPoint(Generator.PLANE, seed, (x1, x2, target) -> {
            assertThat(target).isEqualTo((x1 + x2) / 10);
            assertThat(Math.max(Math.abs(x1), Math.abs(x2))).isLessThanOrEqualTo(6);
        });
    }

    @Property(tries = 100)
    void without_noise_hills_and_hollows_are_cones_of_alternating_sign(@ForAll long seed) {
        forEachPoint(Generator.MULTI_GAUSS, seed, (x1, x2, target) -> {
            double column = Math.rint(x1 / 4);
            double row = Math.signum(x2);
            double height = Math.max(0, 1 - Math.hypot(x1 - 4 * column, x2 - 2.5 * row) / 2);
            double sign = column == 0 ? -row : row;
            assertThat(target).isCloseTo(sign * height, offset(1e-12));
        });
    }

    @Property(tries = 20)
    void clouds_lie_around_their_centres_and_noise_widens_them(@ForAll long seed) {
        assertThat(spreadOfUpperCloud(0, seed)).isBetween(.4, .6);
        assertThat(spreadOfUpperCloud(.5, seed)).isBetween(3.4, 4.6);
    }

    private static double spreadOfUpperCloud(double noise, long seed) {
        Dataset drawn = Generator.GAUSS.generate(4000, noise, seed);
        double sum = 0;
        for (int i = 0; i < drawn.samples(); i++) {
            if (drawn.y().get(0, i) == 1) {
                sum += Math.pow(drawn.x().get(0, i) - 2, 2) + Math.pow(drawn.x().get(1, i) - 2, 2);
            }
        }
        return sum / 4000;
    }

    private static long ones(Dataset drawn) {
        return Arrays.stream(drawn.y().getData()).filter(value -> value == 1).count();
    }

    private interface PointCheck {
        void check(double x1, double x2, double target);
    }

    private static void forEachPoint(Generator generator, long seed, PointCheck check) {
        Dataset drawn = generator.generate(200, 0, seed);
        for (int i = 0; i < drawn.samples(); i++) {
            check.check(drawn.x().get(0, i), drawn.x().get(1, i), drawn.y().get(0, i));
        }
    }
}
