package org.stepback.interop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepback.exercise.yaml.NameSuggestions;

/// Keras's names in all their spellings: `binary_crossentropy`, `BinaryCrossentropy`, `keras.losses.bce`.
public final class KerasNames {
    /// Keras's short names, and those that it has for the same thing.
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("mse", "mean_squared_error"),
            Map.entry("mae", "mean_absolute_error"),
            Map.entry("mape", "mean_absolute_percentage_error"),
            Map.entry("msle", "mean_squared_logarithmic_error"),
            Map.entry("bce", "binary_crossentropy"),
            Map.entry("logcosh", "log_cosh"),
            Map.entry("swish", "silu"),
            Map.entry("hard_swish", "hard_silu"));

    /// Keras's classes whose names are not those of their texts with capitals.
    private static final Map<String, String> CLASSES =
            Map.of("sgd", "SGD", "rmsprop", "RMSprop", "adamw", "AdamW", "reduce_lr_on_plateau", "ReduceLROnPlateau");

    private KerasNames() {}

    /// Returns the thing of that name.
    ///
    /// @param what what the things are called, such as `loss`
    /// @param value a text, a name, or a call whose arguments are not looked at
    /// @throws PythonException with the nearest known name
    static <T> T named(String what, Py value, List<T> all, Function<T, String> name) {
        String typed =
                switch (value) {
                    case Py.Text text -> text.value().strip();
                    case Py.Name known -> known.last();
                    case Py.Call call -> call.callee().last();
                    default -> throw value.refusal("Here must be the name of the " + what);
                };
        String wanted = plain(ALIASES.getOrDefault(typed.toLowerCase(Locale.ROOT), typed));
        List<String> known = all.stream().map(name).toList();
        return all.stream()
                .filter(one -> plain(name.apply(one)).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new PythonException(value.spot(), NameSuggestions.unknown(what, typed, known)));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /// Returns the class of an optimizer, a layer or, a schedule: `Adam`, `BatchNormalization`.
    public static String className(String name) {
        return CLASSES.getOrDefault(
                name,
                Arrays.stream(name.split("_")).map(NameSuggestions::capital).collect(Collectors.joining()));
    }
}
