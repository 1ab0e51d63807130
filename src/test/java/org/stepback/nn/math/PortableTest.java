package org.stepback.nn.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9, 0.96, 0.999, 0.9999})
    void what_a_power_misses_to_one_is_the_same_where_the_power_is_left_out(double base) {
        long end = Math.round(38 / (1 - base));
        for (long n = Math.max(1, end - 500); n < end + 500; n++) {
            assertThat(Portable.missing(base, n)).as(base + " to the " + n).isEqualTo(1 - Portable.power(base, n));
        }
        assertThat(Portable.missing(base, 1)).isEqualTo(1 - base);
        assertThat(Portable.missing(base, 3)).isCloseTo(1 - base * base * base, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000, Long.MAX_VALUE})
    void ones_powers_miss_nothing(long n) {
        assertThat(Portable.missing(1, n)).isZero();
    }
}
