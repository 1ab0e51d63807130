package org.stepback.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run's callbacks with what they remember, and the means of its epoch; all of it numbers, so that a checkpoint has
/// it.
///
/// A run without callbacks has none of it.
final class EpochWatch {
    private static final int LOSS = 0;
    private static final int ACCURACY = 1;
    private static final int SAMPLES = 2;
    private static final int EPOCHS = 3;
    private static final int LEARNING_RATE = 4;
    private static final int MEMORY = 5;

    private final List<Callback> callbacks;
    private final List<double[]> weights;
    private final double[] sums;
    private final List<double[]> memory;

    /// @param weights the network's own numbers, not copies
    EpochWatch(List<Callback> callbacks, List<double[]> weights) {
        this.callbacks = callbacks;
        this.weights = weights;
        this.sums = new double[callbacks.isEmpty() ? 0 : MEMORY];
        long numbers = weights.stream().mapToLong(tensor -> tensor.length).sum();
        this.memory = callbacks.stream()
                .map(callback -> new double[Math.toIntExact(callback.slots(numbers))])
                .toList();
    }

    /// Returns how many numbers [#state] has.
    static long size(List<Callback> callbacks, long weights) {
        return callbacks.isEmpty()
                ? 0
                : MEMORY
                        + callbacks.stream()
                                .mapToLong(callback -> callback.slots(weights))
                                .sum();
    }

    boolean isIdle() {
        return callbacks.isEmpty();
    }

    /// Takes in a step of the epoch.
    void step(StepReport report) {
        if (!isIdle()) {
            sums[LOSS] += report.samples() * report.loss();
            sums[ACCURACY] += report.samples() * report.accuracy();
            sums[SAMPLES] += report.samples();
        }
    }

    /// Lets every callback act on the end of an epoch, once for each epoch.
    void endEpoch(int epoch, Evaluation validation, double learningRate) {
        if (isIdle() || epoch <= sums[EPOCHS]) {
            return;
        }
        Evaluation running = new Evaluation(sums[LOSS] / sums[SAMPLES], sums[ACCURACY] / sums[SAMPLES]);
        double rate = learningRate;
        for (int i = 0; i < callbacks.size(); i++) {
            rate = callbacks.get(i).endEpoch(memory.get(i), new EpochEnd(epoch, running, validation, weights, rate));
        }
        Arrays.fill(sums, 0, EPOCHS, 0);
        sums[EPOCHS] = epoch;
        sums[LEARNING_RATE] = rate == learningRate ? sums[LEARNING_RATE] : rate;
    }

    /// Acts on the end of the run.
    void endRun() {
        for (int i = 0; i < callbacks.size(); i++) {
            callbacks.get(i).endRun(memory.get(i), weights);
        }
    }

    /// Returns why the run has ended, as a sentence; empty while it has not.
    Optional<String> stopped() {
        for (int i = 0; i < callbacks.size(); i++) {
            Optional<String> why = callbacks.get(i).stopped(memory.get(i));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    /// Returns the learning rate that a callback set, or the other one where none has.
    double learningRate(double scheduled) {
        return isIdle() || sums[LEARNING_RATE] == 0 ? scheduled : sums[LEARNING_RATE];
    }

    /// Returns all numbers, not copies, in the order of a checkpoint.
    List<double[]> state() {
        return Stream.concat(Stream.of(sums), memory.stream()).toList();
    }
}
