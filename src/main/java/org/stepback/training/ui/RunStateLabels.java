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

    /// How a run ended, or where it was last seen.
    static String word(RunState state) {
        return switch (state) {
            case QUEUED, RUNNING -> "Running";
            case PAUSED -> "Paused";
            case DONE -> "Done";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    static String word(RunStatus status) {
        return switch (status.state()) {
            case QUEUED -> "Waiting for its turn";
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case DONE -> "Done";
            case STOPPED -> status.nonFinite().isPresent() ? "Stopped: no longer finite" : "Stopped";
            case FAILED -> "Failed";
        };
    }
}
