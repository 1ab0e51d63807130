package org.stepback.training.replay;

import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trace;

/// A training that can be taken to any of its steps and made again from there.
///
/// What its steps give depends on the checkpoint that it is at and on nothing else.
public interface ReplayableTraining {
    /// How many steps are done.
    long steps();

    /// Whether there is a next step.
    boolean goesOn();

    /// The last step that can be made, where it does not go on.
    long lastStep();

    void step();

    /// The next step, with every number of it.
    Trace trace();

    Checkpoint checkpoint();

    /// Goes to a checkpoint of this training.
    void restore(Checkpoint checkpoint);

    /// The samples of a step, 1 = the first of the training; 0 = the first of the table.
    int[] samples(long step);

    int stepsPerEpoch();

    /// How many steps it takes in all, where nothing ends it before.
    long totalSteps();
}
