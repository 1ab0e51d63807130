package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {
    /// Every bit of a drawing, so that a seed in an exercise means the same points on every machine and in every
    /// release.
    @ParameterizedTest
    @CsvSource({
        "circle, 22e4133f9a983e0f",
        "xor, 014dc5f5b23b6912",
        "gauss, 9b6c1ce962d16209",
        "spiral, d20c5f504973dc95",
        "two_moons, 2ffe355d027fcb5a",
        "plane, c725fabef96ca30c",
        "multi_gauss, a81e060d806c6a82"
    })
    void a_seed_means_the_same_bits_for_ever(String name, String bits) {
        Dataset drawn = Generator.named(name).orElseThrow().generate(101, .25, 7);
        assertThat(hash(drawn)).isEqualTo(bits);
    }

    /// The stream that the figures are drawn from is the published one: the first numbers of SplitMix64 from seed
    /// 1234567.
    @Test
    void the_random_numbers_are_split_mix64() {
        SplittableRandom random = new SplittableRandom(1234567);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
        assertThat(new SplittableRandom(1234567).nextDouble()).isEqualTo((6457827717110365317L >>> 11) * 0x1.0p-53);
    }

    @Test
    void two_moons_are_those_of_scikit_learn() {
        Dataset moons = Generator.TWO_MOONS.generate(10, 0, 3);
        // sklearn.datasets.make_moons(10, shuffle=False): the fourth point of the upper, the second of the lower moon
        assertThat(points(moons))
                .contains("-0.7071 0.7071 0", "0.2929 -0.2071 1", "-1.0000 0.0000 0", "2.0000 0.5000 1");
    }

    @Test
    void samples_come_in_mixed_order() {
        double[] targets = Generator.SPIRAL.generate(100, 0, 1).y().getData();
        int changes = 0;
        for (int i = 1; i < targets.length; i++) {
            changes += targets[i] == targets[i - 1] ? 0 : 1;
        }
        assertThat(changes).isBetween(30, 70);
    }

    @Test
    void each_figure_is_found_by_its_name_and_described() {
        for (Generator generator : Generator.ALL) {
            assertThat(Generator.named(generator.name())).contains(generator);
            assertThat(generator.title()).isNotBlank();
            assertThat(generator.summary()).endsWith(".");
            assertThat(generator.classes()).hasSizeBetween(0, 2).doesNotHaveDuplicates();
        }
        assertThat(Generator.named("torus")).isEmpty();
    }

    @Test
    void sizes_and_noise_out_of_bounds_are_refused() {
        Generator circle = Generator.CIRCLE;
        assertThatIllegalArgumentException().isThrownBy(() -> circle.generate(9, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> circle.generate(20_001, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> circle.generate(100, -.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> circle.generate(100, 1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> circle.generate(100, Double.NaN, 1));
    }

    private static List<String> points(Dataset drawn) {
        return IntStream.range(0, drawn.samples())
                .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%.4f %.4f %.0f",
                                drawn.x().get(0, i),
                                drawn.x().get(1, i),
                                drawn.y().get(0, i))
                        .replace("-0.0000", "0.0000"))
                .toList();
    }

    private static String hash(Dataset drawn) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * drawn.samples() * Double.BYTES);
        for (double value : drawn.x().getData()) {
            bytes.putDouble(value);
        }
        for (double value : drawn.y().getData()) {
            bytes.putDouble(value);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
