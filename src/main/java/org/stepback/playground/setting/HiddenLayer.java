package org.stepback.playground.setting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stepback.nn.activation.Activation;

/// A hidden layer.
///
/// @param units 1 to [#MAX_UNITS]
/// @param activation one of [#ACTIVATIONS]
public record HiddenLayer(int units, Activation activation) {
    public static final int MAX_UNITS = 16;
    public static final int MAX_LAYERS = 10;

    /// The activations of a hidden layer, TensorFlow Playground's four first. The browser computes each of them too.
    public static final List<Activation> ACTIVATIONS = Stream.of(
                    "tanh relu sigmoid linear leaky_relu elu selu gelu silu softplus softsign mish".split(" "))
            .map(name -> Activation.named(name).orElseThrow())
            .toList();

    static final String FORM =
            "layers such as 4tanh,2relu, at most " + MAX_LAYERS + " of 1 to " + MAX_UNITS + " units, or none";
    private static final Pattern TEXT = Pattern.compile("(\\d{1,2})([a-z_]*)");

    /// The layer of a text such as `4tanh`; `4` alone is tanh.
    static Optional<HiddenLayer> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int units = Integer.parseInt(matcher.group(1));
        String name = matcher.group(2).isEmpty() ? "tanh" : matcher.group(2);
        return activation(name).filter(_ -> units >= 1 && units <= MAX_UNITS).map(f -> new HiddenLayer(units, f));
    }

    static Optional<Activation> activation(String name) {
        return ACTIVATIONS.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    String text() {
        return units + activation.name();
    }
}
