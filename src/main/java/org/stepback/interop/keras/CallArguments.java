package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// The arguments of a call, by the names that they have or that their positions give them; an attribute that was set
/// later stands in place of its argument.
final class CallArguments {
    private final Made call;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Spot> spots = new HashMap<>();

    /// @param positions the names of arguments without a keyword, in their order
    CallArguments(Made call, List<String> positions) {
        this(call, positions, Map.of());
    }

    /// @param oldNames names of earlier versions of Keras, with today's
    CallArguments(Made call, List<String> positions, Map<String, String> oldNames) {
        this.call = call;
        call.requireWhole();
        List<String> free = new ArrayList<>(positions);
        for (Made.Argument argument : call.arguments()) {
            if (argument.keyword().isEmpty() && free.isEmpty()) {
                throw new PythonException(argument.spot(), call.name() + " has too many arguments without a name.");
            }
            String written = argument.keyword().orElseGet(free::removeFirst);
            String name = oldNames.getOrDefault(written, written);
            if (values.put(name, argument.value()) != null) {
                throw new PythonException(argument.spot(), "The argument " + name + " is given twice.");
            }
            spots.put(name, argument.spot());
        }
        call.attributes().forEach((written, argument) -> {
            String name = oldNames.getOrDefault(written, written);
            values.put(name, argument.value());
            spots.put(name, argument.spot());
        });
    }

    Spot spot() {
        return call.spot();
    }

    /// Returns where an argument stands.
    Spot spot(String name) {
        return spots.getOrDefault(name, call.spot());
    }

    /// Returns the argument, if it is there and not None.
    Optional<Value> get(String name) {
        if (values.get(name) instanceof Value.Unknown unknown) {
            throw unknown.reason();
        }
        return whatever(name);
    }

    /// Returns the argument, if it is there and not None, known or not.
    Optional<Value> whatever(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof Value.None));
    }

    /// Refuses an argument that changes how a layer of the lab works.
    void requireUsual(String name, Predicate<Value> usual) {
        get(name).filter(usual.negate()).ifPresent(value -> {
            throw new PythonException(
                    value.spot(), "The lab has " + name + " as Keras has it by itself only. Leave the argument out.");
        });
    }

    /// Returns the argument.
    ///
    /// @param otherwise what is said where it is not there
    Value need(String name, String otherwise) {
        return get(name).orElseThrow(() -> new PythonException(call.spot(), otherwise));
    }

    /// Returns the one argument, whatever its name.
    ///
    /// @param otherwise what is said where there are more or none
    Value only(String otherwise) {
        if (values.size() != 1) {
            throw new PythonException(call.spot(), otherwise);
        }
        return get(values.keySet().iterator().next()).orElseThrow(() -> new PythonException(call.spot(), otherwise));
    }

    /// Refuses every argument that is not among these.
    void require(Set<String> known) {
        require(known, Set.of());
    }

    /// Refuses every argument that is not among these, and those that switch on what the lab has not.
    ///
    /// @param notHere arguments of Keras's that only may be None, False or 0 here
    void require(Set<String> known, Set<String> notHere) {
        Set<String> all = new HashSet<>(known);
        all.addAll(notHere);
        values.forEach((name, value) -> {
            if (!all.contains(name)) {
                throw new PythonException(
                        spot(name),
                        NameSuggestions.unknown(
                                "argument of " + call.name(),
                                name,
                                known.stream().sorted().toList()));
            }
            if (notHere.contains(name) && !isOff(value)) {
                throw new PythonException(
                        spot(name),
                        "The lab has no " + name + " for " + call.name() + ", here " + value.shown()
                                + ". Leave it out.");
            }
        });
    }

    private static boolean isOff(Value value) {
        return value instanceof Value.None
                || value instanceof Value.Flag flag && !flag.value()
                || value instanceof Value.Num num && num.value() == 0;
    }

    int whole(String name, int fallback, int max) {
        return get(name).map(value -> whole(name, value, max)).orElse(fallback);
    }

    /// Returns a whole number from 1.
    static int whole(String name, Value value, int max) {
        if (value instanceof Value.Num num
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

    static boolean flag(String name, Value value) {
        if (value instanceof Value.Flag flag) {
            return flag.value();
        }
        throw value.refusal(name + " must be True or False");
    }
}
