package org.stepback.notebook;

import java.util.stream.IntStream;
import org.stepback.exercise.CellReader;
import org.stepback.nn.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a training that it can do without, as a page's pickers switch them on and off: its callbacks, and the
/// weights of its classes.
public final class TrainJson {
    private TrainJson() {}

    /// Whether a field says anything.
    public static boolean isOn(JsonNode field) {
        return field.isObject() && !field.isEmpty();
    }

    /// A callback's settings: as it begins, or none where it is switched off.
    public static JsonNode callback(Callback callback, boolean on) {
        return on ? CellReader.json(callback) : JsonNodeFactory.instance.nullNode();
    }

    /// A weight for each class: 1 to begin with, or none where all classes count alike.
    public static JsonNode classWeights(int classes, boolean own) {
        ObjectNode weights = JsonNodeFactory.instance.objectNode();
        if (own) {
            IntStream.range(0, classes).forEach(number -> weights.put(Integer.toString(number), 1));
        }
        return weights;
    }
}
