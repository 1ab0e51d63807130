package org.stepback.nn;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Kernels;

/// Backpropagation in buffers that are reused: `delta = ∂L/∂Z`, `dW = ∂L/∂W`, `db = ∂L/∂b` of every layer.
///
/// @param da scratch for `∂L/∂A`, reshaped to the layer at hand
/// @param output the output layer's numbers as the loss sees them
/// @param scratch for the products
record Backward(
        List<DMatrixRMaj> dW,
        List<DMatrixRMaj> db,
        List<DMatrixRMaj> delta,
        DMatrixRMaj da,
        OutputLayer output,
        double[] scratch) {
    /// Buffers for batches of this width.
    ///
    /// @param padded the width of their matrices
    static Backward buffers(Architecture architecture, int width, int padded) {
        List<DMatrixRMaj> dW = IntStream.range(0, architecture.layers().size())
                .mapToObj(layer ->
                        new DMatrixRMaj(architecture.layers().get(layer).units(), architecture.inputsOf(layer)))
                .toList();
        return of(architecture, width, padded, dW, Forward.forEachLayer(architecture, 1));
    }

    /// Buffers for batches of another width that share the gradients with these.
    Backward withWidth(Architecture architecture, int width, int padded) {
        return of(architecture, width, padded, dW, db);
    }

    private static Backward of(
            Architecture architecture, int width, int padded, List<DMatrixRMaj> dW, List<DMatrixRMaj> db) {
        List<DMatrixRMaj> delta = Forward.forEachLayer(architecture, padded);
        int rows = delta.stream().mapToInt(matrix -> matrix.numRows).max().orElseThrow();
        int scratch = dW.stream()
                .mapToInt(kernel -> Kernels.scratch(kernel.numRows, padded, kernel.numCols))
                .max()
                .orElseThrow();
        OutputLayer output = OutputLayer.buffers(architecture.output().units(), width);
        return new Backward(dW, db, delta, new DMatrixRMaj(rows, padded), output, new double[scratch]);
    }

    /// From the last layer to the first: the gradients of the loss of the batch (x, y), whose forward pass is done.
    ///
    /// @return the loss
    double run(Network network, Objective objective, Forward forward, DMatrixRMaj x, DMatrixRMaj y) {
        int last = network.layers() - 1;
        double loss = output.run(objective, forward, y, delta.get(last));
        for (int layer = last; layer >= 0; layer--) {
            DMatrixRMaj d = delta.get(layer);
            if (layer < last) {
                DMatrixRMaj z = forward.z().get(layer);
                da.reshape(z.numRows, z.numCols);
                // ∂L/∂A = Wᵀ δ, both of the next layer; δ = ∂L/∂A · f′(Z)
                Products.multiplyTransposedLeft(network.kernel(layer + 1), delta.get(layer + 1), da);
                network.activation(layer).pull(da, z, forward.a().get(layer), d);
            }
            // ∂L/∂W = δ A_prevᵀ
            DMatrixRMaj previous = layer == 0 ? x : forward.a().get(layer - 1);
            Products.multiplyTransposedRight(d, previous, dW.get(layer), scratch);
            // ∂L/∂b = Σ δ over the batch
            Tensors.sumColumns(d, db.get(layer));
        }
        return loss;
    }
}
