package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tables as they come in, damaged in all ways: each sample of the file is a sample of the data, or a sentence names a
/// place of the file.
///
/// Every sample has a number of its own in its first column, from 1000 on, by which it is found again.
class CsvMutationTest {
    private static final int FILES = Integer.getInteger("stepback.test.csv-mutations", 10_000);
    private static final String SEPARATORS = ",;\t|";
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\uFEFF",
            "\u00A0",
            "0,5",
            "1.5",
            "sep=;\n",
            "NaN",
            "?",
            "'",
            "\\",
            "\u2028",
            "\0",
            "\uFFFD",
            "é",
            "−",
            "a",
            "-",
            "#",
            "\"a\nb\"");
    private static final Pattern SAMPLE = Pattern.compile("^[^\\p{L}0-9]*1[0-9]{3}(?![0-9])", Pattern.MULTILINE);

    /// A table in one of the usual forms, before anything happens to it.
    private record Table(String text, List<Double> samples, boolean headed) {}

    private final SplittableRandom random = new SplittableRandom(20_261_201);

    @Test
    void a_sound_table_is_read_whole_or_its_first_line_is_asked_about() throws CsvException {
        for (int i = 0; i < 500; i++) {
            Table table = table();
            CsvFile file = CsvFile.parse(table.text());
            assertThat(file.doubt().isPresent()).as(table.text()).isEqualTo(!table.headed());
            CsvTable read = file.table(table.headed() ? Header.FIRST_LINE : Header.NONE);
            assertThat(numbers(read)).as(table.text()).isEqualTo(table.samples());
        }
    }

    @Test
    void no_sample_of_a_damaged_table_is_lost_in_silence() {
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            String text = damaged(table().text());
            for (Optional<Header> header : List.of(Optional.<Header>empty(), Optional.of(Header.NONE))) {
                refused += isReadOrRefused(text, header) ? 0 : 1;
            }
        }
        assertThat(refused).as("some are sound still, and some are not").isBetween(FILES / 4, 2 * FILES - FILES / 4);
    }

    /// Returns whether the text is a table; then no number of its samples is missing.
    private static boolean isReadOrRefused(String text, Optional<Header> header) {
        try {
            CsvFile file = CsvFile.parse(text);
            CsvTable table = header.isPresent() ? file.table(header.get()) : file.table();
            List<String> known = Arrays.stream(text.split("\\R"))
                    .filter(line -> SAMPLE.matcher(line).find())
                    .toList();
            assertThat(table.rows())
                    .as(() -> header + " " + text.replace("\r", "␍").replace("\t", "␉"))
                    .isGreaterThanOrEqualTo(known.size() - insideTexts(table));
            return true;
        } catch (CsvException e) {
            int lines = text.split("\\r\\n|\\r|\\n", -1).length;
            assertThat(e.faults())
                    .isNotEmpty()
                    .allMatch(fault -> fault.line() >= 1 && fault.line() <= lines && fault.column() >= 1)
                    .noneMatch(fault -> fault.message().isBlank());
            return false;
        }
    }

    /// Counts the numbers of samples that damage has put into a name, or into a class of several lines.
    private static int insideTexts(CsvTable table) {
        return (int) Stream.concat(
                        table.columns().stream(),
                        table.classes(table.columns().getLast()).stream().filter(name -> name.contains("\n")))
                .filter(name -> SAMPLE.matcher(name).find())
                .count();
    }

    private static List<Double> numbers(CsvTable table) {
        String target = table.columns().getLast();
        Dataset dataset = table.dataset(target);
        return IntStream.range(0, dataset.samples())
                .mapToObj(sample -> dataset.x().get(0, sample))
                .toList();
    }

    private Table table() {
        int columns = 2 + random.nextInt(3);
        int rows = 2 + random.nextInt(6);
        String separator = String.valueOf(SEPARATORS.charAt(random.nextInt(4)));
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        String trailing = random.nextInt(4) == 0 ? separator : "";
        boolean headed = random.nextBoolean();
        List<Double> samples = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (headed) {
            lines.add(IntStream.range(0, columns)
                    .mapToObj(i -> quoted("name" + (char) ('a' + i)))
                    .collect(Collectors.joining(separator)));
        }
        for (int row = 0; row < rows; row++) {
            samples.add(1000.0 + row);
            lines.add(sample(1000 + row, row, columns, separator));
        }
        String said = random.nextInt(4) == 0 ? "sep=" + separator + end : "";
        String mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
        String last = random.nextBoolean() ? trailing + end : trailing;
        return new Table(mark + said + String.join(trailing + end, lines) + last, samples, headed);
    }

    /// Values without separators, but for those in quotation marks.
    private String sample(int number, int row, int columns, String separator) {
        List<String> values = new ArrayList<>(List.of(quoted(String.valueOf(number))));
        for (int i = 2; i < columns; i++) {
            values.add(quoted(random.nextInt(100) / 8.0 + ""));
        }
        List<String> kinds = List.of("cat", "dog", "\"a \"\"wild\"\" one\"", "\"two" + separator + " three\"");
        values.add(row < 2 ? kinds.get(row) : kinds.get(random.nextInt(4)));
        return String.join(separator, values);
    }

    private String quoted(String value) {
        return random.nextInt(5) == 0 ? '"' + value + '"' : value;
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(damaged.length() + 1);
            int until = Math.min(damaged.length(), at + random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> damaged.delete(at, until);
                case 1 -> damaged.insert(at, damaged.substring(at, until));
                case 2 -> damaged.setLength(Math.max(damaged.length() / 2, at));
                case 3 -> damaged.replace(at, until, PIECES.get(random.nextInt(PIECES.size())));
                default -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return damaged.toString();
    }
}
