package org.stepback.notebook;

import java.util.List;
import java.util.Optional;
import org.stepback.exercise.read.CellJson;
import org.stepback.nn.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The fields of a training that it can do without, as a page's pickers switch them on and off: its callbacks, and the
/// weights of its classes.
public final class TrainJson {
    public static final String CLASS_WEIGHT = "class_weight";

    private static final List<String> SWITCH = List.of("off", "on");
    private static final List<String> WEIGHTS = List.of("alike", "by its weight");

    private TrainJson() {}

    /// Returns the words of a field's picker: off, then on.
    public static List<String> options(String field) {
        return field.equals(CLASS_WEIGHT) ? WEIGHTS : SWITCH;
    }

    /// Returns whether a field says anything.
    public static boolean isOn(JsonNode field) {
        return field.isObject() && !field.isEmpty();
    }

    static boolean isSwitch(String field) {
        return field.equals(CLASS_WEIGHT) || callback(field).isPresent();
    }

    static String text(String field, JsonNode value) {
        return options(field).get(isOn(value) ? 1 : 0);
    }

    /// The field switched off, or as it is just after it was switched on: a class that is not named counts 1.
    ///
    /// @throws IllegalArgumentException where the picker offers no such thing
    static JsonNode with(String field, String picked) {
        int choice = options(field).indexOf(picked);
        if (choice < 0) {
            throw new IllegalArgumentException(field + " cannot be " + picked + ".");
        }
        Optional<Callback> callback = callback(field);
        if (callback.isPresent()) {
            return choice == 1 ? CellJson.settings(callback.get()) : JsonNodeFactory.instance.nullNode();
        }
        var weights = JsonNodeFactory.instance.objectNode();
        return choice == 1 ? weights.put("0", 1) : weights;
    }

    private static Optional<Callback> callback(String field) {
        return Callback.ALL.stream()
                .filter(callback -> callback.name().equals(field))
                .findFirst();
    }
}
