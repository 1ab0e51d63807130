package org.stepback.nn;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.layer.Weights;

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
    /// Buffers for batches of this width, for the numbers of a forward pass whose matrices may be wider.
    static Backward buffers(Architecture architecture, Forward forward, int width) {
        List<Weights> gradients = IntStream.range(0, architecture.layers().size())
                .mapToObj(layer -> architecture.layers().get(layer).blank(architecture.inputsOf(layer)))
                .toList();
        List<DMatrixRMaj> dW =
                gradients.stream().map(layer -> layer.kernel().createLike()).toList();
        List<DMatrixRMaj> db =
                gradients.stream().map(layer -> layer.bias().createLike()).toList();
        return of(architecture, forward, width, dW, db);
    }

    /// Buffers for batches of another width that share the gradients with these.
    Backward with(Architecture architecture, Forward forward, int width) {
        return of(architecture, forward, width, dW, db);
    }

    private static Backward of(
            Architecture architecture, Forward forward, int width, List<DMatrixRMaj> dW, List<DMatrixRMaj> db) {
        int padded = forward.output().numCols;
        List<DMatrixRMaj> delta = Forward.forEachLayer(architecture, padded);
        int rows = delta.stream().mapToInt(matrix -> matrix.numRows).max().orElseThrow();
        int scratch = dW.stream()
                .mapToInt(kernel -> Kernels.scratch(kernel.numRows, padded, kernel.numCols))
                .max()
                .orElseThrow();
        OutputLayer output = OutputLayer.of(forward, delta.getLast(), width);
        return new Backward(dW, db, delta, new DMatrixRMaj(rows, padded), output, new double[scratch]);
    }

    /// Computes the gradients of the loss of the batch (x, y), whose forward pass is done, from the last layer to the
    /// first.
    ///
    /// @return the loss, without the penalties on weights
    /// @param weights how much each sample counts, or none where all count alike
    double run(Network network, Objective objective, Forward forward, DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        int last = network.layers() - 1;
        double loss = output.run(objective, forward, y, weights, delta.get(last));
        for (int layer = last; layer >= 0; layer--) {
            if (layer < last) {
                backward(network, forward, layer);
            }
            // ∂L/∂W = δ A_prevᵀ, ∂L/∂b = Σ δ over the batch
            DMatrixRMaj previous = layer == 0 ? x : forward.a().get(layer - 1);
            network.layer(layer)
                    .gradients(previous, delta.get(layer), forward.cache(layer), dW.get(layer), db.get(layer), scratch);
            network.layer(layer).addPenaltyGradient(network.weights(layer), dW.get(layer), db.get(layer));
        }
        return loss;
    }

    /// `∂L/∂A = Wᵀ δ`, both of the next layer; `δ = ∂L/∂A · f′(Z)`.
    private void backward(Network network, Forward forward, int layer) {
        DMatrixRMaj z = forward.z().get(layer);
        DMatrixRMaj a = forward.a().get(layer);
        DMatrixRMaj d = delta.get(layer);
        // where each number goes its own way, it can stay in its place
        boolean apart = forward.isActivated(layer) && !(network.activation(layer) instanceof Activation.Elementwise);
        DMatrixRMaj dA = apart ? da : d;
        dA.reshape(z.numRows, z.numCols);
        int next = layer + 1;
        network.layer(next).backward(network.weights(next), a, delta.get(next), forward.cache(next), dA);
        if (forward.isActivated(layer)) {
            network.activation(layer).backward(dA, z, a, d);
        }
    }
}
