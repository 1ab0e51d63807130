package org.stepback.interop.keras;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.Spot;

/// Calls of NumPy's functions, and of methods of arrays. Random numbers stand in for those of NumPy.
final class ArrayFunctions {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            entry("add", "+"),
            entry("subtract", "-"),
            entry("multiply", "*"),
            entry("divide", "/"),
            entry("power", "**"),
            entry("matmul", "@"),
            entry("dot", "@"),
            entry("mod", "%"));

    private static final Parameters OPERANDS = Parameters.of("x2|b");

    /// Functions that tutorials use and that are not followed.
    private static final Set<String> UNFOLLOWED = Set.of("tile", "repeat", "meshgrid");

    private static final Map<String, ArrayFunction> OF_ARRAYS = ofArrays();

    private ArrayFunctions() {}

    private static Map<String, ArrayFunction> ofArrays() {
        Map<String, ArrayFunction> all = new HashMap<>(ArrayCreation.ALL);
        all.putAll(ArrayManipulation.ALL);
        all.putAll(ElementwiseFunctions.ALL);
        return Map.copyOf(all);
    }

    /// Returns the value of a function's call; empty where it is not among those that are known.
    ///
    /// @throws IllegalArgumentException with a sentence, where NumPy would refuse the arguments
    static Optional<Value> of(Spot spot, String dotted, List<Made.Argument> arguments) {
        String name = dotted.substring(dotted.lastIndexOf('.') + 1);
        CallValues call = new CallValues(arguments);
        boolean random = dotted.contains("random") || dotted.contains("rng");
        if (random && RandomArrays.NAMES.contains(name)) {
            return Optional.of(RandomArrays.of(spot, name, call));
        }
        if (UNFOLLOWED.contains(name)) {
            return Optional.of(Value.unknown(spot, name + " cannot be followed here. Write its numbers."));
        }
        if (!isKnown(name)) {
            return Optional.empty();
        }
        Optional<Value.Unknown> other = parameters(name).other(call).map(argument -> refused(name, argument));
        Optional<Value> unknown = arguments.stream()
                .map(Made.Argument::value)
                .map(Unfollowed::in)
                .flatMap(Optional::stream)
                .findFirst();
        if (unknown.isPresent()) {
            return unknown.map(found -> found instanceof Value.StandIn one
                    ? new Value.StandIn(spot, sameShape(name, call, one), one.origin())
                    : found);
        }
        boolean lists = arguments.stream().anyMatch(argument -> argument.value() instanceof Value.Items);
        return other.<Value>map(refused -> refused)
                .or(() -> known(spot, name, call))
                .or(() -> Optional.<Value>of(Value.unknown(
                                spot, name + "(…) cannot be followed with these arguments. Write its numbers."))
                        .filter(_ -> lists && Unfollowed.isPlain(arguments)));
    }

    private static boolean isKnown(String name) {
        return OF_ARRAYS.containsKey(name) || SIGNS.containsKey(name) || Reductions.NAMES.contains(name);
    }

    private static Optional<List<Integer>> sameShape(String name, CallValues call, Value.StandIn found) {
        boolean alone = call.all().getFirst().value() == found;
        return alone && (ArrayCreation.copies(name) || ElementwiseFunctions.takesEach(name))
                ? found.shape()
                : Optional.empty();
    }

    private static Parameters parameters(String name) {
        return Reductions.NAMES.contains(name)
                ? Reductions.parameters(name)
                : OF_ARRAYS.containsKey(name) ? OF_ARRAYS.get(name).parameters() : OPERANDS;
    }

    private static Optional<Value> known(Spot spot, String name, CallValues arguments) {
        if (Reductions.NAMES.contains(name)) {
            return arguments.first().map(array -> Reductions.of(spot, name, array, arguments));
        }
        if (SIGNS.containsKey(name)) {
            return arguments.first().flatMap(a -> arguments
                    .array(1, "x2", "b")
                    .map(b ->
                            Arithmetic.of(spot, SIGNS.get(name), new Value.Table(spot, a), new Value.Table(spot, b))));
        }
        return OF_ARRAYS.get(name).value().apply(arguments).map(array -> new Value.Table(spot, array));
    }

    /// Refuses an argument, and the array that it may be for the result.
    private static Value.Unknown refused(String name, Made.Argument argument) {
        String what = argument.keyword().map(keyword -> "“" + keyword + "”").orElse("This argument");
        Value.Unknown refused = Value.unknown(
                argument.spot(),
                what + " of " + name + "(…) cannot be followed. Write the numbers as they are after it.");
        Unfollowed.spoil(argument.value(), refused.reason());
        return refused;
    }

    /// Returns the value of an array's method; empty where it is not among those that are known.
    static Optional<Value> method(Spot spot, NdArray array, String name, List<Made.Argument> given) {
        List<Made.Argument> all = new ArrayList<>();
        all.add(new Made.Argument(spot, Optional.empty(), new Value.Table(spot, array)));
        boolean lengths = name.equals("reshape")
                && given.stream().map(Made.Argument::value).anyMatch(Arithmetic::isNumber);
        if (lengths) {
            List<Value> shape =
                    new CallValues(given).positions().map(Made.Argument::value).toList();
            all.add(new Made.Argument(spot, Optional.empty(), new Value.Items(spot, shape, true)));
            given.stream().filter(argument -> argument.keyword().isPresent()).forEach(all::add);
        } else {
            all.addAll(given);
        }
        return switch (name) {
            case "numpy", "tolist" -> Optional.of(new Value.Table(spot, array.copy()));
            case "item" ->
                Optional.of(array.toArray())
                        .filter(numbers -> numbers.length == 1)
                        .map(numbers -> new Value.Num(spot, numbers[0], array.isWhole()));
            case "array" -> Optional.empty();
            default -> of(spot, "numpy." + name, all);
        };
    }
}
