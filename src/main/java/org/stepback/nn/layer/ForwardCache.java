package org.stepback.nn.layer;

import org.ejml.data.DMatrixRMaj;

/// The numbers that a layer keeps of a forward pass for the backward pass.
///
/// @param layer 0 = the first
/// @param width how many columns of its matrices are samples
/// @param numbers a mask, or statistics of the batch; of the size that [Layer#cache] asks for
public record ForwardCache(int layer, int width, DMatrixRMaj numbers) {}
