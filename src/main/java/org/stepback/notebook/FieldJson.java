package org.stepback.notebook;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.stepback.exercise.Edit;
import org.stepback.exercise.read.CellText;
import org.stepback.number.NumberText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One field's value as a page's controls change it: a JSON tree, and what was typed at one place in it.
///
/// A place is written as problems name it: `layers[1].dense.units`, `optimizer.adam.learning_rate`, `seed`; its first
/// part is the field. What is typed is kept as typed: a number that reads back as the same text becomes a JSON number,
/// anything else ("0,01", "1e-3", "") a JSON string, which the exercise's reader then accepts or refuses in words.
public final class FieldJson {
    private FieldJson() {}

    /// Returns the text at a place, as a control shows it; empty if nothing stands there.
    public static String text(JsonNode field, String place) {
        JsonNode at = find(field, inside(place));
        if (at == null || at.isNull() || at.isContainer()) {
            return "";
        }
        return switch (at.getNodeType()) {
            case STRING -> at.asString();
            case NUMBER -> at.isDouble() ? NumberText.plain(at.doubleValue()) : at.toString();
            default -> at.toString();
        };
    }

    /// Returns whether anything stands at a place.
    public static boolean stands(JsonNode field, String place) {
        JsonNode at = find(field, inside(place));
        return at != null && !at.isNull();
    }

    /// Returns the field with what was typed at a place.
    ///
    /// @throws IllegalArgumentException if the place does not exist in the field
    public static JsonNode set(JsonNode field, String place, String typed) {
        Deque<String> way = inside(place);
        if (way.isEmpty()) {
            return CellText.value(typed);
        }
        String last = way.removeLast();
        JsonNode copy = field.deepCopy();
        switch (find(copy, way)) {
            case ArrayNode list when list.has(index(last)) -> list.set(index(last), CellText.value(typed));
            case ObjectNode keys -> keys.set(last, CellText.value(typed));
            case null, default -> throw new IllegalArgumentException("There is nothing at " + place + ".");
        }
        return copy;
    }

    public static JsonNode remove(JsonNode list, int index) {
        ArrayNode copy = (ArrayNode) list.deepCopy();
        copy.remove(index);
        return copy;
    }

    /// Returns a list with an entry put in before the one at `index`.
    public static JsonNode insert(JsonNode list, int index, JsonNode entry) {
        return ((ArrayNode) list.deepCopy()).insert(index, entry);
    }

    /// Returns the edit that gives a cell's field this value, with the author's numbers in it as a person would type
    /// them.
    public static Edit edit(String cell, String field, JsonNode value) {
        return new Edit(cell, field, typed(value).toString());
    }

    private static JsonNode typed(JsonNode value) {
        return switch (value) {
            case ObjectNode keys -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                keys.properties().forEach(key -> copy.set(key.getKey(), typed(key.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                list.forEach(entry -> copy.add(typed(entry)));
                yield copy;
            }
            default -> value.isDouble() ? CellText.value(NumberText.plain(value.doubleValue())) : value;
        };
    }

    /// Returns the name of a thing that is written alone or with its settings: `mse`, `{huber: {delta: 2}}`; empty
    /// where none is.
    public static String name(JsonNode thing) {
        if (!thing.isObject()) {
            return thing.asString("");
        }
        return thing.isEmpty() ? "" : thing.propertyNames().iterator().next();
    }

    private static @Nullable JsonNode find(JsonNode node, Deque<String> way) {
        @Nullable JsonNode at = node;
        for (String part : way) {
            if (at != null) {
                at = at.isArray() ? at.get(index(part)) : at.get(part);
            }
        }
        return at;
    }

    /// -1 where it is none.
    private static int index(String part) {
        return part.matches("\\d{1,4}") ? Integer.parseInt(part) : -1;
    }

    /// Returns the parts of a place after the field's name: `layers[1].dense.units` gives 1, dense, units.
    private static Deque<String> inside(String place) {
        return new ArrayDeque<>(Arrays.stream(place.split("[.\\[\\]]+")).skip(1).toList());
    }
}
