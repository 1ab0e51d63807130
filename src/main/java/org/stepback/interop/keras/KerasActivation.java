package org.stepback.interop.keras;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.activation.Activation;

/// Activations, by their names or by the layers that they are in Keras.
final class KerasActivation {
    /// Layers of Keras that are an activation, with the setting that must have the lab's value.
    private static final Map<String, String> ACTIVATIONS =
            Map.of("ReLU", "relu", "Softmax", "softmax", "LeakyReLU", "leaky_relu", "ELU", "elu");

    private KerasActivation() {}

    static boolean isLayer(Value value) {
        return value instanceof Made made && ACTIVATIONS.containsKey(made.name());
    }

    static Activation read(Value value) {
        Value name = isLayer(value) ? name((Made) value) : value;
        return Names.named("activation", name, Activation.ALL, Activation::name);
    }

    /// Returns the name of the activation that a layer of its own is in Keras.
    static Value name(Made call) {
        CallArguments arguments = new CallArguments(
                call, List.of(call.name().equals("LeakyReLU") ? "negative_slope" : "alpha"), Map.of());
        arguments.require(
                Set.of("name", "alpha", "negative_slope", "axis", "input_shape", "input_dim"),
                Set.of("max_value", "threshold"));
        arguments.requireUsual("axis", value -> value instanceof Value.Num num && num.value() == -1);
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
}
