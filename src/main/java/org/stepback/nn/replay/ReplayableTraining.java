package org.stepback.nn.replay;

import org.stepback.nn.Checkpoint;
import org.stepback.nn.NonFinite;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;

/// A training that can be taken to any of its steps and made again from there.
///
/// The numbers of its steps depend on the checkpoint that it is at and on nothing else.
public interface ReplayableTraining {
    /// The trainer of the next step.
    Trainer trainer();

    /// Returns the count of all steps, where nothing ends it before.
    long totalSteps();

    /// Returns whether there is a next step.
    default boolean goesOn() {
        return steps() < totalSteps() && trainer().nonFinite().isEmpty();
    }

    /// Makes the next step.
    void step();

    /// Makes the next step, with every number of it.
    Trace trace();

    default Checkpoint checkpoint() {
        return trainer().checkpoint();
    }

    /// Goes to a checkpoint of this training.
    void restore(Checkpoint checkpoint);

    /// Returns the count of steps that are done.
    default long steps() {
        return trainer().steps();
    }

    /// The last step that can be made, where it does not go on.
    default long lastStep() {
        return trainer().nonFinite().map(NonFinite::step).orElseGet(this::steps);
    }

    /// The samples of a step, 1 = the first of the training; 0 = the first of the table.
    default int[] samples(long step) {
        return trainer().samples(step);
    }

    default int stepsPerEpoch() {
        return trainer().stepsPerEpoch();
    }
}
