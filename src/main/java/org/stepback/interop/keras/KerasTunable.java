package org.stepback.interop.keras;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;

/// Puts what arguments say into the settings of a thing.
final class KerasTunable {
    private KerasTunable() {}

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
    static <T extends Tunable> T read(Made call, T plain, List<String> positions, Set<String> more) {
        return read(new CallArguments(call, positions), call, plain, more, Set.of());
    }

    /// @param notHere arguments that only may be switched off
    static <T extends Tunable> T read(
            CallArguments arguments, Made call, T plain, Set<String> more, Set<String> notHere) {
        arguments.require(names(plain, more), notHere);
        requiredSettings(plain).forEach(name -> arguments.need(name, call.name() + " needs its " + name + "."));
        return tuned(plain, arguments);
    }

    /// Returns the thing with the settings that are given, and its own for the rest.
    ///
    /// @throws PythonException where a setting is out of bounds
    static <T extends Tunable> T tuned(T plain, CallArguments arguments) {
        T tuned = plain;
        for (Hyperparameter setting : plain.hyperparameters()) {
            Optional<Value> given = arguments.get(setting.name());
            if (given.isPresent()) {
                T before = tuned;
                Object value = value(setting, given.get());
                tuned = refusing(given.get(), () -> Tunable.with(before, setting.name(), value));
            }
        }
        return tuned;
    }

    private static Object value(Hyperparameter setting, Value given) {
        if (setting instanceof Hyperparameter.Choice choice) {
            return chosen(choice, given);
        }
        if (setting instanceof Hyperparameter.Flag) {
            return CallArguments.flag(setting.name(), given);
        }
        if (setting instanceof Hyperparameter.Numbers) {
            if (given instanceof Value.Items items) {
                return items.all().stream()
                        .map(item -> number(setting.name(), item))
                        .toList();
            }
            throw given.refusal(setting.name() + " must be a list of numbers");
        }
        return number(setting.name(), given);
    }

    /// Returns an activation, an initializer, or a penalty with its own settings: `"l2"`, `L2(0.01)`.
    private static Named chosen(Hyperparameter.Choice choice, Value given) {
        String what = choice.name().substring(choice.name().lastIndexOf('_') + 1);
        if (what.equals("initializer")) {
            return KerasInitializer.read(given);
        }
        Named thing = Names.named(what, given, choice.all(), Named::name);
        if (!(given instanceof Made call)) {
            return thing;
        }
        if (!(thing instanceof Tunable tunable)) {
            requireBare(call);
            return thing;
        }
        return read(call, tunable, settings(tunable), Set.of());
    }

    static void requireBare(Value value) {
        if (value instanceof Made call && !call.arguments().isEmpty()) {
            throw new PythonException(
                    call.spot(), call.name() + " is known by its name only. Leave its arguments out.");
        }
    }

    static double number(String name, Value value) {
        if (value instanceof Value.Num num) {
            return num.value();
        }
        throw value.refusal(name + " must be a number");
    }

    /// Refuses a number out of bounds, or a flag in a number's place.
    static <T> T refusing(Value value, Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            throw new PythonException(value.spot(), refused.getMessage());
        }
    }
}
