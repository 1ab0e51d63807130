package org.stepback.playground.setting;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The controls that a link can hide, so that a lecturer's link shows three of them.
public final class Controls {
    /// By the key of their setting, where they have one.
    public static final List<String> ALL = Stream.concat(
                    Stream.of(("play stepping reset lr activation reg rate problem loss opt compare"
                                    + " data classes noise train batch seed inputs layers units weights editing"
                                    + " more pace step test discrete inside share")
                            .split(" ")),
                    Stream.of(Input.values()).map(Input::key))
            .toList();

    private static final Set<String> INPUTS =
            Set.copyOf(Stream.of(Input.values()).map(Input::key).toList());

    private Controls() {}

    /// Returns whether the page shows a control.
    public static boolean isShown(PlaygroundState state, String control) {
        Set<String> only = state.get(PlaygroundSettings.SHOW);
        boolean wanted = only.isEmpty() || only.contains(control) || INPUTS.contains(control);
        return wanted && !state.get(PlaygroundSettings.HIDE).contains(control);
    }

    /// Returns whether the training begins by itself: not where a person can step but has no Play to stop it.
    static boolean begins(PlaygroundState state) {
        return isShown(state, "play") || !isShown(state, "stepping");
    }
}
