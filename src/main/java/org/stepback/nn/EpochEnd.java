package org.stepback.nn;

import java.util.List;
import java.util.OptionalDouble;

/// The end of an epoch, as a callback sees it.
///
/// @param number of the epoch, 1 = the first
/// @param running the means over the epoch's steps
/// @param validation NaN where nothing is held out
/// @param weights the network's own numbers, not copies
/// @param learningRate η of the next epoch, as far as the callbacks before have set it
record EpochEnd(int number, Evaluation running, Evaluation validation, List<double[]> weights, double learningRate) {
    /// Returns the number that is looked at; empty where there is none.
    OptionalDouble value(Monitor monitor) {
        Evaluation of = monitor.needsValidation() ? validation : running;
        double value = monitor.needsClasses() ? of.accuracy() : of.loss();
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
