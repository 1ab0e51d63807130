package org.stepback.interop.keras;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.initializer.Initializer;

/// Reads an initializer, such as `"he_normal"` or `RandomNormal(stddev=0.05)`: with Keras's own settings, as the lab
/// has it.
final class KerasInitializer {
    /// The settings of Keras's initializers, in the order of their arguments, with their defaults.
    private static final Map<String, List<Setting>> SETTINGS = Map.of(
            "random_normal", List.of(new Setting("mean", 0), new Setting("stddev", .05)),
            "truncated_normal", List.of(new Setting("mean", 0), new Setting("stddev", .05)),
            "random_uniform", List.of(new Setting("minval", -.05), new Setting("maxval", .05)),
            "orthogonal", List.of(new Setting("gain", 1)),
            "identity", List.of(new Setting("gain", 1)),
            "constant", List.of(new Setting("value", 0)));

    private record Setting(String name, double usual) {}

    private KerasInitializer() {}

    static Initializer read(Value value) {
        if (value instanceof Made made && made.name().equals("VarianceScaling")) {
            return varianceScaling(made);
        }
        Initializer read = Names.named("initializer", value, Initializer.ALL, Initializer::name);
        if (value instanceof Made made) {
            List<Setting> settings = SETTINGS.getOrDefault(read.name(), List.of());
            List<String> names = settings.stream().map(Setting::name).toList();
            CallArguments arguments = new CallArguments(made, names);
            arguments.require(Set.of("seed", "mean", "stddev", "minval", "maxval", "gain", "value", "dtype"));
            settings.forEach(setting -> requireUsual(arguments, setting, made));
        }
        return read;
    }

    private static void requireUsual(CallArguments arguments, Setting setting, Made made) {
        arguments.get(setting.name).ifPresent(value -> {
            if (KerasTunable.number(setting.name, value) != setting.usual) {
                throw new PythonException(
                        value.spot(),
                        "The lab has " + made.name() + " with " + setting.name + "=" + setting.usual
                                + " only. Leave the argument out, or write the weights with set_weights([…]).");
            }
        });
    }

    /// The rule of which Glorot's, He's and LeCun's are cases.
    private static Initializer varianceScaling(Made made) {
        CallArguments arguments = new CallArguments(made, List.of("scale", "mode", "distribution"));
        arguments.require(Set.of("scale", "mode", "distribution", "seed"));
        double scale = arguments
                .get("scale")
                .map(value -> KerasTunable.number("scale", value))
                .orElse(1.0);
        String mode = text(arguments, "mode", "fan_in");
        String form = text(arguments, "distribution", "truncated_normal");
        String rule = mode.equals("fan_in") && scale == 2
                ? "he"
                : mode.equals("fan_in") && scale == 1 ? "lecun" : mode.equals("fan_avg") && scale == 1 ? "glorot" : "";
        String kind = form.equals("uniform")
                ? "uniform"
                : form.equals("truncated_normal") || form.equals("normal") ? "normal" : "";
        return Initializer.named(rule + "_" + kind)
                .orElseThrow(() -> new PythonException(
                        made.spot(),
                        NameSuggestions.unknown(
                                "VarianceScaling", scale + " " + mode + " " + form, List.of("he", "lecun", "glorot"))));
    }

    private static String text(CallArguments arguments, String name, String usual) {
        return arguments
                .get(name)
                .map(value -> {
                    if (value instanceof Value.Text text) {
                        return text.value();
                    }
                    throw value.refusal(name + " must be a text");
                })
                .orElse(usual);
    }
}
