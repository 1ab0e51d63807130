package org.stepback.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepback.data.CsvReader.Field;
import org.stepback.number.Numeral;

/// The first line of a table: names of columns, or a sample that nobody has named.
final class FirstLine {
    /// Digits without a letter, such as 0,5 or 2026-12-01, and the usual marks of a missing value.
    private static final Pattern VALUE = Pattern.compile(
            "[^\\p{L}]*\\p{Nd}[^\\p{L}]*|[+-]?(nan|inf|infinity|∞)|n/?a|null|\\?+|-+", Pattern.CASE_INSENSITIVE);

    private FirstLine() {}

    /// Explains why the first line could be a sample; empty where it can only name the columns.
    static Optional<Fault> doubt(List<List<Field>> records) {
        return records.getFirst().stream()
                .flatMap(field -> valueDoubt(field).stream())
                .findFirst()
                .or(() -> repeatedNames(records).isPresent() ? Optional.empty() : againDoubt(records));
    }

    private static Optional<Fault> valueDoubt(Field field) {
        String text = field.text();
        if (Numeral.parse(text).isPresent()) {
            return Optional.of(doubt(field, " is a number."));
        }
        return VALUE.matcher(text).matches() ? Optional.of(doubt(field, " is no usual name.")) : Optional.empty();
    }

    private static Optional<Fault> againDoubt(List<List<Field>> records) {
        List<Field> first = records.getFirst();
        return IntStream.range(0, first.size())
                .boxed()
                .flatMap(column -> records.stream()
                        .skip(1)
                        .map(record -> record.get(column))
                        .filter(field -> !field.text().isEmpty()
                                && field.text().equals(first.get(column).text()))
                        .limit(1)
                        .map(again -> doubt(first.get(column), " comes again in line " + again.line() + ".")))
                .findFirst();
    }

    private static Fault doubt(Field field, String why) {
        return field.fault("Does this line name the columns, or is it a sample? " + Numeral.quoted(field.text()) + why);
    }

    /// Returns the names of the columns.
    ///
    /// @throws CsvException if a column has none, or another's, or the names come again below
    static List<String> names(List<List<Field>> records) throws CsvException {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Field field : records.getFirst()) {
            if (field.text().isEmpty()) {
                faults.add(field.fault("Each column needs a name."));
            } else if (!seen.add(field.text())) {
                faults.add(field.fault("Two columns have the name " + Numeral.quoted(field.text()) + "."));
            }
        }
        repeatedNames(records).ifPresent(faults::add);
        CsvFile.stopAt(faults);
        return texts(records.getFirst()).toList();
    }

    /// Finds the names of the columns in a line below, where two files were joined.
    private static Optional<Fault> repeatedNames(List<List<Field>> records) {
        List<String> names = texts(records.getFirst()).toList();
        return records.stream()
                .skip(1)
                .filter(record -> texts(record).toList().equals(names))
                .findFirst()
                .map(record -> record.getFirst().fault("The names of the columns come again here. Delete this line."));
    }

    private static Stream<String> texts(List<Field> record) {
        return record.stream().map(Field::text);
    }
}
