package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.Architecture;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// The layers of a network, as they come.
final class KerasLayers {
    private static final Set<String> SETTABLE = Set.of("trainable", "rate", "stddev", "name");

    private final TrainingNotes notes;
    private final List<Layer> layers = new ArrayList<>();
    /// The layer of the program that each of [#layers] comes from.
    private final List<Made> origins = new ArrayList<>();

    private OptionalInt inputs = OptionalInt.empty();

    KerasLayers(TrainingNotes notes) {
        this.notes = notes;
    }

    static KerasLayers of(Model model, TrainingNotes notes) {
        KerasLayers read = new KerasLayers(notes);
        model.input().ifPresent(read::input);
        model.builtFor().ifPresent(read::takes);
        model.layers().forEach(read::add);
        return read;
    }

    OptionalInt inputs() {
        return inputs;
    }

    List<Layer> all() {
        return layers;
    }

    List<Made> origins() {
        return origins;
    }

    /// Returns the layers; an initializer that they all have is the network's.
    List<Layer> layers() {
        if (shared().isEmpty()) {
            return layers;
        }
        return layers.stream()
                .map(layer -> layer instanceof Dense dense ? dense.with(Optional.empty()) : layer)
                .toList();
    }

    Initializer initializer() {
        return shared().orElseGet(Initializer.ALL::getFirst);
    }

    private Optional<Initializer> shared() {
        List<Optional<Initializer>> all = layers.stream()
                .filter(Dense.class::isInstance)
                .map(layer -> ((Dense) layer).kernelInitializer())
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }

    private void add(Made call) {
        call.requireWhole();
        call.attributes().forEach((name, argument) -> {
            if (!SETTABLE.contains(name)) {
                throw new PythonException(
                        argument.spot(),
                        "“" + name + "” cannot be set here. Write it as an argument of " + call.name() + ".");
            }
        });
        notes.oldNames(call, KerasLayer.OLD_NAMES);
        String kind = call.name();
        if (layers.isEmpty()) {
            firstInputs(call);
        }
        switch (kind) {
            case "Dense" -> put(KerasLayer.dense(call), call);
            case "Activation" ->
                activate(arguments(call, "activation").get("activation").orElse(call), call);
            case "ReLU", "Softmax", "LeakyReLU", "ELU" -> activate(KerasActivation.name(call), call);
            case "Flatten" -> flatten(call);
            default -> put(KerasLayer.other(call), call);
        }
        if (layers.size() > Architecture.MAX_LAYERS) {
            throw new PythonException(
                    call.spot(), "A network of the lab has at most " + Architecture.MAX_LAYERS + " layers.");
        }
    }

    private void put(Layer layer, Made call) {
        layers.add(layer);
        origins.add(call);
    }

    /// The first layer may say how many inputs there are.
    private void firstInputs(Made call) {
        for (Made.Argument argument : call.arguments()) {
            String name = argument.keyword().orElse("");
            if (name.equals("input_dim") || name.equals("input_shape") || name.equals("batch_input_shape")) {
                takes(argument.value());
            }
        }
    }

    /// An activation that is a layer of its own in Keras belongs to the layer before it, where that has none.
    private void activate(Value value, Made call) {
        KerasTunable.requireBare(value);
        if (call.name().equals("Activation")) {
            new CallArguments(call, List.of("activation"))
                    .require(Set.of("activation", "name", "input_dim", "input_shape"));
        }
        Activation activation = KerasActivation.read(value);
        if (!layers.isEmpty()
                && layers.getLast() instanceof Dense dense
                && dense.activation().equals(Activation.LINEAR)) {
            layers.set(layers.size() - 1, dense.with(activation));
        } else {
            put(new ActivationLayer(activation), call);
        }
    }

    /// A row of numbers is flat already.
    private void flatten(Made call) {
        new CallArguments(call, List.of()).require(Set.of("name", "input_dim", "input_shape"));
        if (layers.isEmpty() && inputs.isEmpty()) {
            throw KerasLayer.unknown(call);
        }
        notes.say("Flatten is left out: a sample is one row of numbers here");
    }

    /// Joins an activation to the last layer, for a loss that reads what comes before it.
    void joinOutput(Activation activation, PythonException twice) {
        if (layers.getLast().activation().equals(activation)) {
            throw twice;
        }
        if (layers.getLast() instanceof Dense dense && dense.activation().equals(Activation.LINEAR)) {
            layers.set(layers.size() - 1, dense.with(activation));
        } else {
            put(new ActivationLayer(activation), origins.getLast());
        }
    }

    private void input(Made call) {
        CallArguments arguments = arguments(call, "shape");
        arguments.require(
                Set.of("shape", "input_shape", "batch_shape", "batch_input_shape", "batch_size", "name", "dtype"),
                Set.of("sparse", "ragged", "tensor", "optional"));
        takes(arguments
                .get("shape")
                .or(() -> arguments.get("batch_shape"))
                .or(() -> arguments.get("batch_input_shape"))
                .orElseGet(() -> arguments.need("input_shape", "The input needs its shape, such as shape=(2,).")));
    }

    private void takes(Value shape) {
        List<Value> all = shape instanceof Value.Items items ? items.all() : List.of(shape);
        List<Value> lengths = all.size() > 1 && all.getFirst() instanceof Value.None ? all.subList(1, all.size()) : all;
        Value size = lengths.size() == 1 ? lengths.getFirst() : shape;
        int read = CallArguments.whole("The number of inputs", size, Architecture.MAX_INPUTS);
        if (inputs.isPresent() && inputs.getAsInt() != read) {
            throw new PythonException(
                    size.spot(),
                    "Here are " + read + " inputs, but above are " + inputs.getAsInt() + ". Write one of them.");
        }
        inputs = OptionalInt.of(read);
    }

    private static CallArguments arguments(Made call, String... positions) {
        return new CallArguments(call, List.of(positions), KerasLayer.OLD_NAMES);
    }
}
