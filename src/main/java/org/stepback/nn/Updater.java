package org.stepback.nn;

import java.util.Arrays;
import java.util.List;

/// The update of all weights of a run, with what its optimizer remembers.
final class Updater {
    private final Optimization optimizer;
    private final List<double[]> weights;
    private final List<double[]> gradients;
    private final List<double[][]> memory;

    Updater(Network network, Backward backward, Optimization optimizer) {
        this.optimizer = optimizer;
        this.weights = Parameters.trainable(network);
        this.gradients = Parameters.trainable(network, backward);
        this.memory = weights.stream()
                .map(tensor -> optimizer.rule().memory(tensor.length))
                .toList();
    }

    Optimization optimizer() {
        return optimizer;
    }

    /// A copy of what the optimizer remembers: for every tensor its slots.
    List<double[][]> copyOfMemory() {
        return memory.stream()
                .map(slots -> Arrays.stream(slots).map(double[]::clone).toArray(double[][]::new))
                .toList();
    }

    /// What the optimizer remembers: for every tensor its slots, not copies.
    List<double[]> memory() {
        return memory.stream().flatMap(Arrays::stream).toList();
    }

    /// The learning rate of a step, 1 = the first, as the schedule has it.
    double scheduledRate(long step) {
        return optimizer.schedule().rate(step - 1);
    }

    /// `w ← w − η ∂L/∂w` for every kernel and bias.
    ///
    /// @param rate η
    void update(double rate, long step) {
        optimizer.update(rate, step, weights, gradients, memory);
    }
}
