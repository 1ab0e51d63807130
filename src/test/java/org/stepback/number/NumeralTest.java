package org.stepback.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.01",
        "12, 12",
        "-0.5, -0.5",
        "+3, 3",
        ".5, 0.5",
        "5., 5",
        "1e-3, 0.001",
        "2E+2, 200",
        "' 7 ', 7",
        "−1.5, -1.5",
        "1e-999, 0",
    })
    void numbers_as_people_type_them(String text, double value) {
        assertThat(Numeral.fault(text)).isEmpty();
        assertThat(Numeral.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''               | It is empty.",
                "'   '            | It is empty.",
                "0,01             | \"0,01\" has a comma: write 0.01.",
                "-1,5e3           | \"-1,5e3\" has a comma: write -1.5e3.",
                "1,000.5          | \"1,000.5\" is not a number.",
                "1,000,000        | \"1,000,000\" is not a number.",
                "NaN              | \"NaN\" is not a finite number.",
                "-inf             | \"-inf\" is not a finite number.",
                ".nan             | \"nan\" is not a finite number.",
                "Infinity         | \"Infinity\" is not a finite number.",
                "1e999            | \"1e999\" is too large for a computer's number.",
                "0x1F             | \"0x1F\" is not a number.",
                "1_000            | \"1_000\" is not a number.",
                "1d               | \"1d\" is not a number.",
                "ten              | \"ten\" is not a number.",
                "1 2              | \"1 2\" is not a number.",
                "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd | \"aaaaaaaaaabbbbbbbbbbcccc…\" is not a number.",
            })
    void everything_else_is_said_in_a_sentence(String text, String fault) {
        assertThat(Numeral.fault(text)).hasValue(fault.replace("\"nan\"", "\"" + text.strip() + "\""));
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Numeral.value(text));
    }

    @Test
    void a_huge_text_is_not_read_digit_by_digit() {
        assertThat(Numeral.fault("9".repeat(1_000_000))).hasValue("\"999999999999999999999999…\" is not a number.");
        assertThat(Numeral.fault("1e" + "9".repeat(9))).isPresent();
    }

    @Property
    void every_finite_number_survives_its_text(@ForAll double value) {
        assertThat(Numeral.value(Double.toString(value))).isEqualTo(value);
    }

    @Property
    void no_text_is_too_odd_for_a_sentence(@ForAll String text) {
        assertThat(Numeral.fault(text).orElse("It is a number.")).endsWith(".").hasSizeLessThan(80);
    }
}
