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

    /// Returns whether it trains by itself, now or soon.
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }

    /// Returns whether it takes no further step, come what may.
    public boolean isOver() {
        return this == DONE || this == STOPPED || this == FAILED;
    }
}
