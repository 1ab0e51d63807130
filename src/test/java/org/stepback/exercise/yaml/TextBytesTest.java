package org.stepback.exercise.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.RefusedException;

class TextBytesTest {
    private static final List<Charset> ENCODINGS = Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")
            .map(Charset::forName)
            .toList();
    private static final String TEXT = "größe,ja\n1,−2\n3,😀\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void what_a_mark_says_is_converted(String charset) {
        assertThat(TextBytes.decode(("\uFEFF" + TEXT).getBytes(Charset.forName(charset))))
                .isEqualTo(TEXT);
        assertThat(TextBytes.decode(("\uFEFF\uFEFF" + TEXT).getBytes(Charset.forName(charset))))
                .as("saved twice with a mark")
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void what_can_only_be_one_encoding_is_converted_without_a_mark(String charset) {
        assertThat(TextBytes.decode(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
        assertThat(TextBytes.decode("a,b\r\n1,2\r3,4".getBytes(Charset.forName(charset))))
                .isEqualTo("a,b\n1,2\n3,4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-1 | Line 2, column 3: The file must be UTF-8 text, and here is the byte E9, which is “é” if",
                "windows-1252 | Line 2, column 3: The file must be UTF-8 text, and here is the byte E9, which is “é” if",
                "IBM850 | Line 2, column 3: The file must be UTF-8 text, and here is the byte 82. Save it as UTF-8.",
                "x-MacRoman | Line 2, column 3: The file must be UTF-8 text, and here is the byte 8E"
            })
    void other_encodings_are_refused_at_their_first_letter(String charset, String sentence) {
        byte[] bytes = "a,b\n1,é\n".getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> TextBytes.decode(bytes))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "61C3 | Line 1, column 2: The file must be UTF-8 text, and here is the byte C3",
                "0A61C0AF | Line 2, column 2: The file must be UTF-8 text, and here is the byte C0",
                "EDA080 | Line 1, column 1: The file must be UTF-8 text, and here is the byte ED",
                "FFFE610000D8 | Line 1, column 2: The file begins as UTF-16LE text, but this is none",
                "610062 | Line 1, column 2: Here is a NUL character",
                "504B030414000600 | Line 1, column 1: The file is no text but a workbook of Excel",
                "D0CF11E0A1B11AE1 | Line 1, column 1: The file is no text but a workbook of Excel"
            })
    void what_is_damaged_or_no_text_is_named(String hex, String sentence) {
        assertThatThrownBy(() -> TextBytes.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void nothing_is_an_empty_text() {
        assertThat(TextBytes.decode(new byte[0])).isEmpty();
    }

    /// A text that comes out is the one that went in; nothing is replaced.
    @Property(tries = 2000)
    void any_bytes_are_text_or_refused_and_never_replaced(@ForAll @Size(max = 40) byte[] bytes) {
        try {
            String text = TextBytes.decode(bytes);
            assertThat(ENCODINGS)
                    .as("the text has the file's bytes in one of the encodings")
                    .anyMatch(charset -> Arrays.equals(new String(bytes, charset).getBytes(charset), bytes)
                            && TextFile.tidy(new String(bytes, charset)).equals(text));
        } catch (RefusedException e) {
            assertThat(e).hasMessageMatching("(?s)Line [1-9]\\d*, column [1-9]\\d*: .*");
        }
    }
}
