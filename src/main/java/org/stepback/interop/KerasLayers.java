package org.stepback.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Names;
import org.stepback.nn.Activation;
import org.stepback.nn.Architecture;
import org.stepback.nn.Dense;
import org.stepback.nn.Initializer;

/// The layers of a Sequential, as they come.
final class KerasLayers {
    /// Layers that Keras has and the lab does not, with what to do instead. Take one out when the lab has learned it.
    private static final Map<String, String> NOT_YET = Map.ofEntries(
            Map.entry("Dropout", "Leave it out, or use fewer units against overfitting."),
            Map.entry("BatchNormalization", "Leave it out, and let the data have a similar scale in each feature."),
            Map.entry("LayerNormalization", "Leave it out."),
            Map.entry("Normalization", "Leave it out, and scale the data."),
            Map.entry("GaussianNoise", "Leave it out, and let the data have noise."),
            Map.entry("Flatten", "Leave it out: a sample is one row of numbers here."),
            Map.entry(
                    "LeakyReLU", "Write activation=\"leaky_relu\" in the layer before it; its slope is 0.2, not 0.3."),
            Map.entry("PReLU", "Write activation=\"leaky_relu\" in the layer before it."),
            Map.entry("ELU", "Write an activation in the layer before it."),
            Map.entry("Conv1D", "It has dense layers only."),
            Map.entry("Conv2D", "It has dense layers only."),
            Map.entry("MaxPooling2D", "It has dense layers only."),
            Map.entry("Embedding", "It has dense layers only."),
            Map.entry("SimpleRNN", "It has dense layers only."),
            Map.entry("LSTM", "It has dense layers only."),
            Map.entry("GRU", "It has dense layers only."));

    private static final Set<String> KNOWN = Set.of("Dense", "Activation", "ReLU", "Softmax", "Input", "InputLayer");
    private static final Set<String> DENSE = Set.of(
            "units",
            "activation",
            "use_bias",
            "kernel_initializer",
            "bias_initializer",
            "input_dim",
            "input_shape",
            "name");

    private final UnaryOperator<Py> resolve;
    private final List<Dense> layers = new ArrayList<>();
    private OptionalInt inputs = OptionalInt.empty();
    private Optional<Initializer> initializer = Optional.empty();

    KerasLayers(UnaryOperator<Py> resolve) {
        this.resolve = resolve;
    }

    OptionalInt inputs() {
        return inputs;
    }

    List<Dense> layers() {
        return layers;
    }

    Initializer initializer() {
        return initializer.orElseGet(Initializer.ALL::getFirst);
    }

    void add(Py layer) {
        if (!(resolve.apply(layer) instanceof Py.Call call)) {
            throw new PythonException(
                    layer.spot(),
                    "Here must be a layer such as Dense(5, activation=\"relu\"), not " + layer.shown() + ".");
        }
        String kind = call.callee().last();
        switch (kind) {
            case "Dense" -> dense(call);
            case "Activation" ->
                activate(call, arguments(call, "activation").get("activation").orElse(call));
            case "ReLU", "Softmax" -> {
                arguments(call).require(Set.of("name"));
                activate(call, call.callee());
            }
            case "Input", "InputLayer" -> input(call);
            default -> throw unknown(call, kind);
        }
    }

    private static PythonException unknown(Py.Call call, String kind) {
        String instead = NOT_YET.get(kind);
        return new PythonException(
                call.spot(),
                instead == null
                        ? Names.unknown("layer", kind, KNOWN.stream().sorted().toList())
                        : "The lab cannot do the layer " + kind + " yet. " + instead);
    }

    private void dense(Py.Call call) {
        PyArguments arguments = arguments(call, "units", "activation");
        arguments.require(DENSE);
        Py units = arguments
                .get("units")
                .orElseThrow(
                        () -> new PythonException(call.spot(), "Dense needs its number of units, such as Dense(5)."));
        Activation activation =
                arguments.get("activation").map(this::activation).orElseGet(Activation.Linear::new);
        if (!arguments.flag("use_bias", true)) {
            throw new PythonException(call.spot(), "Every layer of the lab has a bias. Leave use_bias=False out.");
        }
        arguments.get("bias_initializer").ifPresent(KerasLayers::requireZeros);
        arguments.get("kernel_initializer").ifPresent(this::initialize);
        arguments.get("input_dim").ifPresent(this::takes);
        arguments.get("input_shape").ifPresent(this::takes);
        layers.add(new Dense(PyArguments.whole("units", units, Dense.MAX_UNITS), activation));
        if (layers.size() > Architecture.MAX_LAYERS) {
            throw new PythonException(
                    call.spot(), "A network of the lab has at most " + Architecture.MAX_LAYERS + " layers.");
        }
    }

    private static void requireZeros(Py value) {
        if (!(value instanceof Py.Text text && text.value().equals("zeros"))) {
            throw new PythonException(value.spot(), "Biases of the lab start at zeros, not at " + value.shown() + ".");
        }
    }

    private void initialize(Py value) {
        requireBare(value);
        Initializer read = KerasNames.named("initializer", value, Initializer.ALL, Initializer::name);
        if (!layers.isEmpty() && !read.equals(initializer())) {
            throw new PythonException(
                    value.spot(),
                    "A network of the lab has one initializer, and the layers before have "
                            + initializer().name() + ".");
        }
        initializer = Optional.of(read);
    }

    private Activation activation(Py value) {
        requireBare(value);
        return KerasNames.named("activation", value, Activation.ALL, Activation::name);
    }

    private static void requireBare(Py value) {
        if (value instanceof Py.Call call && !call.arguments().isEmpty()) {
            throw new PythonException(
                    call.spot(), call.callee().last() + " is known by its name only. Leave its arguments out.");
        }
    }

    /// An activation that is a layer of its own in Keras belongs to the layer before it here.
    private void activate(Py.Call call, Py value) {
        if (layers.isEmpty() || !(layers.getLast().activation() instanceof Activation.Linear)) {
            throw new PythonException(call.spot(), "An activation must follow a Dense layer that has none.");
        }
        layers.add(new Dense(layers.removeLast().units(), activation(value)));
    }

    private void input(Py.Call call) {
        PyArguments arguments = arguments(call, "shape");
        arguments.require(Set.of("shape", "input_shape", "batch_size", "name", "dtype"));
        takes(arguments
                .get("shape")
                .or(() -> arguments.get("input_shape"))
                .orElseThrow(() -> new PythonException(call.spot(), "The input needs its shape, such as shape=(2,).")));
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
