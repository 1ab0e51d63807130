package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.KerasNames;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// A layer of Keras with its arguments.
final class KerasLayer {
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

    static final Map<String, String> OLD_NAMES = Map.of(
            "output_dim", "units",
            "init", "kernel_initializer",
            "W_regularizer", "kernel_regularizer",
            "b_regularizer", "bias_regularizer",
            "W_constraint", "kernel_constraint",
            "b_constraint", "bias_constraint",
            "bias", "use_bias",
            "p", "rate",
            "sigma", "stddev");

    private static final List<String> POSITIONS_OF_DENSE =
            List.of("units", "activation", "use_bias", "kernel_initializer", "bias_initializer");

    /// Arguments of the normalizations that must start as they do in Keras by itself.
    private static final List<String> START_AT_ZEROS = List.of("beta_initializer", "moving_mean_initializer");

    private static final List<String> START_AT_ONES = List.of("gamma_initializer", "moving_variance_initializer");

    private KerasLayer() {}

    static Dense dense(Made call) {
        CallArguments arguments = new CallArguments(call, POSITIONS_OF_DENSE, OLD_NAMES);
        Dense plain = new Dense(1, Activation.LINEAR);
        Set<String> more = new TreeSet<>(PASSED_OVER);
        more.add("bias_initializer");
        arguments.require(KerasTunable.names(plain, more), NOT_HERE);
        Value units = arguments.need("units", "Dense needs its number of units, such as Dense(5).");
        CallArguments.whole("units", units, Dense.MAX_UNITS);
        arguments.get("bias_initializer").ifPresent(KerasLayer::requireZeros);
        boolean layer =
                arguments.get("activation").filter(KerasActivation::isLayer).isPresent();
        Dense read = KerasTunable.tuned(plain, layer ? named(call, arguments) : arguments);
        return read.with(read.kernelInitializer().or(() -> Optional.of(Initializer.ALL.getFirst())));
    }

    /// Returns the arguments with the activation's name in place of the layer that it is.
    private static CallArguments named(Made call, CallArguments arguments) {
        Value activation =
                KerasActivation.name((Made) arguments.get("activation").orElseThrow());
        List<Made.Argument> others = new ArrayList<>();
        call.arguments()
                .forEach(argument -> others.add(
                        argument.value() == arguments.whatever("activation").orElseThrow()
                                ? new Made.Argument(argument.spot(), argument.keyword(), activation)
                                : argument));
        Made same = new Made(call.spot(), call.dotted(), others);
        call.attributes().forEach((name, argument) -> same.set(name, argument.spot(), argument.value()));
        return new CallArguments(same, POSITIONS_OF_DENSE, OLD_NAMES);
    }

    private static void requireZeros(Value value) {
        if (!isInitializer(value, "zeros")) {
            throw new PythonException(
                    value.spot(),
                    "Biases of the lab start at zeros, not at " + value.shown()
                            + ". Write them with set_weights([…]).");
        }
    }

    /// Returns a layer whose arguments are its settings, such as `Dropout(0.2)`.
    static Layer other(Made call) {
        Layer plain = Layer.ALL.stream()
                .filter(layer -> KerasNames.className(layer.name()).equals(call.name()))
                .findFirst()
                .orElseThrow(() -> unknown(call));
        CallArguments arguments = new CallArguments(call, KerasTunable.requiredSettings(plain), OLD_NAMES);
        Set<String> known = new TreeSet<>(PASSED_OVER);
        known.add("trainable");
        if (call.name().endsWith("Normalization")) {
            known.add("axis");
            known.addAll(START_AT_ZEROS);
            known.addAll(START_AT_ONES);
            requireUsual(arguments);
        }
        return KerasTunable.read(arguments, call, plain, known, NOT_HERE);
    }

    private static void requireUsual(CallArguments normalization) {
        normalization.requireUsual(
                "axis",
                value -> isLast(value)
                        || value instanceof Value.Items items
                                && items.all().size() == 1
                                && isLast(items.all().getFirst()));
        START_AT_ZEROS.forEach(name -> normalization.requireUsual(name, value -> isInitializer(value, "zeros")));
        START_AT_ONES.forEach(name -> normalization.requireUsual(name, value -> isInitializer(value, "ones")));
    }

    private static boolean isInitializer(Value value, String name) {
        return KerasInitializer.read(value).name().equals(name);
    }

    private static boolean isLast(Value axis) {
        return axis instanceof Value.Num num && num.value() == -1;
    }

    static PythonException unknown(Made call) {
        String kind = call.name();
        String instead = NOT_YET.getOrDefault(kind, KerasKnown.isLayer(kind) ? NONE : null);
        Set<String> known = new TreeSet<>(Set.of("ReLU", "Softmax", "Input", "InputLayer"));
        Layer.ALL.forEach(layer -> known.add(KerasNames.className(layer.name())));
        return new PythonException(
                call.spot(),
                instead == null
                        ? NameSuggestions.unknown("layer", kind, known)
                        : "The lab cannot do the layer " + kind + " yet. " + instead);
    }
}
