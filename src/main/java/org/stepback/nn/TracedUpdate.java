package org.stepback.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.TensorNames;

/// Copies of all that an update read and wrote.
///
/// @param t which update of the optimizer it is, 1 = the first
/// @param clippedW the gradients that the rule was given, and `clippedB`
/// @param before what the optimizer remembered, for each trainable tensor its slots, and `after`
public record TracedUpdate(
        double rate,
        long t,
        List<DMatrixRMaj> clippedW,
        List<DMatrixRMaj> clippedB,
        List<double[][]> before,
        List<double[][]> after) {
    /// Returns the place of a tensor among the trainable ones.
    static int place(Network network, int layer, Quantity.Tensor tensor) {
        int place = 0;
        for (int i = 0; i < layer; i++) {
            if (network.layer(i).trainable()) {
                TensorNames names = network.layer(i).tensors();
                place += names.learnt(1);
            }
        }
        boolean afterKernel = tensor == Quantity.Tensor.BIAS
                && network.layer(layer).tensors().kernel().isPresent();
        return place + (afterKernel ? 1 : 0);
    }
}
