package org.stepback.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.stepback.data.CsvReader.Field;
import org.stepback.number.NumberText;

/// The records of a CSV file, all equally long; the first may name the columns, or be a sample.
///
/// Values are separated by commas, semicolons, tabs or vertical bars. Separators at the end of all lines, and lines of
/// nothing else at the end of the file, are no values.
public final class CsvFile {
    public static final int MAX_CHARACTERS = 2_000_000;
    public static final int MAX_COLUMNS = Dataset.MAX_INPUTS + 1;
    static final int MAX_FAULTS = 20;

    private final List<List<Field>> records;
    private final Separator separator;
    private final Optional<Fault> doubt;
    private final Map<Header, CsvTable> tables = new ConcurrentHashMap<>();

    private CsvFile(List<List<Field>> records, Separator separator) {
        this.records = records;
        this.separator = separator;
        doubt = FirstLine.doubt(records);
    }

    /// Reads the records of a file.
    ///
    /// @throws CsvException with up to 20 faults, if there are no records, more than 20,001 or uneven ones
    public static CsvFile parse(String text) throws CsvException {
        if (text.length() > MAX_CHARACTERS) {
            throw new CsvException(new Fault(1, 1, "A table has at most 2,000,000 characters."));
        }
        Separator separator = Separator.of(text);
        List<Fault> faults = new ArrayList<>();
        List<List<Field>> records = records(new CsvReader(text, separator, faults::add), faults);
        stopAt(faults);
        if (records.isEmpty()) {
            throw new CsvException(
                    new Fault(1, 1, "The table is empty. Its first line names the columns, separated by commas."));
        }
        int width = width(records);
        checkWidth(records.getFirst(), width, separator).ifPresent(faults::add);
        stopAt(faults);
        checkRecords(records, width, separator, faults);
        stopAt(faults);
        return new CsvFile(
                records.stream().map(record -> record.subList(0, width)).toList(), separator);
    }

    static void stopAt(List<Fault> faults) throws CsvException {
        if (!faults.isEmpty()) {
            throw new CsvException(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
        }
    }

    private static List<List<Field>> records(CsvReader reader, List<Fault> faults) {
        List<List<Field>> records = new ArrayList<>();
        for (List<Field> next = reader.next(); !next.isEmpty(); next = reader.next()) {
            if (records.size() > Dataset.MAX_SAMPLES) {
                faults.add(tooMany(next));
                return records;
            }
            records.add(next);
        }
        while (records.size() > 1 && records.getLast().stream().allMatch(CsvFile::isEmpty)) {
            records.removeLast();
        }
        return records;
    }

    static Fault tooMany(List<Field> record) {
        return record.getFirst().fault("A table has at most 20,000 rows of data.");
    }

    /// Returns how many columns there are without those at the end in which no record has a value.
    private static int width(List<List<Field>> records) {
        int width = records.getFirst().size();
        while (width > 0 && isColumnEmpty(records, width - 1)) {
            width--;
        }
        return width;
    }

    private static boolean isColumnEmpty(List<List<Field>> records, int column) {
        return records.stream().allMatch(record -> record.size() <= column || isEmpty(record.get(column)));
    }

    private static boolean isEmpty(Field field) {
        return field.text().isEmpty();
    }

    private static Optional<Fault> checkWidth(List<Field> first, int width, Separator separator) {
        if (width < 2) {
            String by = separator == Separator.COMMA ? "commas, semicolons or tabs" : separator.plural();
            return Optional.of(first.getFirst().fault("A table needs at least two columns, separated by " + by + "."));
        }
        return width > MAX_COLUMNS
                ? Optional.of(first.get(MAX_COLUMNS).fault("A table has at most " + MAX_COLUMNS + " columns."))
                : Optional.empty();
    }

    private static void checkRecords(List<List<Field>> records, int width, Separator separator, List<Fault> faults) {
        for (List<Field> record : records.subList(1, records.size())) {
            boolean even = record.size() >= width
                    && record.subList(width, record.size()).stream().allMatch(CsvFile::isEmpty);
            if (!even) {
                faults.add(record.getFirst().fault(widthMessage(record.size(), width, separator)));
            }
            faults.addAll(swallowed(record, separator));
        }
    }

    /// Finds the values of a sample that have taken in others, since a quotation mark is missing. Names may be so long.
    private static List<Fault> swallowed(List<Field> record, Separator separator) {
        return record.stream()
                .filter(field -> holdsLines(field.text(), separator))
                .map(field -> field.fault("This quotation mark closes some lines below, and between them are whole"
                        + " samples. Close it in its own line."))
                .toList();
    }

    private static boolean holdsLines(String value, Separator separator) {
        return value.indexOf('\n') >= 0 && value.chars().anyMatch(c -> separator.is((char) c));
    }

    private static String widthMessage(int found, int expected, Separator separator) {
        String why = found > expected && separator == Separator.COMMA
                ? " Numbers have a decimal point: with a comma, 0,5 counts as two values."
                : "";
        return NumberText.counted(found, "value") + ", expected " + expected + "." + why;
    }

    /// Explains why the first line could be a sample; empty where it can only name the columns.
    public Optional<Fault> doubt() {
        return doubt;
    }

    /// Returns the table, if the first line can mean one thing only.
    ///
    /// @throws CsvException with up to 20 faults, or with the doubt
    public CsvTable table() throws CsvException {
        if (doubt.isPresent()) {
            throw new CsvException(doubt.get());
        }
        return table(Header.FIRST_LINE);
    }

    /// Returns the table whose first line is said to be names, or a sample.
    ///
    /// @throws CsvException with up to 20 faults
    public CsvTable table(Header header) throws CsvException {
        CsvTable known = tables.get(header);
        if (known != null) {
            return known;
        }
        CsvTable table = header == Header.NONE ? unnamed() : named();
        tables.put(header, table);
        return table;
    }

    private CsvTable named() throws CsvException {
        return CsvTable.of(FirstLine.names(records), records.subList(1, records.size()));
    }

    private CsvTable unnamed() throws CsvException {
        stopAt(swallowed(records.getFirst(), separator));
        return CsvTable.of(numbered(records.getFirst().size()), records);
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(number -> "column " + number)
                .toList();
    }
}
