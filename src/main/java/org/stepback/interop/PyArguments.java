package org.stepback.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stepback.exercise.yaml.NameSuggestions;

/// The arguments of a call, by the names that they have or that their positions give them.
final class PyArguments {
    private final Py.Call call;
    private final Map<String, Py> values = new LinkedHashMap<>();
    private final Map<String, Py.Argument> written = new HashMap<>();

    /// @param positions the names of arguments without a keyword, in their order
    /// @param resolve what a name of the code stands for
    PyArguments(Py.Call call, List<String> positions, UnaryOperator<Py> resolve) {
        this.call = call;
        List<String> free = new ArrayList<>(positions);
        for (Py.Argument argument : call.arguments()) {
            if (argument.keyword().isEmpty() && free.isEmpty()) {
                throw new PythonException(
                        argument.spot(), call.callee().last() + " has too many arguments without a name.");
            }
            String name = argument.keyword().orElseGet(free::removeFirst);
            if (values.put(name, resolve.apply(argument.value())) != null) {
                throw new PythonException(argument.spot(), "The argument " + name + " is given twice.");
            }
            written.put(name, argument);
        }
    }

    /// Returns whether the argument is there, whatever it says.
    boolean has(String name) {
        return values.containsKey(name) && !(values.get(name) instanceof Py.None);
    }

    /// Returns the argument, if it is there, whether it could be read or not.
    Optional<Py> whatever(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Returns the argument, if it is there and not None.
    Optional<Py> get(String name) {
        if (values.get(name) instanceof Py.Unread unread) {
            throw unread.fault();
        }
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof Py.None));
    }

    /// Returns the argument.
    ///
    /// @param otherwise what is said where it is not there
    Py need(String name, String otherwise) {
        return get(name).orElseThrow(() -> new PythonException(call.spot(), otherwise));
    }

    /// Refuses every argument that is not among these, unless it only switches off what is off here anyway.
    void require(Set<String> known) {
        values.forEach((name, value) -> {
            boolean off = value instanceof Py.None || value instanceof Py.Flag flag && !flag.value();
            if (!known.contains(name) && !off) {
                throw new PythonException(
                        written.get(name).spot(),
                        NameSuggestions.unknown(
                                "argument of " + call.callee().last(),
                                name,
                                known.stream().sorted().toList()));
            }
        });
    }

    int whole(String name, int fallback, int max) {
        return get(name).map(value -> whole(name, value, max)).orElse(fallback);
    }

    /// Returns a whole number from 1.
    static int whole(String name, Py value, int max) {
        if (value instanceof Py.Num num
                && num.value() == Math.rint(num.value())
                && num.value() >= 1
                && num.value() <= max) {
            return (int) num.value();
        }
        throw value.refusal(name + " must be a whole number from 1 to " + max);
    }

    boolean flag(String name, boolean fallback) {
        return get(name).map(value -> flag(name, value)).orElse(fallback);
    }

    static boolean flag(String name, Py value) {
        if (value instanceof Py.Flag flag) {
            return flag.value();
        }
        throw value.refusal(name + " must be True or False");
    }
}
