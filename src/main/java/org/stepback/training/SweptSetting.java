package org.stepback.training;

import java.util.List;
import java.util.Optional;
import org.stepback.exercise.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A setting of a run that a sweep changes, in the JSON of [RunSetup#configuration].
public enum SweptSetting {
    LEARNING_RATE("learning rate", List.of(1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0)) {
        @Override
        boolean set(ObjectNode train, ObjectNode network, double value) {
            JsonNode optimizer = train.path("optimizer");
            if (optimizer.isString()) {
                train.putObject("optimizer").putObject(optimizer.asString()).put("learning_rate", value);
                return true;
            }
            for (JsonNode rule : optimizer.values()) {
                if (rule instanceof ObjectNode settings) {
                    return setRate(settings, value);
                }
            }
            return false;
        }
    },
    BATCH_SIZE("batch size", List.of(1.0, 4.0, 16.0, 64.0, 256.0)) {
        @Override
        boolean set(ObjectNode train, ObjectNode network, double value) {
            train.set("batch_size", whole(value));
            return true;
        }
    },
    UNITS("units of each hidden layer", List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0)) {
        @Override
        boolean set(ObjectNode train, ObjectNode network, double value) {
            JsonNode layers = network.path("layers");
            boolean changed = false;
            for (int i = 0; i < layers.size() - 1; i++) {
                if (layers.get(i).path("dense") instanceof ObjectNode dense) {
                    dense.set("units", whole(value));
                    changed = true;
                }
            }
            return changed;
        }
    },
    SEED("seed", List.of(1.0, 2.0, 3.0, 4.0, 5.0)) {
        @Override
        boolean set(ObjectNode train, ObjectNode network, double value) {
            train.set("seed", whole(value));
            network.set("seed", whole(value));
            return true;
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String word;
    private final List<Double> usual;

    SweptSetting(String word, List<Double> usual) {
        this.word = word;
        this.usual = usual;
    }

    public String word() {
        return word;
    }

    /// Values to begin with.
    public List<Double> usual() {
        return usual;
    }

    /// Sets it in the cells of a run.
    ///
    /// @return whether there is such a setting in them
    abstract boolean set(ObjectNode train, ObjectNode network, double value);

    /// A configuration with another value of this setting.
    ///
    /// @param cell the train cell
    /// @throws RefusedException where the cells have no such setting
    String in(String configuration, String cell, double value) {
        try {
            if (JSON.readTree(configuration) instanceof ObjectNode all
                    && all.get(cell) instanceof ObjectNode train
                    && all.get(train.path("network").asString("")) instanceof ObjectNode network
                    && set(train, network, value)) {
                return all.toString();
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The configuration is damaged.", e);
        }
        throw new RefusedException("This training has no " + word + " that could be changed.");
    }

    private static boolean setRate(ObjectNode rule, double value) {
        Optional<ObjectNode> schedule = Optional.of(rule.path("learning_rate"))
                .filter(JsonNode::isObject)
                .flatMap(node -> node.values().stream().findFirst())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
        schedule.ifPresentOrElse(
                settings -> settings.put("initial_learning_rate", value), () -> rule.put("learning_rate", value));
        return true;
    }

    private static JsonNode whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }
}
