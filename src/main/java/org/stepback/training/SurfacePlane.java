package org.stepback.training;

/// The plane through a run's weights that a [LossSurface] shows.
public sealed interface SurfacePlane {
    /// Along the step that the run would take next, and along the way that it came, at a right angle to it.
    record NextStep() implements SurfacePlane {}

    /// Along two random directions; see [Directions#random].
    record Random(long seed) implements SurfacePlane {}

    /// Along two single weights.
    ///
    /// @throws IllegalArgumentException where it is the same one twice
    record TwoWeights(Weight first, Weight second) implements SurfacePlane {
        public TwoWeights {
            if (first.equals(second)) {
                throw new IllegalArgumentException("Choose two different weights.");
            }
        }
    }

    /// One weight of a kernel, all counted from 0.
    record Weight(int layer, int unit, int input) {}
}
