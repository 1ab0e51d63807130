package org.stepback.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class NumberTextTest {
    /// A number with its texts, as JavaScript writes them.
    record Case(double number, String significant, String brief, String plain) {}

    /// Node.js wrote this table by `toPrecision`, `toExponential`, `Intl.NumberFormat` and `String`.
    static List<Case> table() throws IOException {
        try (InputStream json = NumberTextTest.class.getResourceAsStream("/number/texts.json")) {
            return List.of(JsonMapper.shared().readValue(json, Case[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void java_and_javascript_write_the_same(Case each) {
        assertThat(NumberText.significant(each.number)).isEqualTo(each.significant);
        assertThat(NumberText.brief(each.number)).isEqualTo(each.brief);
        assertThat(NumberText.terminal(each.number)).isEqualTo(each.significant.replace('−', '-'));
        assertThat(NumberText.plain(each.number)).isEqualTo(each.plain);
        assertThat(NumberText.exact(each.number)).isEqualTo(each.plain.replace('-', '−'));
    }

    @Test
    void a_number_that_is_not_there_yet_is_a_dash() {
        assertThat(NumberText.significantOrDash(Double.NaN)).isEqualTo("–");
        assertThat(NumberText.significantOrDash(0.25)).isEqualTo("0.2500");
        assertThat(NumberText.significantOrDash(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(NumberText.briefOrDash(Double.NaN)).isEqualTo("–");
        assertThat(NumberText.briefOrDash(0.25)).isEqualTo("0.25");
        assertThat(NumberText.percent(Double.NaN)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, FLOOR, 0.95",
        "0.69314, FLOOR, 0.6931",
        "0.69314, CEILING, 0.6932",
        "-0.69314, FLOOR, −0.6932",
        "-0.69314, CEILING, −0.6931",
        "0.99999, FLOOR, 0.9999",
        "0.99991, CEILING, 1",
        "9999.9, FLOOR, 9999",
        "9999.1, CEILING, '10,000'",
        "12345.9, FLOOR, '12,345'",
        "1.2349e-7, FLOOR, 1.234e−7",
        "9.9991e-7, CEILING, 1e−6",
    })
    void a_bound_says_to_which_side_a_number_is_rounded(double number, RoundingMode rounding, String text) {
        assertThat(NumberText.brief(number, rounding)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-1 | -1",
                "999 | 999",
                "1000 | 1,000",
                "-1234567 | -1,234,567",
                "9007199254740991 | 9007199254740991",
                "999999999999999 | 999,999,999,999,999",
                "0.5 | 0.5",
                "1234.5 | 1234.5",
                "1e-7 | 1e-7",
                "1e300 | 1e300",
                "NaN | NaN",
                "-Infinity | −∞"
            })
    void thousands_are_apart(double number, String text) {
        assertThat(NumberText.grouped(number)).isEqualTo(text);
    }

    @Test
    void the_smallest_double_has_its_digits() {
        assertThat(NumberText.significant(-Double.MIN_VALUE)).isEqualTo("−4.941e−324");
        assertThat(NumberText.plain(-Double.MIN_VALUE)).isEqualTo("-4.9e-324");
    }

    @Test
    void a_count_is_grouped_up_to_the_largest() {
        assertThat(NumberText.grouped(Long.MAX_VALUE)).isEqualTo("9,223,372,036,854,775,807");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 %, 0 %",
        "0.07, 7.0 %, 7 %",
        "0.29, 29.0 %, 29 %",
        "0.57, 57.0 %, 57 %",
        "0.5699999999999999, 57.0 %, 57 %",
        "0.6666666666666666, 66.6 %, 66.6666666666667 %",
        "0.9995, 99.9 %, 99.95 %",
        "0.9999999999, 99.9 %, 99.99999999 %",
        "1, 100.0 %, 100 %"
    })
    void a_share_is_cut_so_that_only_all_is_a_hundred_percent(double share, String text, String exactly) {
        assertThat(NumberText.percent(share)).isEqualTo(text);
        assertThat(NumberText.percentExactly(share)).isEqualTo(exactly);
    }

    @Test
    void a_share_that_is_too_large_is_rounded_up() {
        assertThat(NumberText.percent(0.0501, RoundingMode.CEILING)).isEqualTo("5.1 %");
    }

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
    void a_size_is_rounded_up(double number, String text) {
        assertThat(NumberText.magnitude(number)).isEqualTo(text);
    }

    @Property
    void a_plain_number_reads_back_as_the_same_double(@ForAll double number) {
        assertThat(Double.parseDouble(NumberText.plain(number))).isEqualTo(number == 0 ? 0.0 : number);
    }

    @Property
    void four_digits_are_within_half_a_unit_of_the_fourth(@ForAll double number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal error = new BigDecimal(NumberText.terminal(number).replace(",", "")).subtract(exact);
        assertThat(error.abs()).isLessThanOrEqualTo(exact.abs().movePointLeft(3).divide(BigDecimal.TWO));
    }

    @Test
    void a_german_machine_writes_the_same() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberText.grouped(1234567)).isEqualTo("1,234,567");
            assertThat(NumberText.significant(12345.6)).isEqualTo("12,346");
            assertThat(NumberText.percent(0.5)).isEqualTo("50.0 %");
        } finally {
            Locale.setDefault(before);
        }
    }
}
