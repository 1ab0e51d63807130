package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.List;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Kind;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.nn.Architecture;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;

/// Reads `network` cells.
final class NetReader {
    static final List<String> FIELDS = List.of("input", "layers", "initializer", "seed", "weights");

    private static final String EXAMPLE = "dense: {units: 8, activation: relu}";
    private static final int MAX_NUMBERS = 5000;
    /// The number of the first layer's inputs, which is not known here.
    private static final int UNKNOWN = 0;

    private NetReader() {}

    static Cell.Net read(String id, MappingReader fields, CellScope surroundings) {
        String input = surroundings.reference(fields.slot("input"), Kind.DATA);
        List<Layer> layers = fields.slot("layers").items("layer %d", 1, Architecture.MAX_LAYERS).stream()
                .map(NetReader::layer)
                .toList();
        FieldReader initializer = fields.slot("initializer");
        Initializer start = initializer.present()
                ? initializer.named("initializer", Initializer.ALL, Initializer::name)
                : Initializer.ALL.getFirst();
        long seed = fields.slot("seed").whole(Range.SEED, 0);
        List<Weights> weights = weights(fields.slot("weights"), layers);
        Access access = CellFields.access(fields, FIELDS, surroundings);
        fields.done();
        return new Cell.Net(id, input, layers, start, seed, weights, access);
    }

    private static Layer layer(FieldReader slot) {
        String owner = " of " + NameSuggestions.lower(slot.subject());
        return TunableReader.read(slot, "layer", Layer.ALL, owner, EXAMPLE);
    }

    /// Returns the weights of each layer in Keras's layout, kernel inputs × units; what depends on the number of
    /// features is checked later.
    private static List<Weights> weights(FieldReader slot, List<Layer> layers) {
        boolean empty =
                slot.node() instanceof Node.Sequence list && list.items().isEmpty();
        if (!slot.present() || empty || layers.isEmpty()) {
            return List.of();
        }
        List<FieldReader> items = slot.items("the weights of layer %d", layers.size(), layers.size());
        List<Weights> weights = new ArrayList<>();
        int inputs = UNKNOWN;
        for (int layer = 0; layer < items.size(); layer++) {
            WeightsReader reader = new WeightsReader(layers.get(layer), layer + 1, inputs);
            weights.add(reader.read(items.get(layer)));
            inputs = reader.units();
        }
        int numbers = weights.stream()
                .mapToInt(layer -> layer.kernel().getNumElements())
                .sum();
        if (numbers > MAX_NUMBERS) {
            slot.refuse("A cell holds at most " + MAX_NUMBERS + " weights, and here are " + numbers + ".");
        }
        return weights;
    }
}
