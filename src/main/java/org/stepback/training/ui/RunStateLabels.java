package org.stepback.training.ui;

import org.stepback.training.RunState;
import org.stepback.training.RunStatus;

/// A run's state as a page shows it: an icon's name and a word.
final class RunStateLabels {
    private RunStateLabels() {}

    static String icon(RunState state) {
        return switch (state) {
            case QUEUED -> "queued";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case DONE -> "done";
            case STOPPED, FAILED -> "failed";
        };
    }

    static String word(RunStatus status) {
        return switch (status.state()) {
            case QUEUED -> "Waiting for its turn";
            case STOPPED -> status.nonFinite().isPresent() ? "Stopped: no longer finite" : "Stopped";
            case RUNNING, PAUSED, DONE, FAILED -> status.state().word();
        };
    }
}
