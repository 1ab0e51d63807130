package org.stepback.training.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stepback.training.KeptRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which settings some runs do not share, by their place in the cells, with each run's value.
final class Differences {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 60;
    private static final String MISSING = "–";

    private Differences() {}

    /// @return for each setting that differs its value in every run, in the order of the runs
    static Map<String, List<String>> of(List<KeptRun> runs) {
        List<Map<String, String>> all = runs.stream().map(Differences::settings).toList();
        var places = new TreeSet<String>();
        all.forEach(settings -> places.addAll(settings.keySet()));
        Map<String, List<String>> differences = new LinkedHashMap<>();
        for (String place : places) {
            List<String> values = all.stream()
                    .map(settings -> settings.getOrDefault(place, MISSING))
                    .toList();
            if (values.stream().distinct().count() > 1) {
                differences.put(place, values);
            }
        }
        return differences;
    }

    private static Map<String, String> settings(KeptRun run) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> forks = new ArrayList<>();
        String[] lines = run.setup().split("\n");
        for (int i = 1; i + 1 < lines.length; i += 2) {
            forks.add(lines[i].substring(1));
        }
        if (!forks.isEmpty()) {
            settings.put("forked after step", String.join(", ", forks));
        }
        try {
            flatten("", JSON.readTree(lines[lines.length - 1]), settings);
        } catch (JacksonException damaged) {
            settings.put("settings", "cannot be read");
        }
        return settings;
    }

    private static void flatten(String place, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(place + "[" + (i + 1) + "]", node.get(i), into);
            }
        } else {
            String text = node.isString() ? node.asString() : node.toString();
            into.put(place, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        }
    }
}
