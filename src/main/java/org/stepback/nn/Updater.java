package org.stepback.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The update of all weights of a run, with what its optimizer remembers.
final class Updater {
    private static final int NONE = -1;

    private final Optimization optimizer;
    private final List<double[]> weights;
    private final List<double[]> gradients;
    private final List<double[][]> memory;
    private final int[] kernelOf;

    Updater(Network network, Backward backward, Optimization optimizer) {
        this.optimizer = optimizer;
        this.weights = Parameters.trainable(network);
        this.gradients = Parameters.trainable(network, backward);
        this.memory = weights.stream()
                .map(tensor -> optimizer.rule().memory(tensor.length))
                .toList();
        this.kernelOf = weights.stream()
                .mapToInt(tensor -> layerWithKernel(network, tensor))
                .toArray();
    }

    /// The layer (0 = first) whose kernel a tensor is, or [#NONE].
    private static int layerWithKernel(Network network, double[] tensor) {
        return IntStream.range(0, network.layers())
                .filter(layer -> network.kernel(layer).data == tensor)
                .findFirst()
                .orElse(NONE);
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
    /// @param movement measures how far each kernel goes
    void update(double rate, long step, Movement movement) {
        double corrected = rate * optimizer.rule().correction(step);
        optimizer.clipping().clip(gradients);
        for (int tensor = 0; tensor < weights.size(); tensor++) {
            int layer = kernelOf[tensor];
            if (layer != NONE) {
                movement.begin(layer);
            }
            optimizer.update(rate, corrected, step, weights.get(tensor), gradients.get(tensor), memory.get(tensor));
            if (layer != NONE) {
                movement.end(layer);
            }
        }
    }
}
