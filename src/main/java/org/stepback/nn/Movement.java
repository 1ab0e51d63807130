package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.math.Tensors;

/// The distances that an update moves the kernels, and the check that the weights are small enough to compute with.
final class Movement {
    private final Network network;
    private final double[] before;
    private final double[] changes;
    private final double[] kernelSquares;
    private final double[] biasSquares;
    private boolean watching;
    private boolean calm;

    Movement(Network network) {
        this.network = network;
        int largest = Parameters.kernels(network).stream()
                .mapToInt(DMatrixRMaj::getNumElements)
                .max()
                .orElseThrow();
        this.before = new double[largest];
        this.changes = new double[network.layers()];
        this.kernelSquares = new double[network.layers()];
        this.biasSquares = new double[network.layers()];
        measure();
    }

    /// Reports how large the weights are before an update.
    void norms(StepReport report) {
        for (int layer = 0; layer < changes.length; layer++) {
            report.norms(
                    layer,
                    norm(network.kernel(layer), kernelSquares[layer]),
                    norm(network.bias(layer), biasSquares[layer]));
        }
    }

    /// Sets whether the next update is measured.
    void watch(boolean watching) {
        this.watching = watching;
    }

    /// Remembers the kernel of a layer (0 = first) as it is before its update.
    void begin(int layer) {
        if (watching) {
            double[] kernel = network.kernel(layer).data;
            System.arraycopy(kernel, 0, before, 0, kernel.length);
        }
    }

    /// Measures by how much the kernel has moved that was remembered last: layer by layer, while its numbers are at
    /// hand, since those of a large network do not fit into the processor's caches all at once.
    void end(int layer) {
        if (watching) {
            double[] kernel = network.kernel(layer).data;
            changes[layer] = Tensors.distance(kernel, before, kernel.length);
        }
    }

    /// Takes in the weights after an update, and reports `‖ΔW‖ / ‖W‖` of each layer where it was watched: W is the
    /// kernel before the update.
    void finish(StepReport report) {
        for (int layer = 0; watching && layer < changes.length; layer++) {
            double norm = report.kernelNorm(layer);
            report.updateRatio(layer, norm == 0 ? Double.NaN : changes[layer] / norm);
        }
        measure();
    }

    private static double norm(DMatrixRMaj weights, double squares) {
        return Tensors.isPlain(squares) ? Math.sqrt(squares) : Tensors.norm(weights);
    }

    /// Takes in the weights as they are now, as after they were set to those of a checkpoint.
    void measure() {
        calm = true;
        for (int layer = 0; layer < kernelSquares.length; layer++) {
            double[] kernel = network.kernel(layer).data;
            double[] bias = network.bias(layer).data;
            kernelSquares[layer] = Kernels.BEST.sumOfSquares(kernel, kernel.length);
            biasSquares[layer] = Kernels.BEST.sumOfSquares(bias, bias.length);
            calm &= kernelSquares[layer] < Tensors.CALM && biasSquares[layer] < Tensors.CALM;
        }
    }

    /// Returns whether all weights are finite and far from overflowing.
    boolean isCalm() {
        return calm;
    }
}
