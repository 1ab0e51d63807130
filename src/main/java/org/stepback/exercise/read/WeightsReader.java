package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.nn.Architecture;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.TensorNames;
import org.stepback.nn.layer.Weights;

/// Reads the weights of one layer: a kernel with one row an input, and lists with one number a unit.
final class WeightsReader {
    private static final int MAX_INPUTS = Math.max(Dense.MAX_UNITS, Architecture.MAX_INPUTS);

    private final Layer layer;
    private final TensorNames names;
    private final int number;
    private final int inputs;
    /// 0 while it is not known.
    private int units;

    /// @param number of the layer, 1 = the first
    /// @param inputs 0 where they are not known
    WeightsReader(Layer layer, int number, int inputs) {
        this.layer = layer;
        this.names = layer.tensors();
        this.number = number;
        this.inputs = inputs;
        this.units = layer instanceof Dense || inputs > 0 ? layer.units(inputs) : 0;
    }

    /// Returns the number of the layer's units, as far as its weights or the layers before say it; 0 where they do
    /// not.
    int units() {
        return units;
    }

    /// Returns the weights; of a layer that could not be read, those that it would start with.
    Weights read(FieldReader slot) {
        int before = slot.findings().count();
        MappingReader fields = slot.fields(" of layer " + number);
        Optional<DMatrixRMaj> kernel = names.kernel()
                .map(name -> layer instanceof Dense ? kernel(fields.slot(name)) : perUnit(fields.slot(name)));
        Optional<DMatrixRMaj> bias = names.bias().map(name -> perUnit(fields.slot(name)));
        List<DMatrixRMaj> statistics = new ArrayList<>();
        names.statistics().forEach(name -> statistics.add(perUnit(fields.slot(name))));
        fields.done();
        Weights blank = layer.blank(Math.max(inputs, layer instanceof Dense ? 0 : units));
        if (slot.findings().count() > before) {
            return blank;
        }
        return new Weights(kernel.orElse(blank.kernel()), bias.orElse(blank.bias()), statistics);
    }

    private DMatrixRMaj kernel(FieldReader slot) {
        List<List<Double>> rows = slot.findings()
                .sound(() -> Matrices.rows(slot, "row", MAX_INPUTS, Dense.MAX_UNITS))
                .orElse(List.of());
        if (rows.isEmpty()) {
            return new DMatrixRMaj(0, 0);
        }
        fit(slot, "row", "input", inputs == 0 ? rows.size() : inputs, rows.size());
        fit(slot, "column", "unit", units, rows.getFirst().size());
        DMatrixRMaj kernel = new DMatrixRMaj(rows.getFirst().size(), rows.size());
        for (int input = 0; input < rows.size(); input++) {
            for (int unit = 0; unit < kernel.numRows; unit++) {
                kernel.set(unit, input, rows.get(input).get(unit));
            }
        }
        return kernel;
    }

    private DMatrixRMaj perUnit(FieldReader slot) {
        int before = slot.findings().count();
        List<Double> row = Matrices.row(slot, Dense.MAX_UNITS);
        if (slot.findings().count() > before) {
            return new DMatrixRMaj(0, 0);
        }
        units = units == 0 ? row.size() : units;
        fit(slot, "number", "unit", units, row.size());
        return new DMatrixRMaj(row.size(), 1, true, Matrices.arrayOf(row));
    }

    private static void fit(FieldReader slot, String what, String of, int expected, int found) {
        if (found != expected) {
            slot.refuse("%s must have one %s for each %s: %d. It has %d."
                    .formatted(slot.subject(), what, of, expected, found));
        }
    }
}
