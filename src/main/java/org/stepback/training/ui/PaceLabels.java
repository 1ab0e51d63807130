package org.stepback.training.ui;

import org.stepback.number.NumberText;
import org.stepback.training.pace.Pace;

/// The speeds of a run as a picker names them.
final class PaceLabels {
    private static final String FULL = "full";

    private PaceLabels() {}

    static String name(Pace pace) {
        return pace.isFull() ? FULL : Integer.toString(pace.stepsPerSecond());
    }

    static String words(String name) {
        return name.equals(FULL) ? "Full speed" : NumberText.grouped(named(name).stepsPerSecond()) + " steps/s";
    }

    /// The pace of a name that a browser sent; full speed if there is none of that name.
    static Pace named(String name) {
        return Pace.ALL.stream()
                .filter(pace -> name(pace).equals(name))
                .findFirst()
                .orElse(Pace.FULL);
    }
}
