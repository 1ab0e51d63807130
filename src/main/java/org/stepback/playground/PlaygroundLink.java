package org.stepback.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A state as a link's parameters: short, readable, and without what nobody changed.
///
/// Such as `data=spiral&hidden=8tanh,4relu&lr=0.1`. Nothing in it needs to be escaped.
public final class PlaygroundLink {
    /// Begins the training at once.
    public static final String RUN = "run";

    private static final int MOST_PROBLEMS = 5;
    private static final int LONGEST = 4_000;

    private PlaygroundLink() {}

    /// The parameters without a question mark; empty where nothing was changed.
    public static String write(PlaygroundState state) {
        return Settings.ALL.stream()
                .filter(setting -> state.chosen().containsKey(setting))
                .map(setting -> setting.key() + "=" + state.text(setting))
                .collect(Collectors.joining("&"));
    }

    /// Reads parameters; what is not understood is left out and named.
    public static Reading read(Map<String, List<String>> parameters) {
        PlaygroundState state = PlaygroundState.INITIAL;
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String text = String.join(",", parameter.getValue());
            try {
                state = read(state, parameter.getKey(), text);
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        return new Reading(state, first(problems), parameters.containsKey(RUN));
    }

    private static PlaygroundState read(PlaygroundState state, String key, String text) {
        if (key.equals(RUN) || key.isEmpty()) {
            return state;
        }
        Setting<?> setting = Settings.named(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The Playground has no setting “%s”.".formatted(Setting.shortened(key))));
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("%s is too long.".formatted(key));
        }
        return state.withText(setting, text);
    }

    static List<String> first(List<String> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<String> some = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        some.add("And %d more.".formatted(problems.size() - MOST_PROBLEMS));
        return some;
    }
}
