package org.stepback.interop;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;

/// Puts what arguments say into the settings of a thing.
final class KerasTunable {
    private final UnaryOperator<Py> resolve;

    KerasTunable(UnaryOperator<Py> resolve) {
        this.resolve = resolve;
    }

    /// Returns the names of a thing's settings, and some more.
    static Set<String> names(Tunable thing, Set<String> more) {
        Set<String> names = new HashSet<>(more);
        thing.hyperparameters().forEach(setting -> names.add(setting.name()));
        return names;
    }

    static List<String> settings(Tunable thing) {
        return thing.hyperparameters().stream().map(Hyperparameter::name).toList();
    }

    static List<String> requiredSettings(Tunable thing) {
        return thing.hyperparameters().stream()
                .filter(Hyperparameter::required)
                .map(Hyperparameter::name)
                .toList();
    }

    /// Reads a call whose arguments are the settings of a thing, such as `Dropout(0.2)`.
    ///
    /// @param positions the settings that need no name, in their order
    /// @param more the names of arguments that change nothing here
    /// @throws PythonException where a setting that Keras has no default for is missing, or one is out of bounds
    <T extends Tunable> T read(Py.Call call, T plain, List<String> positions, Set<String> more) {
        PyArguments arguments = new PyArguments(call, positions, resolve);
        arguments.require(names(plain, more));
        requiredSettings(plain)
                .forEach(name -> arguments.need(name, call.callee().last() + " needs its " + name + "."));
        return tuned(plain, arguments);
    }

    /// Returns the thing with the settings that are given, and its own for the rest.
    ///
    /// @throws PythonException where a setting is out of bounds
    <T extends Tunable> T tuned(T plain, PyArguments arguments) {
        T tuned = plain;
        for (Hyperparameter setting : plain.hyperparameters()) {
            Optional<Py> given = arguments.get(setting.name());
            if (given.isPresent()) {
                T before = tuned;
                Object value = value(setting, given.get());
                tuned = refusing(given.get(), () -> Tunable.with(before, setting.name(), value));
            }
        }
        return tuned;
    }

    private Object value(Hyperparameter setting, Py given) {
        if (setting instanceof Hyperparameter.Choice choice) {
            return chosen(choice, given);
        }
        if (setting instanceof Hyperparameter.Flag) {
            return PyArguments.flag(setting.name(), given);
        }
        if (setting instanceof Hyperparameter.Numbers) {
            if (given instanceof Py.Items items) {
                return items.all().stream()
                        .map(item -> number(setting.name(), item))
                        .toList();
            }
            throw given.refusal(setting.name() + " must be a list of numbers");
        }
        return number(setting.name(), given);
    }

    /// Returns an activation, an initializer, or a penalty with its own settings: `"l2"`, `L2(0.01)`.
    private Named chosen(Hyperparameter.Choice choice, Py given) {
        String what = choice.name().substring(choice.name().lastIndexOf('_') + 1);
        Named thing = KerasNames.named(what, given, choice.all(), Named::name);
        if (!(given instanceof Py.Call call)) {
            return thing;
        }
        if (!(thing instanceof Tunable tunable)) {
            requireBare(call);
            return thing;
        }
        return read(call, tunable, settings(tunable), Set.of());
    }

    static void requireBare(Py value) {
        if (value instanceof Py.Call call && !call.arguments().isEmpty()) {
            throw new PythonException(
                    call.spot(), call.callee().last() + " is known by its name only. Leave its arguments out.");
        }
    }

    static double number(String name, Py value) {
        if (value instanceof Py.Num num) {
            return num.value();
        }
        throw value.refusal(name + " must be a number");
    }

    /// Refuses a number out of bounds, or a flag in a number's place.
    static <T> T refusing(Py value, Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            throw new PythonException(value.spot(), refused.getMessage());
        }
    }
}
