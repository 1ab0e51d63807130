package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.TensorNames;

/// Numbers of tensors in the order of a [Checkpoint]: for each layer, the first layer first, kernel then bias,
/// as far as the layer has them.
final class Parameters {
    private Parameters() {}

    /// Returns the network's own kernels, not copies.
    static List<DMatrixRMaj> kernels(Network network) {
        return IntStream.range(0, network.layers()).mapToObj(network::kernel).toList();
    }

    /// Returns the network's own numbers, not copies: of each layer what is learnt, then its statistics.
    static List<double[]> all(Network network) {
        List<double[]> tensors = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            network.layer(layer)
                    .tensors()
                    .in(network.weights(layer))
                    .values()
                    .forEach(tensor -> tensors.add(tensor.data));
        }
        return List.copyOf(tensors);
    }

    /// Returns those of the network's own numbers that an update changes, not copies.
    static List<double[]> trainable(Network network) {
        return trainable(network, network::kernel, network::bias);
    }

    /// Returns the gradients' own numbers, not copies, of what an update changes.
    static List<double[]> trainable(Network network, Backward backward) {
        return trainable(network, backward.dW()::get, backward.db()::get);
    }

    private static List<double[]> trainable(
            Network network, IntFunction<DMatrixRMaj> kernel, IntFunction<DMatrixRMaj> bias) {
        List<double[]> tensors = new ArrayList<>();
        for (int i = 0; i < network.layers(); i++) {
            int layer = i;
            if (network.layer(layer).trainable()) {
                TensorNames names = network.layer(layer).tensors();
                names.kernel().ifPresent(_ -> tensors.add(kernel.apply(layer).data));
                names.bias().ifPresent(_ -> tensors.add(bias.apply(layer).data));
            }
        }
        return List.copyOf(tensors);
    }

    /// Copies the tensors one after the other into an array, from a place on.
    static void copy(List<double[]> tensors, double[] into, int from) {
        int at = from;
        for (double[] tensor : tensors) {
            System.arraycopy(tensor, 0, into, at, tensor.length);
            at += tensor.length;
        }
    }

    /// Overwrites the tensors with numbers as [#copy] writes them.
    static void restore(double[] from, int place, List<double[]> tensors) {
        int at = place;
        for (double[] tensor : tensors) {
            System.arraycopy(from, at, tensor, 0, tensor.length);
            at += tensor.length;
        }
    }

    /// Returns all numbers in one array, one tensor after the other.
    static double[] flat(List<double[]> tensors) {
        double[] flat = new double[length(tensors)];
        copy(tensors, flat, 0);
        return flat;
    }

    /// Refuses numbers that [#fill] could not take.
    ///
    /// @throws IllegalArgumentException with a sentence, when there are more or fewer numbers than expected
    static void requireLength(String what, double[] flat, List<double[]> tensors) {
        if (flat.length != length(tensors)) {
            throw new IllegalArgumentException("The checkpoint has %d numbers of %s, but this run has %d."
                    .formatted(flat.length, what, length(tensors)));
        }
    }

    static void requireCount(String what, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A checkpoint's %s is 0 or more, but it is %d.".formatted(what, count));
        }
    }

    /// Overwrites the tensors with numbers as [#flat] writes them.
    static void fill(List<double[]> tensors, double[] flat) {
        restore(flat, 0, tensors);
    }

    private static int length(List<double[]> tensors) {
        return tensors.stream().mapToInt(tensor -> tensor.length).sum();
    }
}
