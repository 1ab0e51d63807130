package org.stepback.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.number.NumberParser.Reading;

class NumberParserTest {
    private static final Pattern MINUS =
            Pattern.compile("MINUS|^(?!SOFT|.*OVERLAY).*HYPHEN|DASH|HORIZONTAL BAR|PROLONGED SOUND MARK|MAQAF");
    /// Blanks, and what shows nothing; also a 0 before or behind others.
    private static final Pattern HARMLESS = Pattern.compile(
            "\\s|\\p{Z}|\\p{Cf}|\\p{Cn}|[\\x85\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}\\x{34F}\\x{180B}-\\x{180F}]"
                    + "|[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    /// What numbers are written with, which is named by what to write instead where it stands in a wrong place.
    private static final Pattern USED = Pattern.compile(
            "[ -~]|\\s|\\p{Z}|\\p{Nd}|[.,/'%\\x{85}\\x{2043}\\x{2044}\\x{2215}\\x{66A}-\\x{66C}\\x{60C}\\x{2019}\\x{2BC}]"
                    + "|[\\x{FE50}\\x{FE52}\\x{FE6A}\\x{FF05}-\\x{FF0F}\\x{FF25}\\x{FF45}]"
                    + "|[\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}]|[×·⋅⁰¹²³⁴⁵⁶⁷⁸⁹⁻]");

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
                "0,75|0.75",
                "-,5|-0.5",
                "1,5e3|1500",
                "0,750|0.75",
                "1234,567|1234.567",
                "3/2|1.5",
                "-3 / 2|-1.5",
                "1,5/-0.5|-3",
                "- 0.75|-0.75",
                "\u2212\u00a00.75|-0.75",
                "+\u20090,75|0.75",
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
                "1,234 | 1 | This can be read in two ways. Write 1.234 or 1234.",
                "-12,000 | 3 | This can be read in two ways. Write -12.000 or -12000.",
                "1.234,5 | 1 | This can be read in two ways. Write 1.2345 or 1234.5.",
                "1,234.5 | 1 | This can be read in two ways. Write 1.2345 or 1234.5.",
                "-1.234,5e2 | 2 | This can be read in two ways. Write -1.2345e2 or -1234.5e2.",
                "1,234/2 | 1 | This can be read in two ways. Write 1.234 or 1234.",
                "2/1,234 | 3 | This can be read in two ways. Write 1.234 or 1234.",
                "1,000,000 | 1 | Write the number without commas between its digits: 1000000.",
                "1.000.000 | 1 | Write the number without points between its digits: 1000000.",
                "1.234.567,8 | 1 | Write the number without points between its digits: 1234567.8.",
                "1 000 | 1 | Write the number without spaces between its digits: 1000.",
                "1\u202f234,5 | 1 | Write the number without spaces between its digits: 1234.5.",
                "1'000 | 1 | Write the number without “'” between its digits: 1000.",
                "1_000 | 1 | Write the number without “_” between its digits: 1000.",
                "1,2,3 | 3 | Write one number, with one comma or point before its decimals.",
                "0.5,1 | 3 | Write one number, with one comma or point before its decimals.",
                "1 1/2 | 1 | Write one number without spaces or a unit.",
                "3/2/1 | 3 | Write one number, such as 0.25 or 1e-3.",
                "3/ | 2 | A number is missing after the “/”, as in 3/2.",
                "/2 | 0 | Write one number, such as 0.25 or 1e-3.",
                "3/0 | 2 | No number can be divided by 0.",
                "1e300/1e-300 | 0 | This number is too large.",
                "5- | 1 | Write the minus before the number.",
                "5-3 | 1 | Write one number, such as 0.25 or 1e-3.",
                "10^-3 | 2 | Write a power of ten with an “e”: 1e-3 is 0.001.",
                "7·10⁻³ | 1 | Write a power of ten with an “e”: 1e-3 is 0.001.",
                "1e | 2 | A whole number is missing after the “e”, as in 1e-3.",
                "1e- | 3 | A whole number is missing after the “e”, as in 1e-3.",
                "1e999 | 0 | This number is too large.",
                "0.5 m | 3 | Write one number without spaces or a unit.",
                "50% | 2 | Leave out the “%” and write a plain number: 0.5 is 50 %.",
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
                "½ | 0 | “½” (vulgar fraction one half, U+00BD) belongs to no number. Write one number, such as 0.25 or 1e-3.",
                "1\u0435-3 | 1 | “е” (cyrillic small letter ie, U+0435) belongs to no number. Write one number, such as 0.25 or 1e-3.",
                "〜0.75 | 0 | “〜” (wave dash, U+301C) belongs to no number. Write one number, such as 0.25 or 1e-3.",
                "一 | 0 | “一” (cjk unified ideographs 4e00, U+4E00) belongs to no number. Write one number, such as 0.25 or 1e-3.",
                "\u202e-0.75 | 0 | There is an invisible character before the minus (right-to-left override, U+202E). Delete it, or type the number again.",
                "1\u20642 | 1 | There is an invisible character before the “2” (invisible plus, U+2064). Delete it, or type the number again.",
                "0.5\ufff9 | 3 | There is an invisible character after the “5” (interlinear annotation anchor, U+FFF9). Delete it, or type the number again.",
                "\u00ad0.75 | 0 | There is an invisible character before the “0” (soft hyphen, U+00AD). Delete it, or type the number again.",
                "1e\u00ad3 | 2 | There is an invisible character before the “3” (soft hyphen, U+00AD). Delete it, or type the number again.",
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

    /// The lines of a page that students paste from.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u20130.75", // en dash
                "\uff0d0.75", // full-width hyphen-minus
                "\ufe630.75", // small hyphen-minus
                "\u20110.75", // non-breaking hyphen
                "\uff0d\uff10\uff0e\uff17\uff15", // full width
                "\uff0d\uff10\uff0c\uff17\uff15", // full width, with a comma
                "\u200b-0.75", // zero width space
                "-0.75\u200e", // left-to-right mark
                "\ufeff-0.75", // byte order mark
                "\u2066-0.75\u2069", // isolate
                "-\u20600.75", // word joiner
                "-0.\u00ad75", // soft hyphen at the end of a line
                "\u2014\u2009,75", // em dash, thin space
                "\u30fc0.75", // a Japanese keyboard's
                "-\u0660\u066b\u0667\u0665", // Arabic-Indic, with their decimal separator
                "\u2212\u096d\u096b/\u0967\u0966\u0966", // Devanagari 75/100
                "-3\u20444", // fraction slash
                "\u2010\ud835\udfce.\ud835\udfd5\ud835\udfd3" // mathematical bold
            })
    void minus_three_quarters_in_all_their_forms(String text) {
        assertThat(NumberParser.read(text)).isEqualTo(new Reading.Number(-0.75));
        assertThat(NumberParser.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0.75|''",
                " -3 |''",
                "\u22120.750|''",
                "0,75|= 0.75",
                "\uff0d\uff11|= −1",
                "3/4|= 0.75",
                "1/3|≈ 0.3333",
                "1e-3|= 0.001",
                "1,234|''",
                "x|''",
                "|''"
            })
    void says_what_was_read_where_the_text_does_not(String text, String reading) {
        assertThat(NumberParser.reading(text == null ? "" : text)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | It is empty.",
                "1,234 | \"1,234\" cannot be read. This can be read in two ways. Write 1.234 or 1234.",
                "fast | \"fast\" is not a number.",
                "nan | \"nan\" is not a finite number.",
                "1e999 | \"1e999\" is too large for a computer's number."
            })
    void a_fault_quotes_the_text(String text, String fault) {
        assertThat(NumberParser.fault(text)).hasValue(fault);
    }

    /// Every character of Unicode at every place.
    @ParameterizedTest
    @ValueSource(strings = {"|0.75", "0.75|", "-|0.75", "0|.75", "0.|75", "0.7|5"})
    void no_character_makes_another_number_in_silence(String around) {
        double without = Double.parseDouble(around.replace("|", ""));
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            String shown = Character.toString(letter);
            String typed = around.replace("|", shown);
            String name = String.valueOf(Character.getName(letter));
            switch (NumberParser.read(typed)) {
                case Reading.Number(double value) ->
                    assertThat(value)
                            .as(name)
                            .isEqualTo(
                                    around.startsWith("|")
                                                    && MINUS.matcher(name).find()
                                            ? -without
                                            : HARMLESS.matcher(shown).matches() || name.contains("PLUS")
                                                    ? without
                                                    : inAscii(around, letter));
                case Reading.Unreadable(String message, int _) ->
                    assertThat(USED.matcher(shown).matches()
                                    || name.contains("HYPHEN")
                                    || name.contains("PLUS")
                                    || MINUS.matcher(name).find()
                                    || message.contains(String.format("U+%04X", letter)))
                            .as("%s: %s", name, message)
                            .isTrue();
                case Reading.Blank() -> throw new AssertionError(typed);
            }
        }
    }

    /// Returns the number with a digit, a fraction stroke or an E in the place of theirs of another script.
    private static double inAscii(String around, int letter) {
        String name = Character.getName(letter);
        String ascii = Character.isDigit(letter)
                ? String.valueOf(Character.digit(letter, 10))
                : name.matches(".*(SLASH|SOLIDUS)")
                        ? "/"
                        : name.matches(".*LETTER E|FULL STOP") ? name.substring(name.length() - 1) : "?";
        String[] parts = around.replace("|", ascii).split("/");
        assertThat(parts[0]).as(name).doesNotContain("?");
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    @Property
    void marks_and_blanks_around_a_number_leave_it(
            @ForAll double value,
            @ForAll
                    @Chars({' ', '\t', '\u00a0', '\u2009', '\u202f', '\u3000', '\u200b', '\u200e', '\ufeff', '\ufe0f'})
                    @StringLength(max = 6)
                    String around) {
        assertThat(NumberParser.read(around + value + around)).isEqualTo(new Reading.Number(value));
    }

    @Property
    void any_mixture_of_what_people_type_is_read_within_its_length(
            @ForAll
                    @StringLength(max = 80)
                    @Chars({
                        '0', '1', '5', '.', ',', '-', '+', '/', ' ', 'e', '%', '_', '\'', '\u2212', '\u00ad', '\u200b',
                        '\u202e', '\u0663', '\uff15', '\u00a0', '\ud835', '\udfce', '^', '\u2044'
                    })
                    String text) {
        any_text_is_a_finite_number_or_refused_within_it(text);
        assertThat(NumberParser.reading(text)).hasSizeLessThan(20);
        assertThat(NumberParser.fault(text).orElse("")).hasSizeLessThan(300);
        assertThat(NumberParser.parse(text).isPresent())
                .isEqualTo(NumberParser.fault(text).isEmpty());
    }

    @Property
    void any_text_is_a_finite_number_or_refused_within_it(@ForAll @StringLength(max = 80) String text) {
        switch (NumberParser.read(text)) {
            case Reading.Number number -> assertThat(number.value()).isFinite();
            case Reading.Blank blank ->
                assertThat(text.chars().anyMatch(Character::isDigit)).isFalse();
            case Reading.Unreadable unreadable ->
                assertThat(unreadable.position()).isBetween(0, text.length());
        }
    }
}
