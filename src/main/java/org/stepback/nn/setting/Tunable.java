package org.stepback.nn.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something with settings that Keras names: an optimizer, a schedule, a clipping, a layer, a penalty, a
/// loss, a callback.
///
/// Always a record; its components are the settings, in the order in which a form shows them. Their Keras names are
/// theirs with underscores (`beta1` is `beta_1`), their bounds stand beside them as [Within]. The bounds are those of a
/// form and hold in [#with]; the constructors take what the formula makes sense for.
public interface Tunable extends Named {
    /// Keras's name, such as `exponential_decay`.
    @Override
    default String name() {
        return Settings.snakeCase(getClass().getSimpleName()).toLowerCase(Locale.ROOT);
    }

    /// Returns the settings with their values and bounds, in the order of the record.
    default List<Hyperparameter> hyperparameters() {
        return Settings.of((Record) this);
    }

    /// Returns why the settings do not fit their bounds or each other, as a sentence; empty if they do.
    default Optional<String> problem() {
        return Hyperparameter.firstProblem(hyperparameters().stream());
    }

    /// Returns the same thing with other values, in the order of [#hyperparameters()].
    @SuppressWarnings("unchecked") // the same record again
    static <T extends Tunable> T withValues(T tunable, List<?> values) {
        return (T) Settings.make(((Record) tunable).getClass(), values);
    }

    /// Returns the same thing with one setting changed.
    ///
    /// @param value a number or a boolean
    /// @throws IllegalArgumentException with a sentence, when the name is unknown or the value out of bounds
    static <T extends Tunable> T with(T tunable, String hyperparameter, Object value) {
        List<Hyperparameter> all = tunable.hyperparameters();
        List<Object> values =
                new ArrayList<>(all.stream().map(Hyperparameter::value).toList());
        for (int i = 0; i < values.size(); i++) {
            if (all.get(i).name().equals(hyperparameter)) {
                values.set(i, value);
                T changed = withValues(tunable, values);
                changed.hyperparameters().get(i).problem().ifPresent(Settings::refuse);
                return changed;
            }
        }
        String known = all.stream().map(Hyperparameter::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("%s has no hyperparameter \"%s\". It has %s."
                .formatted(tunable.name(), hyperparameter, known.isEmpty() ? "none" : known));
    }
}
