package org.stepback.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumbersTest {
    @Test
    void floats_are_base64_of_four_bytes_each_the_lowest_first() {
        assertThat(PackedNumbers.of(1, -2)).isEqualTo(new PackedNumbers('f', "AACAPwAAAMA="));
        assertThat(PackedNumbers.of()).isEqualTo(new PackedNumbers('f', ""));
    }

    @Test
    void doubles_are_base64_of_eight_bytes_each_the_lowest_first() {
        assertThat(PackedNumbers.doubles(1, -2)).isEqualTo(new PackedNumbers('d', "AAAAAAAA8D8AAAAAAAAAwA=="));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e39, -1e39, 1e-39, Double.MAX_VALUE, Double.MIN_VALUE})
    void one_number_beyond_the_floats_makes_all_of_them_doubles(double number) {
        assertThat(PackedNumbers.of(1, number).form()).isEqualTo('d');
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e38, -1e-37, Double.NaN, Double.NEGATIVE_INFINITY})
    void a_number_within_the_floats_is_one(double number) {
        PackedNumbers packed = PackedNumbers.of(number);
        assertThat(packed.form()).isEqualTo('f');
        float read = ByteBuffer.wrap(Base64.getDecoder().decode(packed.base64()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getFloat();
        assertThat(read).isEqualTo(Float.valueOf((float) number));
    }

    @Property
    void bytes_hold_the_first_numbers_exactly(@ForAll double first, @ForAll double second) {
        byte[] bytes = PackedNumbers.bytes(ByteOrder.BIG_ENDIAN, new double[] {first, second, 7}, 2);
        assertThat(bytes).hasSize(16);
        assertThat(ByteBuffer.wrap(bytes).getDouble()).isEqualTo(first);
        assertThat(ByteBuffer.wrap(bytes).getDouble(8)).isEqualTo(second);
    }
}
