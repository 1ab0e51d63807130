package org.stepback.playground.setting;

import java.util.List;

/// The state that was read from a link.
///
/// @param problems a sentence for each part that was left out
/// @param run whether the training begins at once, and does not wait for Play
public record LinkReading(PlaygroundState state, List<String> problems, boolean run) {
    public LinkReading {
        problems = List.copyOf(problems);
    }
}
