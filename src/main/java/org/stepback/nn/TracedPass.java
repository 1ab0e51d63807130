package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Noise;
import org.stepback.nn.layer.Phase;
import org.stepback.nn.math.Columns;

/// Copies of all that a forward and a backward pass computed, one column a sample.
///
/// @param weights how much each sample counts; none where all count alike
/// @param da `∂L/∂A` of every layer
/// @param cache what each layer kept for the backward pass; of a noise layer what it added
/// @param dW `∂L/∂W` before any clipping, and `db` `∂L/∂b`
public record TracedPass(
        DMatrixRMaj x,
        DMatrixRMaj y,
        double[] weights,
        List<DMatrixRMaj> z,
        List<DMatrixRMaj> a,
        List<DMatrixRMaj> da,
        List<DMatrixRMaj> delta,
        List<DMatrixRMaj> cache,
        List<DMatrixRMaj> dW,
        List<DMatrixRMaj> db) {
    /// Copies the numbers of a batch after the passes and before the update.
    static TracedPass of(Network network, Objective objective, Batch batch, Phase phase) {
        int width = batch.width();
        Forward forward = batch.forward();
        Backward backward = batch.backward();
        List<DMatrixRMaj> da = new ArrayList<>();
        for (int layer = 0; layer < network.layers() - 1; layer++) {
            DMatrixRMaj a = forward.a().get(layer);
            DMatrixRMaj dA = a.createLike();
            int next = layer + 1;
            network.layer(next)
                    .backward(network.weights(next), a, backward.delta().get(next), forward.cache(next), dA);
            da.add(Columns.block(dA, 0, width));
        }
        da.add(ofOutput(objective, backward.output(), batch));
        return new TracedPass(
                Columns.block(batch.x(), 0, width),
                batch.y().copy(),
                batch.weights().clone(),
                samples(forward.z(), width),
                samples(forward.a(), width),
                da,
                samples(backward.delta(), width),
                IntStream.range(0, network.layers())
                        .mapToObj(layer -> cache(network, forward, phase, layer))
                        .toList(),
                backward.dW().stream().map(DMatrixRMaj::copy).toList(),
                backward.db().stream().map(DMatrixRMaj::copy).toList());
    }

    /// Returns the numbers that a layer kept, or the noise that it added.
    private static DMatrixRMaj cache(Network network, Forward forward, Phase phase, int layer) {
        if (!(network.layer(layer) instanceof GaussianNoise noise)) {
            return forward.cache(layer).numbers().copy();
        }
        int width = forward.cache(layer).width();
        DMatrixRMaj added = new DMatrixRMaj(network.architecture().units(layer), width);
        for (int i = 0; i < added.getNumElements(); i++) {
            added.data[i] = noise.stddev() * Noise.gaussian(phase.seedOf(layer), i);
        }
        return added;
    }

    private static DMatrixRMaj ofOutput(Objective objective, OutputLayer output, Batch batch) {
        DMatrixRMaj da = output.a().createLike();
        objective.loss().gradient(output.a(), batch.y(), da);
        for (int i = 0; i < da.getNumElements() && batch.weights().length > 0; i++) {
            da.data[i] *= batch.weights()[i % da.numCols];
        }
        return da;
    }

    private static List<DMatrixRMaj> samples(List<DMatrixRMaj> wide, int width) {
        return wide.stream().map(matrix -> Columns.block(matrix, 0, width)).toList();
    }
}
