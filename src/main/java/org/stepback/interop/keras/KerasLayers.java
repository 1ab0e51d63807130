package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.KerasNames;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.Architecture;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// The layers of a network, as they come.
final class KerasLayers {
    private static final String NONE = "It has no such layers.";

    /// Layers that Keras has and the lab does not, with what to do instead. Take one out when the lab has learned it.
    private static final Map<String, String> NOT_YET = Map.ofEntries(
            Map.entry("Normalization", "Leave it out, and scale the data."),
            Map.entry("Rescaling", "Leave it out, and scale the data."),
            Map.entry("Flatten", "Leave it out: a sample is one row of numbers here."),
            Map.entry("PReLU", "Write activation=\"leaky_relu\" in the layer before it."),
            Map.entry("Conv1D", NONE),
            Map.entry("Conv2D", NONE),
            Map.entry("MaxPooling2D", NONE),
            Map.entry("Embedding", NONE),
            Map.entry("SimpleRNN", NONE),
            Map.entry("LSTM", NONE),
            Map.entry("GRU", NONE));

    /// Arguments of a layer that change nothing here.
    private static final Set<String> PASSED_OVER =
            Set.of("name", "seed", "dtype", "input_dim", "input_shape", "batch_input_shape");

    private static final Set<String> NOT_HERE = Set.of(
            "kernel_constraint",
            "bias_constraint",
            "activity_regularizer",
            "lora_rank",
            "lora_alpha",
            "quantization_config",
            "beta_constraint",
            "gamma_constraint",
            "beta_regularizer",
            "gamma_regularizer",
            "renorm",
            "synchronized",
            "noise_shape",
            "rms_scaling",
            "mode");

    private static final Map<String, String> OLD_NAMES = Map.of(
            "output_dim", "units",
            "init", "kernel_initializer",
            "W_regularizer", "kernel_regularizer",
            "b_regularizer", "bias_regularizer",
            "W_constraint", "kernel_constraint",
            "b_constraint", "bias_constraint",
            "bias", "use_bias",
            "p", "rate",
            "sigma", "stddev");

    private static final Set<String> SETTABLE = Set.of("trainable", "rate", "stddev", "name");

    /// Layers of Keras that are an activation, with the setting that must have the lab's value.
    private static final Map<String, String> ACTIVATIONS =
            Map.of("ReLU", "relu", "Softmax", "softmax", "LeakyReLU", "leaky_relu", "ELU", "elu");

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
        notes.oldNames(call, OLD_NAMES);
        String kind = call.name();
        if (layers.isEmpty()) {
            firstInputs(call);
        }
        switch (kind) {
            case "Dense" -> put(dense(call), call);
            case "Activation" ->
                activate(arguments(call, "activation").get("activation").orElse(call), call);
            case "ReLU", "Softmax", "LeakyReLU", "ELU" -> activate(activation(call), call);
            case "Flatten" -> flatten(call);
            default -> put(other(call, kind), call);
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

    private static PythonException unknown(Made call, String kind) {
        String instead = NOT_YET.getOrDefault(kind, KerasKnown.isLayer(kind) ? NONE : null);
        Set<String> known = new TreeSet<>(Set.of("ReLU", "Softmax", "Input", "InputLayer"));
        Layer.ALL.forEach(layer -> known.add(KerasNames.className(layer.name())));
        return new PythonException(
                call.spot(),
                instead == null
                        ? NameSuggestions.unknown("layer", kind, known)
                        : "The lab cannot do the layer " + kind + " yet. " + instead);
    }

    /// Returns a layer whose arguments are its settings, such as `Dropout(0.2)`.
    private static Layer other(Made call, String kind) {
        Layer plain = Layer.ALL.stream()
                .filter(layer -> KerasNames.className(layer.name()).equals(kind))
                .findFirst()
                .orElseThrow(() -> unknown(call, kind));
        CallArguments arguments = new CallArguments(call, KerasTunable.requiredSettings(plain), OLD_NAMES);
        Set<String> known = new TreeSet<>(PASSED_OVER);
        known.addAll(Set.of(
                "trainable",
                "axis",
                "beta_initializer",
                "gamma_initializer",
                "moving_mean_initializer",
                "moving_variance_initializer"));
        if (kind.endsWith("Normalization")) {
            requireUsual(
                    arguments,
                    "axis",
                    value -> value instanceof Value.Num num && num.value() == -1
                            || value instanceof Value.Items items
                                    && items.all().size() == 1
                                    && items.all().getFirst() instanceof Value.Num one
                                    && one.value() == -1);
            for (String name : List.of("beta_initializer", "moving_mean_initializer")) {
                requireUsual(arguments, name, value -> KerasInitializer.read(value)
                        .name()
                        .equals("zeros"));
            }
            for (String name : List.of("gamma_initializer", "moving_variance_initializer")) {
                requireUsual(arguments, name, value -> KerasInitializer.read(value)
                        .name()
                        .equals("ones"));
            }
        } else {
            known.removeAll(Set.of(
                    "axis",
                    "beta_initializer",
                    "gamma_initializer",
                    "moving_mean_initializer",
                    "moving_variance_initializer"));
        }
        return KerasTunable.read(arguments, call, plain, known, NOT_HERE);
    }

    private static void requireUsual(CallArguments arguments, String name, Predicate<Value> usual) {
        arguments.get(name).filter(usual.negate()).ifPresent(value -> {
            throw new PythonException(
                    value.spot(), "The lab has " + name + " as Keras has it by itself only. Leave the argument out.");
        });
    }

    private static Dense dense(Made call) {
        CallArguments arguments = new CallArguments(
                call, List.of("units", "activation", "use_bias", "kernel_initializer", "bias_initializer"), OLD_NAMES);
        Dense plain = new Dense(1, Activation.LINEAR);
        Set<String> more = new TreeSet<>(PASSED_OVER);
        more.add("bias_initializer");
        arguments.require(KerasTunable.names(plain, more), NOT_HERE);
        Value units = arguments.need("units", "Dense needs its number of units, such as Dense(5).");
        CallArguments.whole("units", units, Dense.MAX_UNITS);
        arguments.get("bias_initializer").ifPresent(KerasLayers::requireZeros);
        boolean layer =
                arguments.get("activation").orElse(null) instanceof Made made && ACTIVATIONS.containsKey(made.name());
        Dense read = layer ? KerasTunable.tuned(plain, named(call, arguments)) : KerasTunable.tuned(plain, arguments);
        return read.with(read.kernelInitializer().or(() -> Optional.of(Initializer.ALL.getFirst())));
    }

    /// Returns the arguments with the activation's name in place of the layer that it is.
    private static CallArguments named(Made call, CallArguments arguments) {
        Value activation = activation((Made) arguments.get("activation").orElseThrow());
        List<Made.Argument> others = new ArrayList<>();
        call.arguments()
                .forEach(argument -> others.add(
                        argument.value() == arguments.whatever("activation").orElseThrow()
                                ? new Made.Argument(argument.spot(), argument.keyword(), activation)
                                : argument));
        Made same = new Made(call.spot(), call.dotted(), others);
        call.attributes().forEach((name, argument) -> same.set(name, argument.spot(), argument.value()));
        return new CallArguments(
                same, List.of("units", "activation", "use_bias", "kernel_initializer", "bias_initializer"), OLD_NAMES);
    }

    private static void requireZeros(Value value) {
        boolean zeros = KerasInitializer.read(value).name().equals("zeros");
        if (!zeros) {
            throw new PythonException(
                    value.spot(),
                    "Biases of the lab start at zeros, not at " + value.shown()
                            + ". Write them with set_weights([…]).");
        }
    }

    /// Returns the name of the activation that a layer of its own is in Keras.
    private static Value activation(Made call) {
        CallArguments arguments = new CallArguments(
                call, List.of(call.name().equals("LeakyReLU") ? "negative_slope" : "alpha"), Map.of());
        arguments.require(
                Set.of("name", "alpha", "negative_slope", "axis", "input_shape", "input_dim"),
                Set.of("max_value", "threshold"));
        requireUsual(arguments, "axis", value -> value instanceof Value.Num num && num.value() == -1);
        Optional<Value> slope = arguments.get("negative_slope").or(() -> arguments.get("alpha"));
        double usual = call.name().equals("LeakyReLU") ? .3 : call.name().equals("ELU") ? 1 : 0;
        double lab = call.name().equals("LeakyReLU") ? .2 : usual;
        if (slope.map(value -> KerasTunable.number("the slope", value)).orElse(usual) != lab) {
            throw new PythonException(
                    slope.map(Value::spot).orElse(call.spot()),
                    "The lab has " + call.name() + " with " + lab + " only. Write " + call.name() + "(" + lab + ").");
        }
        return new Value.Text(call.spot(), ACTIVATIONS.get(call.name()));
    }

    /// An activation that is a layer of its own in Keras belongs to the layer before it, where that has none.
    private void activate(Value value, Made call) {
        KerasTunable.requireBare(value);
        if (call.name().equals("Activation")) {
            new CallArguments(call, List.of("activation"))
                    .require(Set.of("activation", "name", "input_dim", "input_shape"));
        }
        Activation activation = value instanceof Made layer && ACTIVATIONS.containsKey(layer.name())
                ? Names.named("activation", activation(layer), Activation.ALL, Activation::name)
                : Names.named("activation", value, Activation.ALL, Activation::name);
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
            throw unknown(call, "Flatten");
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
        return new CallArguments(call, List.of(positions), OLD_NAMES);
    }
}
