package org.stepback.training.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stepback.number.NumberText;
import org.stepback.training.KeptRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the settings in which some runs differ, by their place in the cells, with each run's value.
final class Differences {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 60;
    private static final Pattern CHOICE = Pattern.compile("\\.(optimizer|layers\\[\\d+])$");
    private static final String MISSING = "–";

    private Differences() {}

    /// @return for each setting that differs its value in every run, in the order of the runs
    static Map<String, List<String>> of(List<KeptRun> runs) {
        return between(runs.stream().map(Differences::settings).toList());
    }

    /// Returns a run's learning rate as it was typed, or a dash where its settings name none, as with a schedule of
    /// several rates.
    static String learningRate(KeptRun run) {
        return settings(run).entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(".learning_rate"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MISSING);
    }

    private static Map<String, List<String>> between(List<Map<String, String>> all) {
        Set<String> choices = places(all).stream()
                .filter(Differences::isChoice)
                .filter(place -> differs(values(all, place)))
                .collect(Collectors.toSet());
        List<Map<String, String>> same =
                all.stream().map(settings -> withoutKinds(settings, choices)).toList();
        Map<String, List<String>> differences = new LinkedHashMap<>();
        for (String place : places(same)) {
            List<String> values = values(same, place);
            boolean ofOneKind =
                    values.contains(MISSING) && choices.stream().anyMatch(choice -> place.startsWith(choice + "."));
            if (differs(values) && !ofOneKind) {
                differences.put(place, values);
            }
        }
        return differences;
    }

    private static Set<String> places(List<Map<String, String>> all) {
        return all.stream()
                .flatMap(settings -> settings.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> values(List<Map<String, String>> all, String place) {
        return all.stream()
                .map(settings -> settings.getOrDefault(place, MISSING))
                .toList();
    }

    private static boolean differs(List<String> values) {
        return values.stream().distinct().count() > 1;
    }

    /// If the runs have things of different kinds, their common settings are compared: the learning rate of one
    /// optimizer with that of another.
    private static Map<String, String> withoutKinds(Map<String, String> settings, Set<String> choices) {
        Map<String, String> same = new LinkedHashMap<>();
        settings.forEach((place, value) -> same.put(
                choices.stream()
                        .filter(choice -> place.startsWith(choice + "."))
                        .findFirst()
                        .map(choice -> place.replaceFirst(
                                "^" + Pattern.quote(choice) + "\\.[^.]+", Matcher.quoteReplacement(choice)))
                        .orElse(place),
                value));
        return same;
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
            if (isChoice(place) && node.size() == 1) {
                into.put(place, node.propertyNames().iterator().next());
            }
            node.properties()
                    .forEach(field -> flatten(
                            place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(place + "[" + (i + 1) + "]", node.get(i), into);
            }
        } else {
            String text = node.isString()
                    ? node.asString()
                    : node.isDouble() ? NumberText.plain(node.asDouble()) : node.toString();
            into.put(place, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        }
    }

    /// Returns whether a thing stands there under its name, with its settings within: an optimizer, a layer.
    private static boolean isChoice(String place) {
        return CHOICE.matcher(place).find();
    }
}
