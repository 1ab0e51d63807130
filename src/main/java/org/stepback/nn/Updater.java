package org.stepback.nn;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// The update of all weights of a run, with what its optimizer remembers.
final class Updater {
    private final Network network;
    private final Optimization optimizer;
    private final List<double[]> weights;
    private final List<double[]> gradients;
    private final List<double[][]> memory;
    private final List<DMatrixRMaj> change;

    Updater(Network network, Backward backward, Optimization optimizer) {
        this.network = network;
        this.optimizer = optimizer;
        this.weights = Parameters.of(network);
        this.gradients = Parameters.of(backward);
        this.memory = weights.stream()
                .map(tensor -> optimizer.rule().memory(tensor.length))
                .toList();
        this.change = backward.dW().stream().map(DMatrixRMaj::createLike).toList();
    }

    /// The weights of every tensor, not copies.
    List<double[]> weights() {
        return weights;
    }

    /// What the optimizer remembers: for every tensor its slots, not copies.
    List<double[]> memory() {
        return memory.stream().flatMap(Arrays::stream).toList();
    }

    /// `w ← w − η ∂L/∂w` for every kernel and bias, and the report of how far the kernels moved.
    void update(long step, StepReport report) {
        for (int layer = 0; layer < network.layers(); layer++) {
            change.get(layer).setTo(network.kernel(layer));
        }
        optimizer.update(step, weights, gradients, memory);
        for (int layer = 0; layer < network.layers(); layer++) {
            report.updateRatio(layer, ratio(network.kernel(layer), change.get(layer)));
        }
    }

    /// `‖ΔW‖ / ‖W‖`, where W is the kernel before the update; turns it into ΔW on the way.
    private static double ratio(DMatrixRMaj after, DMatrixRMaj before) {
        double norm = Tensors.norm(before);
        for (int i = 0; i < before.data.length; i++) {
            before.data[i] = after.data[i] - before.data[i];
        }
        return norm == 0 ? Double.NaN : Tensors.norm(before) / norm;
    }
}
