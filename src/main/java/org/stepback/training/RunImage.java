package org.stepback.training;

import org.stepback.nn.Checkpoint;

/// A run between two steps: all that is needed to go on from there exactly.
record RunImage(RunControl.View control, Checkpoint checkpoint, RunRecord.Copy points) {}
