package org.stepback.notebook;

import java.util.Optional;
import java.util.function.Consumer;
import org.stepback.exercise.read.CellReader;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The field `layers` as a page's pickers change it: another kind of layer, another penalty, each with its defaults,
/// and all else as the student has it.
public final class LayerJson {
    /// What a picker shows where nothing is chosen.
    public static final String NONE = "none";

    private LayerJson() {}

    /// The kind of a layer, such as `dense`, known or not.
    public static String kind(JsonNode layer) {
        return firstKey(layer);
    }

    /// The name of a thing that a layer has with settings of its own, such as a penalty; `none` where it has none.
    public static String chosen(JsonNode layer, String setting) {
        JsonNode at = layer.path(kind(layer)).path(setting);
        String name = at.isObject() ? firstKey(at) : at.asString("");
        return name.isEmpty() ? NONE : name;
    }

    /// Whether anything of a layer that may be left out is not as usual.
    public static boolean usesMore(JsonNode layer) {
        return Layer.named(kind(layer))
                .map(Layer::hyperparameters)
                .map(settings -> settings.stream()
                        .filter(setting -> !setting.required())
                        .anyMatch(setting -> !layer.path(kind(layer))
                                        .path(setting.name())
                                        .isMissingNode()
                                && !layer.path(kind(layer)).path(setting.name()).isNull()))
                .orElse(false);
    }

    /// The list with another kind of layer, as it begins, at an index.
    public static JsonNode withKind(JsonNode list, int index, String kind) {
        ArrayNode copy = (ArrayNode) list.deepCopy();
        copy.set(index, CellReader.json(Layer.named(kind).orElseThrow()));
        return copy;
    }

    /// The list in which one layer has another thing for a setting, such as another penalty, or none.
    public static JsonNode withChosen(JsonNode list, int index, Hyperparameter.Choice setting, String name) {
        return changed(list, index, settings -> {
            settings.remove(setting.name());
            find(setting, name).ifPresent(thing -> settings.set(setting.name(), fresh(thing)));
        });
    }

    private static Optional<? extends Named> find(Hyperparameter.Choice setting, String name) {
        return setting.all().stream().filter(thing -> thing.name().equals(name)).findFirst();
    }

    private static JsonNode fresh(Named thing) {
        if (!(thing instanceof Tunable tunable)) {
            return JsonNodeFactory.instance.stringNode(thing.name());
        }
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        tunable.hyperparameters().forEach(setting -> settings.set(setting.name(), number(setting)));
        return JsonNodeFactory.instance
                .objectNode()
                .set(
                        thing.name(),
                        settings.size() == 1 ? settings.values().iterator().next() : settings);
    }

    private static JsonNode number(Hyperparameter setting) {
        return JsonNodeFactory.instance.numberNode(((Number) setting.value()).doubleValue());
    }

    private static JsonNode changed(JsonNode list, int index, Consumer<ObjectNode> change) {
        ArrayNode copy = (ArrayNode) list.deepCopy();
        if (copy.get(index) instanceof ObjectNode layer && layer.get(kind(layer)) instanceof ObjectNode settings) {
            change.accept(settings);
        }
        return copy;
    }

    private static String firstKey(JsonNode object) {
        return object.isObject() && !object.isEmpty()
                ? object.propertyNames().iterator().next()
                : "";
    }
}
