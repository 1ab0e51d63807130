package org.stepback.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.CsvReader.Field;
import org.stepback.number.NumberText;
import org.stepback.number.Numeral;

/// A table of samples from a CSV file: a line of column names, then one line a sample.
///
/// One column is chosen as the target, and another may say how much each sample counts; all the others are features
/// and hold numbers. A target of names gives
/// classes in alphabetical order (0 and 1 for two, one-hot for more), one of 0 and 1 gives two classes, other
/// numbers a regression.
public final class CsvTable {
    public static final int MAX_CHARACTERS = 2_000_000;
    public static final int MAX_COLUMNS = Dataset.MAX_INPUTS + 1;
    private static final int MAX_FAULTS = 20;

    private final List<String> names;
    private final List<CsvColumn> columns;
    private final int rows;

    private CsvTable(List<String> names, List<CsvColumn> columns, int rows) {
        this.names = names;
        this.columns = columns;
        this.rows = rows;
    }

    /// Reads a table.
    ///
    /// @throws CsvException with up to 20 faults, if the text is not a table of at most 20,000 rows and 65 columns
    public static CsvTable parse(String text) throws CsvException {
        if (text.length() > MAX_CHARACTERS) {
            throw new CsvException(List.of(new Fault(1, 1, "A table has at most 2,000,000 characters.")));
        }
        List<Fault> faults = new ArrayList<>();
        CsvReader reader = new CsvReader(text, faults::add);
        List<Field> header = reader.next();
        checkHeader(header, faults::add);
        stopAt(faults);
        List<List<Field>> rows = rows(reader, header.size(), faults);
        stopAt(faults);
        List<String> names = header.stream().map(Field::text).toList();
        List<CsvColumn> columns = IntStream.range(0, names.size())
                .mapToObj(i -> new CsvColumn(
                        names.get(i), rows.stream().map(row -> row.get(i)).toList()))
                .toList();
        columns.forEach(column -> faults.addAll(column.faults()));
        stopAt(faults);
        return new CsvTable(names, columns, rows.size());
    }

    private static void stopAt(List<Fault> faults) throws CsvException {
        if (!faults.isEmpty()) {
            throw new CsvException(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
        }
    }

    private static void checkHeader(List<Field> header, Consumer<Fault> faults) {
        if (header.isEmpty()) {
            faults.accept(
                    new Fault(1, 1, "The table is empty. Its first line names the columns, separated by commas."));
            return;
        }
        Field first = header.getFirst();
        if (header.size() == 1) {
            String semicolons = first.text().contains(";") ? " Here are semicolons: save the table with commas." : "";
            faults.accept(first.fault("A table needs at least two columns, separated by commas." + semicolons));
        }
        if (header.size() > MAX_COLUMNS) {
            faults.accept(header.get(MAX_COLUMNS).fault("A table has at most " + MAX_COLUMNS + " columns."));
        }
        if (header.stream().allMatch(field -> Numeral.fault(field.text()).isEmpty())) {
            faults.accept(first.fault("The first line must name the columns. It has numbers only."));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Field field : header) {
            if (field.text().isEmpty()) {
                faults.accept(field.fault("Each column needs a name."));
            } else if (!seen.add(field.text())) {
                faults.accept(field.fault("Two columns have the name " + Numeral.quoted(field.text()) + "."));
            }
        }
    }

    private static List<List<Field>> rows(CsvReader reader, int width, List<Fault> faults) {
        List<List<Field>> rows = new ArrayList<>();
        for (List<Field> row = reader.next(); !row.isEmpty() && faults.size() < MAX_FAULTS; row = reader.next()) {
            Field first = row.getFirst();
            if (rows.size() == Dataset.MAX_SAMPLES) {
                faults.add(first.fault("A table has at most 20,000 rows of data."));
                return rows;
            }
            if (row.size() != width) {
                faults.add(first.fault(widthMessage(row.size(), width)));
            }
            rows.add(row);
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, 1, "The table has column names but no rows of data."));
        }
        return rows;
    }

    private static String widthMessage(int found, int expected) {
        String why = found > expected ? " Numbers have a decimal point: with a comma, 0,5 counts as two values." : "";
        return NumberText.counted(found, "value") + ", expected " + expected + "." + why;
    }

    public List<String> columns() {
        return names;
    }

    public int rows() {
        return rows;
    }

    /// Explains why the table is no dataset with this target; empty if it is one.
    ///
    /// @throws IllegalArgumentException if no column has that name
    public List<Fault> faults(String target) {
        return faults(target, Optional.empty());
    }

    /// Explains why the table is no dataset with this target and these weights; empty if it is one.
    ///
    /// @param weight the column that says how much each sample counts; without it all count alike
    /// @throws IllegalArgumentException if no column has that name, or target and weight are one
    public List<Fault> faults(String target, Optional<String> weight) {
        List<Fault> faults = new ArrayList<>(columns.get(column(target)).targetFaults());
        weight.ifPresent(name -> faults.addAll(weightFaults(name)));
        features(target, weight)
                .forEach(feature -> faults.addAll(columns.get(feature).featureFaults()));
        return faults;
    }

    /// Explains why a column cannot be the weights of the samples; empty if it can.
    ///
    /// @throws IllegalArgumentException if no column has that name
    public List<Fault> weightFaults(String column) {
        return columns.get(column(column)).weightFaults();
    }

    /// Returns the names of the classes that this target has; empty if it has plain numbers.
    public List<String> classes(String target) {
        return columns.get(column(target)).classes();
    }

    /// Counts the outputs for this target: 1, or one a class if there are more than two.
    public int outputs(String target) {
        return Math.max(1, classes(target).size() > 2 ? classes(target).size() : 1);
    }

    /// Returns the table as a dataset, in the order of its rows.
    ///
    /// @throws IllegalArgumentException if [#faults] has something to say
    public Dataset dataset(String target) {
        return dataset(target, Optional.empty());
    }

    /// Returns the table as a dataset whose samples count by the numbers of a column.
    ///
    /// @throws IllegalArgumentException if [#faults(String, Optional)] has something to say
    public Dataset dataset(String target, Optional<String> weight) {
        List<Fault> faults = faults(target, weight);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst().toString());
        }
        int[] features = features(target, weight).toArray();
        DMatrixRMaj x = new DMatrixRMaj(features.length, rows);
        for (int feature = 0; feature < features.length; feature++) {
            for (int row = 0; row < rows; row++) {
                x.set(feature, row, columns.get(features[feature]).number(row));
            }
        }
        List<String> featureNames = IntStream.of(features).mapToObj(names::get).toList();
        return new Dataset(x, targets(columns.get(column(target)), outputs(target)), featureNames, classes(target))
                .weighted(weight.map(name -> numbers(columns.get(column(name)))).orElse(new double[0]));
    }

    private double[] numbers(CsvColumn column) {
        return IntStream.range(0, rows).mapToDouble(column::number).toArray();
    }

    private DMatrixRMaj targets(CsvColumn column, int outputs) {
        DMatrixRMaj y = new DMatrixRMaj(outputs, rows);
        for (int row = 0; row < rows; row++) {
            if (outputs > 1) {
                y.set(column.classNumber(row), row, 1);
            } else {
                y.set(0, row, column.numeric() ? column.number(row) : column.classNumber(row));
            }
        }
        return y;
    }

    private IntStream features(String target, Optional<String> weight) {
        if (weight.equals(Optional.of(target))) {
            throw new IllegalArgumentException("the target cannot be the weight too");
        }
        int targetColumn = column(target);
        int weightColumn = weight.map(this::column).orElse(-1);
        return IntStream.range(0, columns.size()).filter(i -> i != targetColumn && i != weightColumn);
    }

    private int column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column has the name " + Numeral.quoted(name));
        }
        return column;
    }
}
