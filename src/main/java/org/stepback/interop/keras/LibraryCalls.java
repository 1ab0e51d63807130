package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// Calls of functions and classes that libraries have.
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
        Optional<Value> own =
                callee.dotted().indexOf('.') < 0 ? Builtins.of(spot, callee.dotted(), arguments) : Optional.empty();
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
            } else if (argument.keyword().equals(Optional.of("out"))) {
                Unfollowed.spoil(argument.value(), new LibraryUse(made.shown()).refusal(argument.spot()));
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
}
