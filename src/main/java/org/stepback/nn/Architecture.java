package org.stepback.nn;

import java.util.List;
import java.util.Optional;

/// The shape of a network: its number of inputs and its layers, the output layer last.
public record Architecture(int inputs, List<Dense> layers) {
    public static final int MAX_INPUTS = 64;
    public static final int MAX_LAYERS = 10;

    public Architecture {
        layers = List.copyOf(layers);
    }

    /// The number of inputs of a layer (0 = first): the units of the layer before it.
    public int inputsOf(int layer) {
        return layer == 0 ? inputs : layers.get(layer - 1).units();
    }

    /// The last layer, whose activations are the predictions.
    public Dense output() {
        return layers.getLast();
    }

    /// How many numbers are learnt: `Σ (inputs + 1) · units` over the layers, the 1 being the bias.
    public long parameters() {
        long sum = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            sum += (inputsOf(layer) + 1L) * layers.get(layer).units();
        }
        return sum;
    }

    /// Why this network cannot be built, as a sentence with what to change; empty if it can.
    public Optional<String> problem() {
        if (inputs < 1 || inputs > MAX_INPUTS) {
            return Optional.of("A network takes 1 to %d inputs, but this one has %d.".formatted(MAX_INPUTS, inputs));
        }
        if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
            return Optional.of("A network has 1 to %d layers, but this one has %d. %s"
                    .formatted(MAX_LAYERS, layers.size(), layers.isEmpty() ? "Add a layer." : "Remove some layers."));
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            Optional<String> problem = problemOf(layer);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> problemOf(int layer) {
        Dense dense = layers.get(layer);
        if (dense.units() < 1 || dense.units() > Dense.MAX_UNITS) {
            return Optional.of("Layer %d has %d units. Choose a number from 1 to %d."
                    .formatted(layer + 1, dense.units(), Dense.MAX_UNITS));
        }
        if (!(dense.activation() instanceof Activation.Elementwise)) { // softmax and its logarithm
            if (layer < layers.size() - 1) {
                return Optional.of(("Layer %d is hidden, but its activation is %s, which gives the probabilities of"
                                + " classes. Use it in the last layer only.")
                        .formatted(layer + 1, dense.activation().name()));
            }
            if (dense.units() == 1) {
                return Optional.of(
                        ("A %s of 1 unit always gives the same number. Use sigmoid for one output. (Data with one"
                                        + " output for each class take a last layer of as many units.)")
                                .formatted(dense.activation().name()));
            }
        }
        return Optional.empty();
    }
}
