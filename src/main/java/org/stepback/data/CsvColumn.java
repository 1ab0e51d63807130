package org.stepback.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.stepback.data.CsvReader.Field;
import org.stepback.number.Numeral;

/// One column of a table: numbers, or the names of classes.
///
/// A column in which most of the values that are there are numbers is a column of numbers, and its other values are
/// faults.
final class CsvColumn {
    private final String name;
    private final List<Field> fields;
    private final boolean numeric;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> classes;

    CsvColumn(String name, List<Field> fields) {
        this.name = name;
        this.fields = fields;
        long numbers = fields.stream().filter(CsvColumn::isMeantAsNumber).count();
        long filled = fields.stream().filter(field -> !field.text().isEmpty()).count();
        this.numeric = 2 * numbers > filled;
        for (Field field : fields) {
            fault(field).ifPresent(message -> faults.add(field.fault(message)));
        }
        this.classes = numeric ? bits() : names();
    }

    /// Returns whether a value is a number, or one with a decimal comma, which is a fault.
    private static boolean isMeantAsNumber(Field field) {
        return Numeral.parse(field.text()).isPresent()
                || field.text().indexOf(',') >= 0
                        && Numeral.parse(field.text().replace(',', '.')).isPresent();
    }

    private Optional<String> fault(Field field) {
        Optional<String> fault = Numeral.fault(field.text());
        if (fault.isEmpty() || !numeric && !field.text().isEmpty()) {
            return Optional.empty();
        }
        String expected = numeric ? "must be a number" : "must be a name";
        return Optional.of("Each value of the column \"" + name + "\" " + expected + ". " + fault.get());
    }

    /// Returns two classes where every number is 0 or 1, however it is written: 1, 1.0 or 1e0.
    private List<String> bits() {
        boolean bits = fields.stream()
                .map(field -> Numeral.parse(field.text()))
                .allMatch(number -> number.isPresent() && (number.getAsDouble() == 0 || number.getAsDouble() == 1));
        return bits ? List.of("0", "1") : List.of();
    }

    private List<String> names() {
        return List.copyOf(new TreeSet<>(fields.stream().map(Field::text).toList()));
    }

    boolean numeric() {
        return numeric;
    }

    List<Fault> faults() {
        return faults;
    }

    /// Explains why this column cannot be a feature.
    List<Fault> featureFaults() {
        if (numeric) {
            return faults;
        }
        return List.of(hasText("only the target may"));
    }

    /// Explains why this column cannot be the target.
    List<Fault> targetFaults() {
        if (!faults.isEmpty() || numeric) {
            return faults;
        }
        Field first = fields.getFirst();
        if (classes.size() < 2) {
            return List.of(first.fault("The target \"" + name + "\" needs at least two classes. All its values are "
                    + Numeral.quoted(first.text()) + "."));
        }
        if (classes.size() > Dataset.MAX_OUTPUTS) {
            return List.of(first.fault("The target \"" + name + "\" has " + classes.size() + " classes; at most "
                    + Dataset.MAX_OUTPUTS + " are possible."));
        }
        return List.of();
    }

    /// Explains why this column cannot be the weights of the samples.
    List<Fault> weightFaults() {
        if (!numeric) {
            return List.of(hasText("a weight is a number"));
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        if (fields.stream().allMatch(field -> Numeral.value(field.text()) == 0)) {
            return List.of(fields.getFirst()
                    .fault("Every number of the column \"" + name + "\" is 0: no sample would count."));
        }
        return fields.stream()
                .filter(field -> !Dataset.isWeight(Numeral.value(field.text())))
                .map(field -> field.fault(notAWeight(field)))
                .toList();
    }

    private Fault hasText(String but) {
        Field first = fields.getFirst();
        return first.fault("The column \"" + name + "\" has text, and " + but + ". " + Numeral.quoted(first.text())
                + " is not a number.");
    }

    private String notAWeight(Field field) {
        return "A weight must be a number from 0 to " + Dataset.MAX_WEIGHT + ". In the column \"" + name + "\" here is "
                + Numeral.quoted(field.text()) + ".";
    }

    /// Returns the classes that this column names as a target, in alphabetical order; empty if it holds plain numbers.
    List<String> classes() {
        return classes;
    }

    double number(int row) {
        return Numeral.value(fields.get(row).text());
    }

    /// Returns the number to predict in a row, or the number of its class; −0 is 0.
    double target(int row) {
        return numeric ? number(row) + 0.0 : classNumber(row);
    }

    /// Returns the number of the row's class.
    int classNumber(int row) {
        return classes.indexOf(fields.get(row).text());
    }
}
