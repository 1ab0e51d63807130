package org.stepback.playground.setting;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A state as a link's parameters: short, readable, and without what nobody changed.
///
/// Such as `data=spiral&hidden=8tanh,4relu&lr=0.1`. Nothing in it needs to be escaped. With `run=no` the page that it
/// opens waits for Play; a page that shows Step without Play waits too, unless its link has `run=yes`.
public final class PlaygroundLink {
    /// Begins the training at once; no part of the state.
    private static final PlaygroundSetting<Boolean> RUN =
            new PlaygroundSetting<>("run", true, SettingCodec.flag(), PlaygroundSetting.Effect.VIEW);

    private static final int MOST_PROBLEMS = 5;
    private static final int LONGEST = 4_000;

    /// The state that was read from a link.
    ///
    /// @param problems a sentence for each part that was left out
    /// @param run whether the training begins at once, and does not wait for Play
    public record Reading(PlaygroundState state, List<String> problems, boolean run) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    private PlaygroundLink() {}

    /// The parameters without a question mark; empty where nothing was changed.
    public static String write(PlaygroundState state) {
        return PlaygroundSettings.ALL.stream()
                .filter(setting -> state.chosen().containsKey(setting))
                .map(setting -> setting.key() + "=" + state.text(setting))
                .collect(Collectors.joining("&"));
    }

    /// Reads parameters as [#write] gives them, or as an address has them, with escapes.
    public static Reading read(String link) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : link.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], List.of(parts.length < 2 ? "" : decoded(parts[1])));
        }
        return read(parameters);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// Reads parameters; what is not understood is left out and named.
    public static Reading read(Map<String, List<String>> parameters) {
        PlaygroundState state = PlaygroundState.INITIAL;
        Optional<Boolean> run = Optional.empty();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String text = String.join(",", parameter.getValue());
            try {
                if (parameter.getKey().equals(RUN.key())) {
                    run = Optional.of(RUN.parse(text));
                } else {
                    state = read(state, parameter.getKey(), text);
                }
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        return new Reading(state, first(problems), run.orElse(Controls.begins(state)));
    }

    private static PlaygroundState read(PlaygroundState state, String key, String text) {
        if (key.isEmpty()) {
            return state;
        }
        PlaygroundSetting<?> setting = PlaygroundSettings.named(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The Playground has no setting “%s”.".formatted(PlaygroundSetting.shortened(key))));
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
