package org.stepback.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The changes of a run's cells since it was made of them.
public final class CellChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CellChanges() {}

    /// The fields that differ between two configurations, by cell, as words: `net` → `layers`, `fit` → `optimizer`,
    /// `batch size`. A cell without such a field is not among them.
    public static Map<String, List<String>> between(String before, String now) {
        JsonNode old = JSON.readTree(before);
        Map<String, List<String>> differences = new LinkedHashMap<>();
        JSON.readTree(now).properties().forEach(cell -> {
            List<String> fields = cell.getValue().properties().stream()
                    .filter(field ->
                            !field.getValue().equals(old.path(cell.getKey()).get(field.getKey())))
                    .map(field -> field.getKey().replace('_', ' '))
                    .toList();
            if (!fields.isEmpty()) {
                differences.put(cell.getKey(), fields);
            }
        });
        return differences;
    }

    /// The same in one line: `net (layers), fit (optimizer, batch size)`.
    public static String words(Map<String, List<String>> changes) {
        return changes.entrySet().stream()
                .map(cell -> cell.getKey() + " (" + String.join(", ", cell.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }
}
