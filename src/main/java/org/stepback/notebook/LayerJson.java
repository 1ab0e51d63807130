package org.stepback.notebook;

import java.util.stream.Stream;
import org.stepback.exercise.read.CellJson;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.setting.Hyperparameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The field `layers` as a page's pickers change it. What is picked begins with its defaults; all else stays as typed.
public final class LayerJson {
    /// The word of a picker where nothing is chosen.
    public static final String NONE = "none";

    private LayerJson() {}

    /// Returns the kind of a layer, such as `dense`, known or not.
    public static String kind(JsonNode layer) {
        return layer.isObject() ? FieldJson.name(layer) : "";
    }

    /// Returns the name of a thing that a layer has with settings of its own, such as a penalty; `none` where it has
    /// none.
    public static String chosen(JsonNode layer, String setting) {
        String name = FieldJson.name(layer.path(kind(layer)).path(setting));
        return name.isEmpty() ? NONE : name;
    }

    /// Returns whether anything of a layer that may be left out is not as usual.
    public static boolean usesMore(JsonNode layer) {
        JsonNode settings = layer.path(kind(layer));
        return settings(kind(layer)).anyMatch(setting -> !setting.required() && settings.hasNonNull(setting.name()));
    }

    private static Stream<Hyperparameter> settings(String kind) {
        return Layer.named(kind).stream().flatMap(layer -> layer.hyperparameters().stream());
    }

    /// Returns the list with another kind of layer, as it begins, at an index.
    static JsonNode withKind(JsonNode list, int index, String kind) {
        ArrayNode copy = (ArrayNode) list.deepCopy();
        copy.set(index, CellJson.layer(Layer.named(kind).orElseThrow()));
        return copy;
    }

    /// The list in which one layer has another thing for a setting, such as another penalty, or none.
    ///
    /// @throws java.util.NoSuchElementException where the layer has no such setting
    static JsonNode withChosen(JsonNode list, int index, String setting, String name) {
        JsonNode copy = list.deepCopy();
        JsonNode layer = copy.get(index);
        Hyperparameter.Choice choice = settings(kind(layer))
                .filter(known -> known.name().equals(setting))
                .filter(Hyperparameter.Choice.class::isInstance)
                .map(Hyperparameter.Choice.class::cast)
                .findFirst()
                .orElseThrow();
        if (layer.path(kind(layer)) instanceof ObjectNode settings) {
            settings.remove(setting);
            choice.all().stream()
                    .filter(thing -> thing.name().equals(name))
                    .findFirst()
                    .ifPresent(thing -> settings.set(setting, CellJson.named(thing)));
        }
        return copy;
    }
}
