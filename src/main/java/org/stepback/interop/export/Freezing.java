package org.stepback.interop.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Network;

/// Frozen single weights in code: each gets its first value back after every update, so that neither momentum nor
/// weight decay nor a penalty moves it, while a clipping by the norm of all gradients counts its own as the lab does.
///
/// @param frozen in layers that are not frozen as a whole
record Freezing(TrainingSpec spec, List<FrozenWeight> frozen) {
    /// A constraint, which Keras applies after each update.
    private static final String CONSTRAINT = """


            class Frozen(keras.constraints.Constraint):  # gives some weights their values back after each update
                def __init__(self, values):  # by where they are
                    self.values = values

                def __call__(self, w):
                    held = np.full(w.shape, np.nan)
                    for place, value in self.values.items():
                        held[place] = value
                    return keras.ops.where(np.isnan(held), w, held)
            """;

    /// A framework's names of a tensor and of its places.
    ///
    /// @param kernel with `#` for the layer's number, as has `bias`
    /// @param columns whether a bias is a matrix of one column
    record Tensors(String kernel, String bias, boolean columns) {}

    /// Lines after the first weights that say which are frozen.
    String setup(Tensors tensors) {
        if (frozen.isEmpty()) {
            return "";
        }
        String all = IntStream.range(0, spec.architecture().layers().size())
                .mapToObj(layer -> at(layer, false, tensors) + at(layer, true, tensors))
                .collect(Collectors.joining());
        return "# what no update changes: a tensor, and the places in it\nfrozen = [\n" + all.indent(4)
                + "]\nheld = [w[places] for w, places in frozen]\n";
    }

    private String at(int layer, boolean bias, Tensors tensors) {
        List<FrozenWeight> here = those(layer, bias);
        if (here.isEmpty()) {
            return "";
        }
        String name = (bias ? tensors.bias : tensors.kernel).replace("#", String.valueOf(layer + 1));
        String units = list(here, FrozenWeight::unit);
        String places = bias
                ? tensors.columns ? units + ", " + list(here, _ -> 0) : units + ","
                : units + ", " + list(here, FrozenWeight::input);
        return "(%s, (%s)),\n".formatted(name, places);
    }

    private static String list(List<FrozenWeight> here, Function<FrozenWeight, Integer> index) {
        return here.stream().map(index).map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private List<FrozenWeight> those(int layer, boolean bias) {
        return frozen.stream()
                .filter(weight -> weight.layer() == layer && weight.isBias() == bias)
                .toList();
    }

    /// Lines that follow an update.
    String update() {
        return frozen.isEmpty() ? "" : "for (w, places), values in zip(frozen, held):\n    w[places] = values\n";
    }

    /// Returns the settings that Keras needs beforehand.
    String constraint() {
        return frozen.isEmpty() ? "" : CONSTRAINT;
    }

    /// Returns a Keras layer's arguments, with a comma before each.
    String arguments(int layer) {
        Network network = spec.network();
        return argument("kernel_constraint", those(layer, false), weight -> "(%d, %d): %s"
                        .formatted(
                                weight.input(),
                                weight.unit(),
                                Python.number(network.kernel(layer).get(weight.unit(), weight.input()))))
                + argument("bias_constraint", those(layer, true), weight -> "%d: %s"
                        .formatted(
                                weight.unit(), Python.number(network.bias(layer).get(weight.unit()))));
    }

    private static String argument(String name, List<FrozenWeight> here, Function<FrozenWeight, String> entry) {
        return here.isEmpty()
                ? ""
                : here.stream().map(entry).collect(Collectors.joining(", ", ", " + name + "=Frozen({", "})"));
    }
}
