package org.stepback.playground.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedWeightTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | 0.5",
                "' -2e-3 ' | -0.002",
                "−0.25 | -0.25",
                "–0,25 | -0.25",
                "0,75 | 0.75",
                "3/4 | 0.75",
                "1000000 | 1e6",
                "1e−3 | 0.001"
            })
    void a_weight_is_read_as_people_type_it(String text, double value) {
        assertThat(TypedWeight.read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | An empty field is no weight: type a number from",
                "'  ' | An empty field is no weight: type a number from",
                "half | “half” is no number: type a number from",
                "1000001 | 1000001 is too large: type a number from",
                "Infinity | “Infinity” is no number: type a number from",
                "0x10 | “0x10” is no number: type a number from",
                "50% | “50%” is no number: type a number from −1,000,000 to 1,000,000, such as 0.5 or −2e−3. Leave out the",
                "1,234 | “1,234” is no number: type a number from −1,000,000 to 1,000,000, such as 0.5 or −2e−3. This can be read in two ways. Write 1.234 or 1234."
            })
    void what_is_none_is_refused_in_a_sentence(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedWeight.read(text))
                .withMessageStartingWith(sentence);
    }
}
