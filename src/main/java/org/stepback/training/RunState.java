package org.stepback.training;

/// The state of a run between its start and its end.
public enum RunState {
    /// Waits for its first turn.
    QUEUED,
    /// Trains, at its pace, in turn with the others.
    RUNNING,
    /// Stands still until it is resumed or stepped.
    PAUSED,
    /// Took all its steps.
    DONE,
    /// Ended early: its numbers stopped being finite, nobody looked for long, or a person ended it.
    STOPPED,
    /// Ended by an error, or could not be read back.
    FAILED;

    /// Says how a run ended, or where it was last seen.
    public String word() {
        return switch (this) {
            case QUEUED, RUNNING -> "Running";
            case PAUSED -> "Paused";
            case DONE -> "Done";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    /// Returns whether it trains by itself, now or soon.
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }

    /// Returns whether it takes no further step, come what may.
    public boolean isOver() {
        return this == DONE || this == STOPPED || this == FAILED;
    }
}
