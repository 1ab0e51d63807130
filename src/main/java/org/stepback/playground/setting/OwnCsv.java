package org.stepback.playground.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.CsvException;
import org.stepback.data.CsvFile;
import org.stepback.data.CsvTable;
import org.stepback.data.Dataset;
import org.stepback.data.Header;
import org.stepback.nn.math.Columns;
import org.stepback.number.NumberText;

/// A table of a person's own, as points of the plane: its first two features across and up, its last column the label.
///
/// @param remarks what was done to the numbers so that they fit, as sentences
public record OwnCsv(OwnPoints points, List<String> remarks) {
    private static final int MOST_CHARACTERS = 500_000;
    private static final double COMFORTABLE = 5;

    /// Reads the records of a table.
    ///
    /// @throws IllegalArgumentException with a sentence, where the text has none
    public static CsvFile file(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("A table for the Playground has at most 500,000 characters.");
        }
        try {
            return CsvFile.parse(text);
        } catch (CsvException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// @throws IllegalArgumentException with a sentence, where the table does not fit the plane
    public static OwnCsv read(CsvFile file, Header header) {
        try {
            CsvTable table = file.table(header);
            String target = table.columns().getLast();
            if (table.columns().size() < 3) {
                throw new IllegalArgumentException(
                        "The table needs three columns: two numbers that place a point, and its class or number last.");
            }
            table.faults(target).stream().findFirst().ifPresent(fault -> {
                throw new IllegalArgumentException(fault.toString());
            });
            return of(table.dataset(target));
        } catch (CsvException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static OwnCsv of(Dataset data) {
        if (data.classes().size() > OwnPoints.MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "The last column has %d different classes, but the Playground takes at most %d."
                            .formatted(data.classes().size(), OwnPoints.MOST_CLASSES));
        }
        List<String> remarks = new ArrayList<>();
        double[] x = onPlane(data, 0, remarks);
        double[] y = onPlane(data, 1, remarks);
        if (data.inputs() > 2) {
            remarks.add("Only the first two columns, %s and %s, place the points."
                    .formatted(data.features().get(0), data.features().get(1)));
        }
        int shown = Math.min(OwnPoints.MOST, data.samples());
        if (shown < data.samples()) {
            remarks.add(NumberText.grouped(shown) + " of " + NumberText.grouped(data.samples()) + " rows are taken.");
        }
        double largest = data.classes().isEmpty() ? largest(data.y(), remarks) : 1;
        List<OwnPoints.Point> points = IntStream.range(0, shown)
                .map(i -> (int) ((long) i * data.samples() / shown))
                .mapToObj(i -> data.classes().isEmpty()
                        ? OwnPoints.Point.ofNumber(x[i], y[i], data.y().get(0, i) / largest)
                        : OwnPoints.Point.ofClass(x[i], y[i], classOf(data, i)))
                .toList();
        return new OwnCsv(new OwnPoints(points), List.copyOf(remarks));
    }

    private static int classOf(Dataset data, int sample) {
        return data.outputs() > 1
                ? Columns.indexOfMax(data.y(), sample)
                : (int) data.y().get(0, sample);
    }

    private static double[] onPlane(Dataset data, int feature, List<String> remarks) {
        double[] values = IntStream.range(0, data.samples())
                .mapToDouble(i -> data.x().get(feature, i))
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        boolean small = high - low < 1;
        if (low >= -Samples.REACH && high <= Samples.REACH && !small) {
            return values;
        }
        remarks.add("%s goes from %s to %s and was scaled to −5 to 5."
                .formatted(data.features().get(feature), NumberText.brief(low), NumberText.brief(high)));
        double span = high > low ? high - low : 1;
        return Arrays.stream(values)
                .map(value -> (2 * (value - low) / span - 1) * COMFORTABLE)
                .toArray();
    }

    private static double largest(DMatrixRMaj y, List<String> remarks) {
        double largest = CommonOps_DDRM.elementMaxAbs(y);
        if (largest > 1) {
            remarks.add("The numbers to predict were divided by %s, so that they lie between −1 and 1."
                    .formatted(NumberText.brief(largest)));
        }
        return Math.max(1, largest);
    }
}
