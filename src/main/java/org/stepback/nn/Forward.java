package org.stepback.nn;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// The numbers of a forward pass: weighted sums `z` and activations `a` of every layer, the first layer first.
///
/// Each matrix is units × batch.
public record Forward(List<DMatrixRMaj> z, List<DMatrixRMaj> a) {
    /// The prediction: the last layer's activations, outputs × batch.
    public DMatrixRMaj output() {
        return a.getLast();
    }

    static Forward buffers(Architecture architecture, int width) {
        return new Forward(forEachLayer(architecture, width), forEachLayer(architecture, width));
    }

    /// A matrix of units × width for each layer.
    static List<DMatrixRMaj> forEachLayer(Architecture architecture, int width) {
        IntFunction<DMatrixRMaj> matrix =
                layer -> new DMatrixRMaj(architecture.layers().get(layer).units(), width);
        return IntStream.range(0, architecture.layers().size()).mapToObj(matrix).toList();
    }

    /// Forward propagation of `x`, inputs × batch.
    void run(Network network, DMatrixRMaj x) {
        DMatrixRMaj previous = x;
        for (int layer = 0; layer < network.layers(); layer++) {
            // Z = W A_prev + b
            Products.multiplyAdd(network.kernel(layer), previous, network.bias(layer), z.get(layer));
            // A = f(Z)
            network.activation(layer).apply(z.get(layer), a.get(layer));
            previous = a.get(layer);
        }
    }
}
