package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// Calls of functions and classes that libraries have, and of Python's own.
final class LibraryCalls {
    static final String OUTPUT = "output, plots, seeds and files";

    private static final Set<String> OUTPUT_ROOTS = Set.of(
            "matplotlib",
            "plt",
            "seaborn",
            "sns",
            "logging",
            "warnings",
            "os",
            "sys",
            "time",
            "datetime",
            "gc",
            "plotly",
            "IPython",
            "pprint",
            "tqdm",
            "shutil",
            "tempfile",
            "builtins",
            "glob");
    private static final Set<String> OUTPUT_NAMES = Set.of(
            "print",
            "seed",
            "set_seed",
            "set_random_seed",
            "manual_seed",
            "set_floatx",
            "display",
            "plot_model",
            "filterwarnings",
            "simplefilter",
            "set_printoptions",
            "enable_op_determinism",
            "clear_session",
            "set_backend",
            "set_global_policy",
            "list_physical_devices",
            "set_visible_devices",
            "set_memory_growth",
            "input",
            "help",
            "type",
            "id",
            "dir",
            "isinstance",
            "set_option",
            "disable_interactive_logging",
            "set_image_data_format",
            "assert_allclose",
            "assert_array_equal",
            "enable_interactive_logging",
            "exit",
            "quit",
            "visualkeras");
    private static final Set<String> CHANGING =
            Set.of("shuffle", "set_value", "fill_diagonal", "copyto", "put", "place", "putmask");
    private static final Set<String> PARTS_OF_KERAS = Set.of(
            "initializers",
            "layers",
            "regularizers",
            "metrics",
            "losses",
            "optimizers",
            "callbacks",
            "activations",
            "constraints");
    private static final int MOST_ITEMS = 10_000;

    private final Interpreter program;
    private final Evaluator evaluator;

    LibraryCalls(Interpreter program, Evaluator evaluator) {
        this.program = program;
        this.evaluator = evaluator;
    }

    Value call(Value.Reference callee, List<Made.Argument> arguments, Spot spot) {
        String name = callee.last();
        if (CHANGING.contains(name)) {
            return changing(name, arguments, spot);
        }
        if (name.equals("set_random_seed")
                && arguments.size() == 1
                && arguments.getFirst().value() instanceof Value.Num seed
                && seed.whole()
                && seed.value() >= 0
                && seed.value() <= Integer.MAX_VALUE) {
            program.seed((long) seed.value());
            return new Value.None(spot);
        }
        if (OUTPUT_NAMES.contains(name) || OUTPUT_ROOTS.contains(callee.root())) {
            return new Value.Outcome(spot, OUTPUT);
        }
        if (name.equals("Sequential")) {
            return new ModelCalls(program).sequential(new Made(spot, callee.dotted(), arguments));
        } else if (name.equals("Model") || name.equals("Functional")) {
            return new ModelCalls(program).functional(new Made(spot, callee.dotted(), arguments));
        } else if (name.equals("Input")) {
            return new Value.Tensor(spot, Optional.empty(), new Made(spot, callee.dotted(), arguments));
        }
        boolean ofKeras = PARTS_OF_KERAS.stream().anyMatch(callee.dotted()::contains);
        Optional<Value> known = ofKeras ? Optional.empty() : function(callee, arguments, spot);
        return known.orElseGet(() -> made(callee, arguments, spot));
    }

    private Optional<Value> function(Value.Reference callee, List<Made.Argument> arguments, Spot spot) {
        Optional<Value> own = callee.dotted().indexOf('.') < 0
                ? Optional.ofNullable(builtin(callee.dotted(), arguments, spot))
                : Optional.empty();
        return own.or(() -> ArrayFunctions.of(spot, callee.dotted(), arguments));
    }

    private Value made(Value.Reference callee, List<Made.Argument> arguments, Spot spot) {
        if (callee.dotted().equals("json.loads")
                && arguments.size() == 1
                && arguments.getFirst().value() instanceof Value.Text json) {
            return FileCalls.json(json.value(), spot);
        }
        Made made = new Made(spot, callee.dotted(), arguments);
        if (KerasKnown.isPart(callee.last())) {
            return made;
        }
        for (Made.Argument argument : arguments) {
            if (argument.value() instanceof Model model) {
                PythonException why = new PythonException(
                        spot, "What " + made.shown() + " does with the network cannot be followed. Leave it out.");
                model.spoil(why);
            }
        }
        Value use = new LibraryUse(made.shown()).of(arguments, spot);
        return use instanceof Value.Unknown ? use : made;
    }

    private Value changing(String name, List<Made.Argument> arguments, Spot spot) {
        String instead =
                switch (name) {
                    case "shuffle" -> "Leave it out: fit mixes the samples by itself.";
                    case "set_value" -> "Write learning_rate=… in the optimizer.";
                    default -> "Write the numbers as they are after it.";
                };
        PythonException why = new PythonException(spot, "What “" + name + "” changes cannot be followed. " + instead);
        if (name.equals("set_value")) {
            throw why;
        }
        arguments.forEach(argument -> Unfollowed.spoil(argument.value(), why));
        return new Value.Outcome(spot, "changes of numbers that are not in the code");
    }

    private Value builtin(String name, List<Made.Argument> arguments, Spot spot) {
        List<Value> values = arguments.stream().map(Made.Argument::value).toList();
        Value first = values.isEmpty() ? new Value.None(spot) : values.getFirst();
        return switch (name) {
            case "len" -> length(first, spot);
            case "range" -> range(values, spot);
            case "list", "tuple" ->
                first instanceof Value.Items items
                        ? new Value.Items(spot, items.all(), name.equals("tuple"))
                        : values.isEmpty() ? new Value.Items(spot, List.of(), name.equals("tuple")) : rows(first, spot);
            case "dict" ->
                new Value.Pairs(
                        spot,
                        arguments.stream()
                                .filter(argument -> argument.keyword().isPresent())
                                .map(argument -> new Value.Pair(
                                        new Value.Text(
                                                argument.spot(),
                                                argument.keyword().get()),
                                        argument.value()))
                                .toList());
            case "int" ->
                Arithmetic.isNumber(first) ? whole(spot, Arithmetic.number(first)) : unfollowed(first, name, spot);
            case "float" ->
                Arithmetic.isNumber(first)
                        ? new Value.Num(spot, Arithmetic.number(first), false)
                        : unfollowed(first, name, spot);
            case "str", "repr", "format" -> new Value.Outcome(spot, "a text");
            case "zip", "enumerate" -> paired(name, values, spot);
            case "reversed" ->
                first instanceof Value.Items items
                        ? new Value.Items(spot, items.all().reversed(), false)
                        : unfollowed(first, name, spot);
            case "max", "min" ->
                values.size() > 1
                        ? ArrayFunctions.of(
                                        spot,
                                        name,
                                        List.of(new Made.Argument(
                                                spot, Optional.empty(), new Value.Items(spot, values, true))))
                                .orElseGet(() -> unfollowed(first, name, spot))
                        : null;
            default -> null;
        };
    }

    private static Value unfollowed(Value first, String name, Spot spot) {
        return first instanceof Value.Unknown
                ? first
                : Value.unknown(spot, "“" + name + "(…)” cannot be followed here. Write its value.");
    }

    private static Value whole(Spot spot, double number) {
        return new Value.Num(spot, number < 0 ? Math.ceil(number) : Math.floor(number), true);
    }

    private static Value length(Value of, Spot spot) {
        return switch (of) {
            case Value.Items items -> Value.whole(spot, items.all().size());
            case Value.Pairs pairs -> Value.whole(spot, pairs.all().size());
            case Value.Text text -> Value.whole(spot, text.value().length());
            case Value.Table table
            when table.array().axes() > 0 -> Value.whole(spot, table.array().shape()[0]);
            case Value.StandIn standIn ->
                standIn.shape()
                        .filter(shape -> !shape.isEmpty() && shape.getFirst() >= 0)
                        .<Value>map(shape -> Value.whole(spot, shape.getFirst()))
                        .orElseGet(() -> Index.unknownSize(spot, standIn.origin()));
            case Value.Reference reference -> Index.unknownSize(spot, reference.dotted());
            default -> unfollowed(of, "len", spot);
        };
    }

    private Value range(List<Value> values, Spot spot) {
        if (values.isEmpty()
                || values.size() > 3
                || !values.stream().allMatch(value -> value instanceof Value.Num num && num.whole())) {
            return unfollowed(
                    values.stream()
                            .filter(Value.Unknown.class::isInstance)
                            .findFirst()
                            .orElse(new Value.None(spot)),
                    "range",
                    spot);
        }
        double[] all = values.stream().mapToDouble(Arithmetic::number).toArray();
        double from = all.length == 1 ? 0 : all[0];
        double to = all.length == 1 ? all[0] : all[1];
        double step = all.length == 3 ? all[2] : 1;
        NdArray.require(
                step != 0 && Math.abs((to - from) / step) <= MOST_ITEMS,
                "A range has at most " + MOST_ITEMS + " numbers here.");
        List<Value> items = new ArrayList<>();
        for (double next = from; step > 0 ? next < to : next > to; next += step) {
            items.add(new Value.Num(spot, next, true));
        }
        return new Value.Items(spot, items, true);
    }

    /// Returns what a loop over a value goes through.
    static Value rows(Value of, Spot spot) {
        if (of instanceof Value.Table table
                && table.array().axes() > 0
                && table.array().spoilt().isEmpty()) {
            List<Value> rows = new ArrayList<>();
            for (int i = 0; i < table.array().shape()[0]; i++) {
                NdArray row = table.array().at(0, i);
                rows.add(
                        row.axes() == 0
                                ? new Value.Num(spot, row.toArray()[0], row.isWhole())
                                : new Value.Table(spot, row));
            }
            return new Value.Items(spot, rows, false);
        }
        return of instanceof Value.Items ? of : unfollowed(of, "for", spot);
    }

    private static Value paired(String name, List<Value> values, Spot spot) {
        List<List<Value>> lists = new ArrayList<>();
        for (Value value : values) {
            if (!(rows(value, spot) instanceof Value.Items items)) {
                return unfollowed(value, name, spot);
            }
            lists.add(items.all());
        }
        int length = lists.stream().mapToInt(List::size).min().orElse(0);
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Value> row = new ArrayList<>();
            if (name.equals("enumerate")) {
                row.add(Value.whole(spot, i));
                row.add(lists.getFirst().get(i));
            } else {
                for (List<Value> list : lists) {
                    row.add(list.get(i));
                }
            }
            all.add(new Value.Items(spot, row, true));
        }
        return new Value.Items(spot, all, false);
    }
}
