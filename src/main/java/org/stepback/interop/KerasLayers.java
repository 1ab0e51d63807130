package org.stepback.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.nn.Architecture;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// The layers of a Sequential, as they come.
final class KerasLayers {
    /// Layers that Keras has and the lab does not, with what to do instead. Take one out when the lab has learned it.
    private static final Map<String, String> NOT_YET = Map.ofEntries(
            Map.entry("Normalization", "Leave it out, and scale the data."),
            Map.entry("Flatten", "Leave it out: a sample is one row of numbers here."),
            Map.entry(
                    "LeakyReLU", "Write activation=\"leaky_relu\" in the layer before it; its slope is 0.2, not 0.3."),
            Map.entry("PReLU", "Write activation=\"leaky_relu\" in the layer before it."),
            Map.entry("ELU", "Write an activation in the layer before it."),
            Map.entry("Conv1D", "It has no such layers."),
            Map.entry("Conv2D", "It has no such layers."),
            Map.entry("MaxPooling2D", "It has no such layers."),
            Map.entry("Embedding", "It has no such layers."),
            Map.entry("SimpleRNN", "It has no such layers."),
            Map.entry("LSTM", "It has no such layers."),
            Map.entry("GRU", "It has no such layers."));

    /// Arguments of a layer that change nothing here.
    private static final Set<String> PASSED_OVER = Set.of("name", "seed", "dtype");

    private static final Set<String> OF_DENSE = Set.of("bias_initializer", "input_dim", "input_shape", "name", "dtype");

    private final UnaryOperator<Py> resolve;
    private final KerasTunable tunable;
    private final List<Layer> layers = new ArrayList<>();
    private OptionalInt inputs = OptionalInt.empty();

    KerasLayers(UnaryOperator<Py> resolve) {
        this.resolve = resolve;
        this.tunable = new KerasTunable(resolve);
    }

    OptionalInt inputs() {
        return inputs;
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

    void add(Py layer) {
        if (!(resolve.apply(layer) instanceof Py.Call call)) {
            throw layer.refusal("Here must be a layer such as Dense(5, activation=\"relu\")");
        }
        String kind = call.callee().last();
        switch (kind) {
            case "Dense" -> dense(call);
            case "Activation" ->
                activate(arguments(call, "activation").get("activation").orElse(call));
            case "ReLU", "Softmax" -> {
                arguments(call).require(Set.of("name"));
                activate(call.callee());
            }
            case "Input", "InputLayer" -> input(call);
            default -> layers.add(other(call, kind));
        }
        if (layers.size() > Architecture.MAX_LAYERS) {
            throw new PythonException(
                    call.spot(), "A network of the lab has at most " + Architecture.MAX_LAYERS + " layers.");
        }
    }

    private static PythonException unknown(Py.Call call, String kind) {
        String instead = NOT_YET.get(kind);
        Set<String> known = new TreeSet<>(Set.of("ReLU", "Softmax", "Input", "InputLayer"));
        Layer.ALL.forEach(layer -> known.add(KerasNames.className(layer.name())));
        return new PythonException(
                call.spot(),
                instead == null
                        ? NameSuggestions.unknown("layer", kind, known)
                        : "The lab cannot do the layer " + kind + " yet. " + instead);
    }

    /// Returns a layer whose arguments are its settings, such as `Dropout(0.2)`.
    private Layer other(Py.Call call, String kind) {
        Layer plain = Layer.ALL.stream()
                .filter(layer -> KerasNames.className(layer.name()).equals(kind))
                .findFirst()
                .orElseThrow(() -> unknown(call, kind));
        return tunable.read(call, plain, KerasTunable.requiredSettings(plain), PASSED_OVER);
    }

    private void dense(Py.Call call) {
        PyArguments arguments = arguments(call, "units", "activation");
        Dense plain = new Dense(1, Activation.LINEAR);
        arguments.require(KerasTunable.names(plain, OF_DENSE));
        Py units = arguments.need("units", "Dense needs its number of units, such as Dense(5).");
        PyArguments.whole("units", units, Dense.MAX_UNITS);
        arguments.get("bias_initializer").ifPresent(KerasLayers::requireZeros);
        arguments.get("input_dim").ifPresent(this::takes);
        arguments.get("input_shape").ifPresent(this::takes);
        Dense read = tunable.tuned(plain, arguments);
        layers.add(read.with(read.kernelInitializer().or(() -> Optional.of(Initializer.ALL.getFirst()))));
    }

    private static void requireZeros(Py value) {
        if (!(value instanceof Py.Text text && text.value().equals("zeros"))) {
            throw new PythonException(value.spot(), "Biases of the lab start at zeros, not at " + value.shown() + ".");
        }
    }

    /// An activation that is a layer of its own in Keras belongs to the layer before it, where that has none.
    private void activate(Py value) {
        KerasTunable.requireBare(value);
        Activation activation = KerasNames.named("activation", value, Activation.ALL, Activation::name);
        if (!layers.isEmpty()
                && layers.getLast() instanceof Dense dense
                && dense.activation().equals(Activation.LINEAR)) {
            layers.set(layers.size() - 1, dense.with(activation));
        } else {
            layers.add(new ActivationLayer(activation));
        }
    }

    private void input(Py.Call call) {
        PyArguments arguments = arguments(call, "shape");
        arguments.require(Set.of("shape", "input_shape", "batch_size", "name", "dtype"));
        takes(arguments
                .get("shape")
                .orElseGet(() -> arguments.need("input_shape", "The input needs its shape, such as shape=(2,).")));
    }

    private void takes(Py shape) {
        if (!layers.isEmpty()) {
            throw new PythonException(shape.spot(), "Only the first layer says how many inputs there are.");
        }
        Py size = shape instanceof Py.Items items && items.all().size() == 1
                ? items.all().getFirst()
                : shape;
        inputs = OptionalInt.of(PyArguments.whole("The number of inputs", size, Architecture.MAX_INPUTS));
    }

    private PyArguments arguments(Py.Call call, String... positions) {
        return new PyArguments(call, List.of(positions), resolve);
    }
}
