package org.stepback.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Kernels;

/// How far an update moves the kernels, and whether the weights are still small enough to compute with.
final class Movement {
    /// Twenty layers of 512 units whose weights and inputs have squares that sum to less cannot overflow.
    static final double CALM = 1e20;

    private final Network network;
    private final List<DMatrixRMaj> before;
    private final double[] kernelSquares;
    private final double[] biasSquares;
    private boolean calm;

    Movement(Network network) {
        this.network = network;
        this.before = Parameters.kernels(network).stream()
                .map(DMatrixRMaj::createLike)
                .toList();
        this.kernelSquares = new double[network.layers()];
        this.biasSquares = new double[network.layers()];
        measure();
    }

    /// Reports how large the weights are before an update.
    void norms(StepReport report) {
        for (int layer = 0; layer < before.size(); layer++) {
            report.norms(
                    layer,
                    norm(network.kernel(layer), kernelSquares[layer]),
                    norm(network.bias(layer), biasSquares[layer]));
        }
    }

    /// Remembers the kernels as they are before an update.
    void begin() {
        for (int layer = 0; layer < before.size(); layer++) {
            double[] kernel = network.kernel(layer).data;
            System.arraycopy(kernel, 0, before.get(layer).data, 0, kernel.length);
        }
    }

    /// Reports `‖ΔW‖ / ‖W‖` of each layer, where W is the kernel before the update.
    void end(StepReport report) {
        for (int layer = 0; layer < before.size(); layer++) {
            double norm = report.kernelNorm(layer);
            double change = Tensors.distance(network.kernel(layer).data, before.get(layer).data);
            report.updateRatio(layer, norm == 0 ? Double.NaN : change / norm);
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
            calm &= kernelSquares[layer] < CALM && biasSquares[layer] < CALM;
        }
    }

    /// Whether all weights are finite and far from overflowing.
    boolean isCalm() {
        return calm;
    }
}
