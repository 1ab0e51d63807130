package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;

/// One mini-batch with all the room that a step on it needs.
///
/// @param x inputs × width
/// @param y outputs × width, or 1 × width where the targets are class numbers
record Batch(DMatrixRMaj x, DMatrixRMaj y, Forward forward, Backward backward) {
    static Batch buffers(Architecture architecture, int width, Backward backward) {
        return new Batch(
                new DMatrixRMaj(architecture.inputs(), width),
                new DMatrixRMaj(architecture.output().units(), width),
                Forward.buffers(architecture, width),
                backward);
    }
}
