package org.stepback.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The elements of a page, as the server has described them in Vaadin's UIDL messages.
final class PageTree {
    private static final int TAG = 0;
    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int TEXT = 7;

    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, String> values = new HashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();

    /// Takes the changes of one message.
    void take(JsonNode changes) {
        changes.forEach(change -> {
            int node = change.path("node").asInt();
            switch (change.path("type").asString()) {
                case "put" ->
                    put(node, change.path("feat").asInt(), change.path("key").asString(), change.path("value"));
                case "splice" -> {
                    if (change.path("feat").asInt() == CHILDREN) {
                        change.path("addNodes").forEach(child -> parents.put(child.asInt(), node));
                    }
                }
                case "detach" -> forget(node);
                default -> {}
            }
        });
    }

    private void put(int node, int feature, String key, JsonNode value) {
        if (feature == TAG) {
            tags.put(node, value.asString(""));
        } else if (feature == TEXT) {
            texts.put(node, value.asString(""));
        } else if (feature == ATTRIBUTES && key.equals("data-key")) {
            keys.put(value.asString(""), node);
        } else if (feature == PROPERTIES && key.equals("value")) {
            values.put(node, value.asString(""));
        }
    }

    private void forget(int node) {
        tags.remove(node);
        texts.remove(node);
        values.remove(node);
        keys.values().remove(node);
    }

    /// Returns the first button with this text.
    Optional<Integer> button(String text) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(text))
                .map(entry -> parents.getOrDefault(entry.getKey(), -1))
                .filter(parent -> tags.getOrDefault(parent, "").endsWith("button"))
                .sorted()
                .findFirst();
    }

    /// Returns the control of a cell's field.
    ///
    /// @param key the cell, `/` and the place
    Optional<Integer> control(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    List<Integer> tagged(String tag) {
        return tags.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tag))
                .map(Map.Entry::getKey)
                .toList();
    }

    String value(int node) {
        return values.getOrDefault(node, "");
    }
}
