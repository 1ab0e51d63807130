package org.stepback.exercise;

import java.util.OptionalLong;

/// A requirement that a training must meet.
public sealed interface Requirement {
    /// A metric lies between two bounds, at one step at least.
    ///
    /// @param above −∞ if there is no lower bound
    /// @param below +∞ if there is no upper bound
    /// @param withinSteps the last step at which it may happen; empty if it is judged at the end of the training
    record Reaches(Metric metric, double above, double below, OptionalLong withinSteps) implements Requirement {
        /// Returns whether a value of the metric is between the bounds; NaN never is.
        public boolean holds(double value) {
            return value > above && value < below;
        }
    }

    /// A number of the run stops being finite, or the loss over the training samples ends above where it started.
    record Diverges() implements Requirement {}
}
