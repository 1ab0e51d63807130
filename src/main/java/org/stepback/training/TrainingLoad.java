package org.stepback.training;

import java.util.Collection;

/// The work of all runs at one moment.
///
/// @param training runs that train
/// @param inMemory runs that are held in memory, those that train among them
/// @param stepsPerSecond of all runs together
public record TrainingLoad(int training, int inMemory, double stepsPerSecond) {
    static TrainingLoad of(Collection<Run> runs) {
        return new TrainingLoad(
                (int) runs.stream()
                        .filter(run -> run.control().state().isActive())
                        .count(),
                runs.size(),
                runs.stream().mapToDouble(run -> run.worker().speed()).sum());
    }
}
