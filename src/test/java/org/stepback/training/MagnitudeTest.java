package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagnitudeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "999 | 999",
                "200000 | 200,000",
                "999999 | 999,999",
                "2103297 | 2,103,297",
                "100000001 | 1.1 × 10⁸",
                "2e12 | 2 × 10¹²",
                "2.01e12 | 2.1 × 10¹²",
                "9.99e9 | 1 × 10¹⁰",
                "3.14e123 | 3.2 × 10¹²³",
            })
    void numbers_are_written_for_people(double number, String text) {
        assertThat(Magnitude.of(number)).isEqualTo(text);
    }
}
