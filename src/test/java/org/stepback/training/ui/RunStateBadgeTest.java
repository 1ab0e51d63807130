package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStateBadgeTest {
    @ParameterizedTest
    @CsvSource({
        "0.04, 0.0 s",
        "0.44, 0.4 s",
        "9.94, 9.9 s",
        "9.96, 10 s",
        "59.4, 59 s",
        "59.6, 1 min 00 s",
        "185, 3 min 05 s",
        "3599.6, 1 h 00 min",
        "7380, 2 h 03 min"
    })
    void says_how_long_it_took_so_that_it_is_read_at_a_glance(double seconds, String words) {
        assertThat(RunStateBadge.words(seconds)).isEqualTo(words);
    }
}
