package org.stepback.nn;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Backpropagation in buffers that are reused: `delta = ∂L/∂Z`, `dW = ∂L/∂W`, `db = ∂L/∂b` of every layer.
///
/// @param da scratch for `∂L/∂A`, reshaped to the layer at hand
record Backward(List<DMatrixRMaj> dW, List<DMatrixRMaj> db, List<DMatrixRMaj> delta, DMatrixRMaj da) {
    static Backward buffers(Architecture architecture, int width) {
        List<DMatrixRMaj> dW = IntStream.range(0, architecture.layers().size())
                .mapToObj(layer ->
                        new DMatrixRMaj(architecture.layers().get(layer).units(), architecture.inputsOf(layer)))
                .toList();
        List<DMatrixRMaj> delta = Forward.forEachLayer(architecture, width);
        return new Backward(dW, Forward.forEachLayer(architecture, 1), delta, largest(delta));
    }

    /// Buffers for batches of another width that share the gradients with these.
    Backward withWidth(Architecture architecture, int width) {
        List<DMatrixRMaj> narrower = Forward.forEachLayer(architecture, width);
        return new Backward(dW, db, narrower, largest(narrower));
    }

    private static DMatrixRMaj largest(List<DMatrixRMaj> layers) {
        int rows = layers.stream().mapToInt(matrix -> matrix.numRows).max().orElseThrow();
        return new DMatrixRMaj(rows, layers.getFirst().numCols);
    }

    /// From the last layer to the first: the gradients of the loss of the batch (x, y), whose forward pass is done.
    void run(Network network, Objective objective, Forward forward, DMatrixRMaj x, DMatrixRMaj y) {
        int last = network.layers() - 1;
        for (int layer = last; layer >= 0; layer--) {
            DMatrixRMaj z = forward.z().get(layer);
            DMatrixRMaj a = forward.a().get(layer);
            DMatrixRMaj d = delta.get(layer);
            da.reshape(z.numRows, z.numCols);
            if (layer == last) {
                objective.delta(z, a, y, da, d);
            } else {
                // ∂L/∂A = Wᵀ δ, both of the next layer; δ = ∂L/∂A · f′(Z)
                CommonOps_DDRM.multTransA(network.kernel(layer + 1), delta.get(layer + 1), da);
                network.activation(layer).pull(da, z, a, d);
            }
            // ∂L/∂W = δ A_prevᵀ
            DMatrixRMaj previous = layer == 0 ? x : forward.a().get(layer - 1);
            CommonOps_DDRM.multTransB(d, previous, dW.get(layer));
            // ∂L/∂b = Σ δ over the batch
            Tensors.sumColumns(d, db.get(layer));
        }
    }
}
