package org.stepback.exercise;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Activation;
import org.stepback.nn.Architecture;
import org.stepback.nn.Dense;
import org.stepback.nn.Initializer;
import org.stepback.nn.Weights;

/// Reads `network` cells.
final class NetReader {
    static final List<String> FIELDS = List.of("input", "layers", "initializer", "seed", "weights");

    private static final String EXAMPLE = "dense: {units: 8, activation: relu}";
    private static final Range UNITS = Range.whole(1, Dense.MAX_UNITS, "8");
    private static final int MAX_NUMBERS = 5000;
    private static final int MAX_INPUTS = Math.max(Dense.MAX_UNITS, Architecture.MAX_INPUTS);

    private NetReader() {}

    static Cell.Net read(String id, Fields fields, Surroundings surroundings) {
        String input = surroundings.reference(fields.slot("input"), Kind.DATA);
        List<Dense> layers = fields.slot("layers").items("layer %d", 1, Architecture.MAX_LAYERS).stream()
                .map(NetReader::layer)
                .toList();
        Slot initializer = fields.slot("initializer");
        Initializer start = initializer.present()
                ? initializer.named("initializer", Initializer.ALL, Initializer::name)
                : Initializer.ALL.getFirst();
        long seed = fields.slot("seed").whole(Range.SEED, 0);
        List<Weights> weights = weights(fields.slot("weights"), layers);
        Access access = CellFields.access(fields, FIELDS);
        fields.done();
        return new Cell.Net(id, input, layers, start, seed, weights, access);
    }

    private static Dense layer(Slot slot) {
        String owner = " of " + Names.lower(slot.subject());
        Fields layer = slot.fields(owner, EXAMPLE);
        Slot dense = layer.slot("dense");
        layer.done();
        boolean misnamed = !dense.present() && !layer.keys().isEmpty();
        Fields fields = misnamed ? Fields.none() : dense.fields(owner, "units: 8, activation: relu");
        int units = (int) fields.slot("units").whole(UNITS);
        Activation activation = fields.slot("activation").named("activation", Activation.ALL, Activation::name);
        fields.done();
        return new Dense(units, activation);
    }

    /// The weights of each layer in Keras's layout, kernel inputs × units; the first layer's inputs are checked
    /// later.
    private static List<Weights> weights(Slot slot, List<Dense> layers) {
        boolean empty =
                slot.node() instanceof Node.Sequence list && list.items().isEmpty();
        if (!slot.present() || empty || layers.isEmpty()) {
            return List.of();
        }
        List<Slot> items = slot.items("the weights of layer %d", layers.size(), layers.size());
        List<Weights> weights = new ArrayList<>();
        for (int layer = 0; layer < items.size(); layer++) {
            int inputs = layer == 0 ? 0 : layers.get(layer - 1).units();
            weights.add(weights(
                    items.get(layer), layer + 1, inputs, layers.get(layer).units()));
        }
        int numbers = weights.stream()
                .mapToInt(layer -> layer.kernel().getNumElements())
                .sum();
        if (numbers > MAX_NUMBERS) {
            slot.refuse("A cell holds at most " + MAX_NUMBERS + " weights, and here are " + numbers + ".");
        }
        return weights;
    }

    /// @param inputs 0 for the first layer, whose inputs are not known here
    private static Weights weights(Slot slot, int layer, int inputs, int units) {
        int before = slot.findings().count();
        Fields fields = slot.fields(" of layer " + layer);
        Slot kernelSlot = fields.slot("kernel");
        Slot biasSlot = fields.slot("bias");
        List<List<Double>> kernel = Matrices.rows(kernelSlot, "row", MAX_INPUTS, Dense.MAX_UNITS);
        List<Double> bias = Matrices.row(biasSlot, Dense.MAX_UNITS);
        fields.done();
        if (slot.findings().count() == before) {
            fit(kernelSlot, "row", inputs == 0 ? kernel.size() : inputs, kernel.size());
            fit(kernelSlot, "column", units, kernel.getFirst().size());
            fit(biasSlot, "number", units, bias.size());
        }
        return slot.findings().count() == before
                ? Weights.fromKeras(Matrices.array(kernel), Matrices.arrayOf(bias))
                : new Weights(new DMatrixRMaj(units, inputs), new DMatrixRMaj(units, 1));
    }

    private static void fit(Slot slot, String what, int expected, int found) {
        if (found != expected) {
            String of = what.equals("row") ? "input" : "unit";
            slot.refuse("%s must have one %s for each %s: %d. It has %d."
                    .formatted(slot.subject(), what, of, expected, found));
        }
    }
}
