package org.stepback.training.pace;

import java.util.List;

/// The pace of a run.
///
/// @param stepsPerSecond 0 for as many as the server can give
public record Pace(int stepsPerSecond) {
    public static final Pace FULL = new Pace(0);

    /// The paces that a page offers, slowest first.
    public static final List<Pace> ALL = List.of(new Pace(10), new Pace(100), new Pace(1_000), FULL);

    private static final int FASTEST = 100_000;

    /// @throws IllegalArgumentException where it is not from 0 to 100,000 steps a second
    public Pace {
        if (stepsPerSecond < 0 || stepsPerSecond > FASTEST) {
            throw new IllegalArgumentException("A pace is from 1 to 100,000 steps a second, or full speed.");
        }
    }

    public boolean isFull() {
        return stepsPerSecond == 0;
    }
}
