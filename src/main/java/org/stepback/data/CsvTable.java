package org.stepback.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.CsvReader.Field;
import org.stepback.number.Numeral;

/// A table of samples from a CSV file, with a name for each column.
///
/// One column is chosen as the target, and another may say how much each sample counts; all the others are features
/// and hold numbers. A target of names gives
/// classes in alphabetical order (0 and 1 for two, one-hot for more), one of 0 and 1 gives two classes, other
/// numbers a regression.
public final class CsvTable {
    private final List<String> names;
    private final List<CsvColumn> columns;
    private final int rows;

    private CsvTable(List<String> names, List<CsvColumn> columns, int rows) {
        this.names = names;
        this.columns = columns;
        this.rows = rows;
    }

    /// Returns the table of some samples.
    ///
    /// @throws CsvException with up to 20 faults, if there are no samples or too many, or a value does not fit
    /// its column
    static CsvTable of(List<String> names, List<List<Field>> samples) throws CsvException {
        if (samples.isEmpty()) {
            throw new CsvException(new Fault(1, 1, "The table has column names but no rows of data."));
        }
        if (samples.size() > Dataset.MAX_SAMPLES) {
            throw new CsvException(CsvFile.tooMany(samples.getLast()));
        }
        List<CsvColumn> columns = IntStream.range(0, names.size())
                .mapToObj(i -> new CsvColumn(
                        names.get(i), samples.stream().map(row -> row.get(i)).toList()))
                .toList();
        CsvFile.stopAt(
                columns.stream().flatMap(column -> column.faults().stream()).toList());
        return new CsvTable(names, columns, samples.size());
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
                y.set(0, row, column.target(row));
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
