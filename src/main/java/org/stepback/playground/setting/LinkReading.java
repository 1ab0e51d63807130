package org.stepback.playground.setting;

import java.util.List;

/// What was read from a link.
///
/// @param problems what was left out, and why, as sentences
/// @param run whether the training begins at once, and does not wait for Play
public record LinkReading(PlaygroundState state, List<String> problems, boolean run) {
    public LinkReading {
        problems = List.copyOf(problems);
    }
}
