package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// Calls of methods of values.
final class MethodCalls {
    private static final Set<String> CHANGE_ARRAYS =
            Set.of("sort", "fill", "partition", "put", "resize", "itemset", "setflags");
    private static final Set<String> LOOK_AT_PARTS =
            Set.of("get_config", "count_params", "get_weights", "build", "summary");

    private final Interpreter program;
    private final Evaluator evaluator;

    MethodCalls(Interpreter program, Evaluator evaluator) {
        this.program = program;
        this.evaluator = evaluator;
    }

    Value call(Value of, String name, List<Made.Argument> arguments, Spot spot) {
        return switch (of) {
            case Model model -> new ModelCalls(program).call(model, name, arguments, spot);
            case Value.Table table -> array(table, name, arguments, spot);
            case Value.StandIn standIn -> standIn(standIn, name, arguments, spot);
            case Value.Items items -> list(items, name, arguments, spot);
            case Value.Pairs pairs -> pairs(pairs, name, arguments, spot);
            case Made made -> made(made, name, arguments, spot);
            case Value.Unknown unknown -> {
                if (Set.of("compile", "fit", "set_weights", "add").contains(name)) {
                    throw unknown.reason();
                }
                yield unknown;
            }
            case Value.Outcome outcome -> outcome;
            case Value.Text _ -> new Value.Outcome(spot, "a text");
            case Value.Own own -> OwnFunction.notFollowed(own, spot);
            default -> Value.unknown(spot, "“" + name + "” of " + of.shown() + " cannot be followed here.");
        };
    }

    private Value array(Value.Table table, String name, List<Made.Argument> arguments, Spot spot) {
        if (table.array().spoilt().isPresent()) {
            return new Value.Unknown(spot, table.array().spoilt().get());
        }
        PythonException why = new PythonException(
                spot,
                "What “" + name + "” makes of the numbers cannot be followed. Write the numbers as they are after it.");
        if (CHANGE_ARRAYS.contains(name)) {
            Unfollowed.spoil(table, why);
        }
        return ArrayFunctions.method(spot, table.array(), name, arguments)
                .orElseGet(() -> new Value.Unknown(spot, why));
    }

    private Value standIn(Value.StandIn standIn, String name, List<Made.Argument> arguments, Spot spot) {
        boolean same =
                Set.of("astype", "copy", "numpy", "to_numpy", "round", "clip").contains(name);
        boolean reshaped = name.equals("reshape");
        Optional<List<Integer>> shape =
                same ? standIn.shape() : reshaped ? Optional.of(reshaped(standIn, arguments)) : Optional.empty();
        return new Value.StandIn(spot, shape, standIn.origin());
    }

    private static List<Integer> reshaped(Value.StandIn standIn, List<Made.Argument> arguments) {
        List<Value> lengths = arguments.size() == 1 && arguments.getFirst().value() instanceof Value.Items items
                ? items.all()
                : arguments.stream().map(Made.Argument::value).toList();
        return lengths.stream()
                .map(length -> length instanceof Value.Num num && num.whole() && num.value() >= 0 && num.value() < 1e9
                        ? (int) num.value()
                        : -1)
                .toList();
    }

    private Value list(Value.Items items, String name, List<Made.Argument> arguments, Spot spot) {
        List<Value> values = arguments.stream().map(Made.Argument::value).toList();
        boolean one = values.size() == 1;
        switch (name) {
            case "append" -> {
                if (one && !items.tuple()) {
                    NdArray.require(items.all().size() < 10_000, "The list is too long.");
                    items.all().add(values.getFirst());
                    program.changed();
                    return new Value.None(spot);
                }
            }
            case "extend" -> {
                if (one
                        && !items.tuple()
                        && Builtins.rows(values.getFirst(), spot) instanceof Value.Items more
                        && items.all().size() + more.all().size() <= 10_000) {
                    items.all().addAll(List.copyOf(more.all()));
                    program.changed();
                    return new Value.None(spot);
                }
            }
            case "copy" -> {
                return new Value.Items(spot, items.all(), items.tuple());
            }
            case "index", "count" -> {
                return Value.unknown(spot, "“" + name + "” of a list cannot be followed here. Write its value.");
            }
            default -> {}
        }
        PythonException why = new PythonException(
                spot, "What “" + name + "” does to the list cannot be followed. Write the list as it is after it.");
        Unfollowed.spoil(items, why);
        return new Value.Unknown(spot, why);
    }

    private Value pairs(Value.Pairs pairs, String name, List<Made.Argument> arguments, Spot spot) {
        return switch (name) {
            case "get" ->
                arguments.isEmpty() || !(arguments.getFirst().value() instanceof Value.Text key)
                        ? Value.unknown(spot, "This look-up cannot be followed here. Write its value.")
                        : pairs.get(key.value())
                                .orElseGet(() ->
                                        arguments.size() > 1 ? arguments.get(1).value() : new Value.None(spot));
            case "keys", "values", "items" ->
                Value.unknown(spot, "“" + name + "” of a dictionary cannot be followed here. Write a list.");
            default -> {
                PythonException why = new PythonException(
                        spot,
                        "What “" + name + "” does to the dictionary cannot be followed. Write it as it is after it.");
                Unfollowed.spoil(pairs, why);
                yield new Value.Unknown(spot, why);
            }
        };
    }

    private Value made(Made made, String name, List<Made.Argument> arguments, Spot spot) {
        Optional<Value> file = new FileCalls(program).call(made, name, arguments, spot);
        if (file.isPresent()) {
            return file.get();
        }
        if (!KerasKnown.isPart(made.name())) {
            boolean network = Set.of("compile", "set_weights").contains(name);
            if (network) {
                throw new PythonException(
                        made.spot(),
                        "The layers of this network are not in the code. Write them with Sequential([…]).");
            }
            return made.dotted().contains("random")
                            && ArrayFunctions.of(spot, made.dotted() + "." + name, arguments)
                                    .isPresent()
                    ? ArrayFunctions.of(spot, made.dotted() + "." + name, arguments)
                            .get()
                    : new LibraryUse(made.name() + "." + name + "(…)").of(arguments, spot);
        }
        if (name.equals("set_weights") && arguments.size() == 1) {
            made.setWeights(arguments.getFirst().value());
            program.changed();
            return new Value.None(spot);
        }
        PythonException why = new PythonException(
                spot,
                "What “" + name + "” does to " + made.shown() + " cannot be followed. Write it as an argument of "
                        + made.name() + ".");
        if (!LOOK_AT_PARTS.contains(name)) {
            made.spoil(why);
        }
        return new Value.Unknown(spot, why);
    }
}
