package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.kernel.Kernels;

/// One mini-batch with all the room that a step on it needs.
///
/// Its matrices are wider than the batch where that fills the processor's vectors: the columns beyond the batch repeat
/// its first sample, and their δ is 0, so that they add nothing to any gradient. With any other numbers in them an
/// activation could overflow that overflows for no sample, and 0 · ∞ is NaN.
///
/// @param x inputs × padded width
/// @param y outputs × width, or 1 × width where the targets are class numbers
/// @param weights how much each sample counts, or none where all count alike
record Batch(DMatrixRMaj x, DMatrixRMaj y, double[] weights, Forward forward, Backward backward) {
    static Batch buffers(Architecture architecture, int width, boolean weighted) {
        Forward forward = Forward.buffers(architecture, width, Kernels.padded(width));
        return of(architecture, width, weighted, forward, Backward.buffers(architecture, forward, width));
    }

    /// Returns a batch of another width whose gradients are the same matrices.
    Batch withWidth(Architecture architecture, int other) {
        Forward forward = Forward.buffers(architecture, other, Kernels.padded(other));
        return of(architecture, other, weights.length > 0, forward, backward.with(architecture, forward, other));
    }

    private static Batch of(
            Architecture architecture, int width, boolean weighted, Forward forward, Backward backward) {
        return new Batch(
                new DMatrixRMaj(architecture.inputs(), Kernels.padded(width)),
                new DMatrixRMaj(architecture.output().units(), width),
                new double[weighted ? width : 0],
                forward,
                backward);
    }

    /// Returns how many samples it has.
    int width() {
        return y.numCols;
    }
}
