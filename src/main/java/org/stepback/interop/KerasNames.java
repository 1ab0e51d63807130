package org.stepback.interop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepback.exercise.yaml.NameSuggestions;

/// Keras's names in all their spellings: `binary_crossentropy`, `BinaryCrossentropy`, `keras.losses.bce`.
public final class KerasNames {
    /// The loss that Keras has not, as a program writes it.
    public static final String HALF_SQUARED_ERROR = """
            def half_squared_error(y_true, y_pred):  # TensorFlow Playground's, which Keras does not have
                return keras.ops.mean(keras.ops.square(y_pred - y_true) / 2, axis=-1)
            """;

    /// Keras's short names, and those that it has for the same thing, also in earlier versions.
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("mse", "mean_squared_error"),
            Map.entry("mae", "mean_absolute_error"),
            Map.entry("mape", "mean_absolute_percentage_error"),
            Map.entry("msle", "mean_squared_logarithmic_error"),
            Map.entry("bce", "binary_crossentropy"),
            Map.entry("kld", "kl_divergence"),
            Map.entry("kullback_leibler_divergence", "kl_divergence"),
            Map.entry("logcosh", "log_cosh"),
            Map.entry("swish", "silu"),
            Map.entry("hard_swish", "hard_silu"),
            Map.entry("uniform", "random_uniform"),
            Map.entry("normal", "random_normal"),
            Map.entry("zero", "zeros"),
            Map.entry("one", "ones"),
            Map.entry("orthogonal_initializer", "orthogonal"),
            Map.entry("acc", "accuracy"),
            Map.entry("val_acc", "val_accuracy"));

    /// Keras's classes whose names are not those of their texts with capitals.
    private static final Map<String, String> CLASSES =
            Map.of("sgd", "SGD", "rmsprop", "RMSprop", "adamw", "AdamW", "reduce_lr_on_plateau", "ReduceLROnPlateau");

    private KerasNames() {}

    /// Returns the thing of that name, in whatever spelling.
    public static <T> Optional<T> find(String typed, List<T> all, Function<T, String> name) {
        String own = Optional.ofNullable(ALIASES.get(typed.toLowerCase(Locale.ROOT)))
                .or(() -> ALIASES.entrySet().stream()
                        .filter(alias -> alias.getKey().length() > 4
                                && plain(alias.getKey()).equals(plain(typed)))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse(typed);
        return all.stream()
                .filter(one -> plain(name.apply(one)).equals(plain(own)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /// Returns the class of an optimizer, a layer or a schedule: `Adam`, `BatchNormalization`.
    public static String className(String name) {
        return CLASSES.getOrDefault(
                name,
                Arrays.stream(name.split("_")).map(NameSuggestions::capital).collect(Collectors.joining()));
    }
}
