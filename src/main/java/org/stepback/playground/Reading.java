package org.stepback.playground;

import java.util.List;

/// What was read from a link.
///
/// @param problems what was left out, and why, as sentences
/// @param run whether the training begins at once, and does not wait for Play
public record Reading(PlaygroundState state, List<String> problems, boolean run) {
    public Reading {
        problems = List.copyOf(problems);
    }
}
