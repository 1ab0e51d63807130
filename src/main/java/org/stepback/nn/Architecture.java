package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// The shape of a network: its number of inputs and its layers, the output layer last.
public record Architecture(int inputs, List<Layer> layers) {
    public static final int MAX_INPUTS = 64;
    public static final int MAX_LAYERS = 20;

    public Architecture {
        layers = List.copyOf(layers);
    }

    /// The output of the last layer: the predictions.
    ///
    /// @param units how many outputs
    /// @param activation by which they were made
    public record Output(int units, Activation activation) {}

    public Output output() {
        return new Output(units(layers.size() - 1), layers.getLast().activation());
    }

    /// Returns how many numbers a layer (0 = first) gives for each sample.
    public int units(int layer) {
        int units = inputs;
        for (int i = 0; i <= layer; i++) {
            units = layers.get(i).units(units);
        }
        return units;
    }

    /// Returns the number of inputs of a layer (0 = first): the units of the layer before it.
    public int inputsOf(int layer) {
        return units(layer - 1);
    }

    /// Returns how many numbers the network has: for a dense layer `(inputs + 1) · units`, the 1 being the bias. The
    /// moving statistics of a batch normalization count too, as in Keras.
    public long parameters() {
        long sum = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            sum += (learnt(layer) + layers.get(layer).tensors().statistics().size()) * units(layer);
        }
        return sum;
    }

    /// Returns the floating-point operations of a sample's forward pass: a multiplication and an addition for each
    /// parameter.
    public long forwardOperations() {
        return 2 * parameters();
    }

    /// Returns the floating-point operations of a sample's part in a step: forward once, and twice as many backward.
    public long stepOperations() {
        return 3 * forwardOperations();
    }

    /// Returns how many of the parameters an update changes: all but statistics and what is frozen.
    public long trainableParameters() {
        long sum = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            sum += layers.get(layer).trainable() ? learnt(layer) * units(layer) : 0;
        }
        return sum;
    }

    /// Returns how many learnt numbers a layer has for each unit.
    private long learnt(int layer) {
        return layers.get(layer).tensors().learnt(layers.get(layer).factors(inputsOf(layer)));
    }

    /// Returns why this network cannot be built, as a sentence with what to change; empty if it can.
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
        return problemOfOutput();
    }

    private Optional<String> problemOf(int layer) {
        Layer found = layers.get(layer);
        if (found instanceof Dense dense && (dense.units() < 1 || dense.units() > Dense.MAX_UNITS)) {
            return Optional.of("Layer %d has %d units. Choose a number from 1 to %d."
                    .formatted(layer + 1, dense.units(), Dense.MAX_UNITS));
        }
        if (layer < layers.size() - 1 && !(found.activation() instanceof Activation.Elementwise)) {
            return Optional.of(("Layer %d is hidden, but its activation is %s, which gives the probabilities of"
                            + " classes. Use it in the last layer only.")
                    .formatted(layer + 1, found.activation().name()));
        }
        return found.problem().map(problem -> "Layer %d: %s".formatted(layer + 1, problem));
    }

    private Optional<String> problemOfOutput() {
        Layer last = layers.getLast();
        if (!(last instanceof Dense || last instanceof ActivationLayer)) {
            return Optional.of(("The last layer is %s, which makes no predictions of its own. Let a dense layer be the"
                            + " last, or an activation.")
                    .formatted(last.name()));
        }
        if (!(last.activation() instanceof Activation.Elementwise) && output().units() == 1) { // softmax, its logarithm
            return Optional.of(
                    ("A %s of 1 unit always gives the same number. Use sigmoid for one output. (Data with one"
                                    + " output for each class take a last layer of as many units.)")
                            .formatted(last.activation().name()));
        }
        return Optional.empty();
    }
}
