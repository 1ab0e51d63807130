package org.stepback.number;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.number.NumberParser.Reading;

class NumberParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0|0",
                "0.25|0.25",
                ".5|0.5",
                "5.|5",
                "-3|-3",
                "+3|3",
                "1e-3|0.001",
                "1E+2|100",
                "  2.5\t|2.5",
                "\u22121.5|-1.5",
                "1e\u22123|0.001",
                "\u00a07\u2009|7",
                "007|7",
                "1e-400|0",
                "1e-999|0"
            })
    void reads_a_number_as_people_write_it(String text, double value) {
        assertThat(NumberParser.read(text)).isEqualTo(new Reading.Number(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003", "\u00a0"})
    void nothing_typed_is_blank(String text) {
        assertThat(NumberParser.read(text)).isEqualTo(new Reading.Blank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,01 | 1 | Use a point, not a comma: write 0.01.",
                "-1,5e3 | 2 | Use a point, not a comma: write -1.5e3.",
                "1,000.5 | 1 | Write the number without commas, with a point before its decimals.",
                "1,000,000 | 1 | Write the number without commas, with a point before its decimals.",
                "1e | 2 | A whole number is missing after the “e”, as in 1e-3.",
                "1e- | 3 | A whole number is missing after the “e”, as in 1e-3.",
                "1e999 | 0 | This number is too large.",
                "1 000 | 1 | Write one number without spaces or a unit.",
                "0.5 m | 3 | Write one number without spaces or a unit.",
                "50% | 2 | Leave out the “%” and write a plain number: 0.5 is 50 %.",
                "1/3 | 1 | Work out the fraction and write it as a decimal number, such as 0.25.",
                "NaN | 0 | Write one number, such as 0.25 or 1e-3.",
                "Infinity | 0 | Write one number, such as 0.25 or 1e-3.",
                "-inf | 1 | Write one number, such as 0.25 or 1e-3.",
                "abc | 0 | Write one number, such as 0.25 or 1e-3.",
                "0x10 | 1 | Write one number, such as 0.25 or 1e-3.",
                "1d | 1 | Write one number, such as 0.25 or 1e-3.",
                "1.2.3 | 3 | Write one number, such as 0.25 or 1e-3.",
                "--1 | 1 | Write one number, such as 0.25 or 1e-3.",
                ". | 1 | Write one number, such as 0.25 or 1e-3.",
                "- | 1 | Write one number, such as 0.25 or 1e-3.",
                "\u0663 | 0 | Write one number, such as 0.25 or 1e-3."
            })
    void says_where_and_what_to_write_instead(String text, int position, String message) {
        assertThat(NumberParser.read(text)).isEqualTo(new Reading.Unreadable(message, position));
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 100_000})
    void a_text_beyond_60_characters_is_no_number(int length) {
        assertThat(NumberParser.read("1".repeat(length))).isInstanceOf(Reading.Unreadable.class);
        assertThat(NumberParser.read("1".repeat(60))).isInstanceOf(Reading.Number.class);
    }

    @Property
    void every_double_that_java_prints_is_read_back(@ForAll double value) {
        assertThat(NumberParser.read(Double.toString(value))).isEqualTo(new Reading.Number(value));
    }

    @Property
    void any_text_is_a_finite_number_or_refused_within_it(@ForAll @StringLength(max = 80) String text) {
        switch (NumberParser.read(text)) {
            case Reading.Number number -> assertThat(number.value()).isFinite();
            case Reading.Blank blank -> assertThat(text).isBlank();
            case Reading.Unreadable unreadable ->
                assertThat(unreadable.position()).isBetween(0, text.length());
        }
    }
}
