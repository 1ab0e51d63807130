package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.ForwardCache;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Phase;

/// The numbers of a forward pass: weighted sums `z` and activations `a` of every layer, the first layer first.
///
/// Each matrix is units × batch. A layer without an activation of its own has one matrix for both.
///
/// @param caches what each layer keeps for the backward pass
public record Forward(List<DMatrixRMaj> z, List<DMatrixRMaj> a, List<ForwardCache> caches) {
    public Forward {
        z = List.copyOf(z);
        a = List.copyOf(a);
        caches = List.copyOf(caches);
    }

    /// Returns the prediction: the last layer's activations, outputs × batch.
    public DMatrixRMaj output() {
        return a.getLast();
    }

    /// Returns what a layer (0 = first) keeps for the backward pass.
    ForwardCache cache(int layer) {
        return caches.get(layer);
    }

    /// Returns whether a layer (0 = first) has an activation to go through.
    boolean isActivated(int layer) {
        return a.get(layer) != z.get(layer);
    }

    /// @param padded the width of the matrices for batches of a width
    static Forward buffers(Architecture architecture, int width, int padded) {
        List<DMatrixRMaj> z = forEachLayer(architecture, padded);
        List<DMatrixRMaj> a = new ArrayList<>();
        List<ForwardCache> caches = new ArrayList<>();
        for (int i = 0; i < z.size(); i++) {
            Layer layer = architecture.layers().get(i);
            a.add(
                    layer.activation().equals(Activation.LINEAR)
                            ? z.get(i)
                            : z.get(i).createLike());
            caches.add(new ForwardCache(i, width, layer.cache(architecture.inputsOf(i), padded)));
        }
        return new Forward(z, a, caches);
    }

    /// Returns a matrix of units × width for each layer.
    static List<DMatrixRMaj> forEachLayer(Architecture architecture, int width) {
        return IntStream.range(0, architecture.layers().size())
                .mapToObj(layer -> new DMatrixRMaj(architecture.units(layer), width))
                .toList();
    }

    /// Takes the statistics of a step's pass into the network, after the update.
    void afterUpdate(Network network) {
        for (int layer = 0; layer < network.layers(); layer++) {
            network.layer(layer).afterUpdate(network.weights(layer), caches.get(layer));
        }
    }

    /// Forward propagation of `x`, inputs × batch.
    void run(Network network, DMatrixRMaj x, Phase phase) {
        DMatrixRMaj previous = x;
        for (int layer = 0; layer < network.layers(); layer++) {
            // Z = W A_prev + b, or what another layer does
            network.layer(layer).forward(network.weights(layer), previous, z.get(layer), caches.get(layer), phase);
            // A = f(Z)
            if (isActivated(layer)) {
                network.activation(layer).apply(z.get(layer), a.get(layer));
            }
            previous = a.get(layer);
        }
    }
}
