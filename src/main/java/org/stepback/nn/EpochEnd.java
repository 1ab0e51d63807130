package org.stepback.nn;

import java.util.List;
import java.util.OptionalDouble;

/// The end of an epoch, as a callback sees it and acts on it.
final class EpochEnd {
    private final int number;
    private final Evaluation running;
    private final Evaluation validation;
    private final List<double[]> weights;
    private double learningRate;

    /// @param number of the epoch, 1 = the first
    /// @param running the means over the epoch's steps
    /// @param validation NaN where nothing is held out
    /// @param weights the network's own numbers, not copies
    EpochEnd(int number, Evaluation running, Evaluation validation, List<double[]> weights, double learningRate) {
        this.number = number;
        this.running = running;
        this.validation = validation;
        this.weights = weights;
        this.learningRate = learningRate;
    }

    int number() {
        return number;
    }

    /// The number that is looked at; empty where there is none.
    OptionalDouble value(Monitor monitor) {
        Evaluation of = monitor.needsValidation() ? validation : running;
        double value = monitor.needsClasses() ? of.accuracy() : of.loss();
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    List<double[]> weights() {
        return weights;
    }

    double learningRate() {
        return learningRate;
    }

    void learningRate(double next) {
        learningRate = next;
    }
}
