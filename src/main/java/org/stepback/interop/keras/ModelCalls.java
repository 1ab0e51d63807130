package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// Follows the calls by which a program builds, compiles and trains its networks.
final class ModelCalls {
    static final String LOOKS = "looks at the network: summary, evaluate, predict, save";

    private static final Set<String> LOOKING = Set.of(
            "summary",
            "evaluate",
            "predict",
            "predict_on_batch",
            "predict_classes",
            "predict_proba",
            "test_on_batch",
            "save",
            "save_weights",
            "export",
            "to_json",
            "get_config",
            "count_params",
            "get_metrics_result",
            "reset_states",
            "reset_metrics",
            "get_compile_config",
            "symbolic_call");
    private static final Set<String> CHANGING = Set.of(
            "add",
            "pop",
            "compile",
            "fit",
            "build",
            "set_weights",
            "get_weights",
            "get_layer",
            "load_weights",
            "train_on_batch");

    private final Interpreter program;

    ModelCalls(Interpreter program) {
        this.program = program;
    }

    Model sequential(Made call) {
        CallArguments arguments = new CallArguments(call, List.of("layers"));
        arguments.require(Set.of("layers", "name"));
        Model model = program.begin(call.spot());
        arguments.get("layers").ifPresent(value -> {
            if (!(value instanceof Value.Items items)) {
                throw value.refusal("Sequential takes a list of layers");
            }
            items.all().forEach(layer -> model.add(layer, layer.spot()));
        });
        return model;
    }

    /// A network that is given by what it takes and what it gives.
    Model functional(Made call) {
        CallArguments arguments = new CallArguments(call, List.of("inputs", "outputs"));
        arguments.require(Set.of("inputs", "outputs", "name", "input", "output"));
        Value.Tensor first = tensor(arguments, "inputs", "input", call);
        Value.Tensor last = tensor(arguments, "outputs", "output", call);
        List<Value.Tensor> chain = new ArrayList<>();
        for (Optional<Value.Tensor> next = Optional.of(last);
                next.isPresent();
                next = next.get().before()) {
            chain.add(next.get());
        }
        if (chain.getLast() != first || first.before().isPresent()) {
            throw new PythonException(
                    call.spot(), "The outputs do not come from these inputs by a straight chain of layers.");
        }
        Model model = program.begin(call.spot());
        model.listInput();
        chain.reversed()
                .forEach(tensor -> model.add(tensor.before().isEmpty() ? tensor : tensor.layer(), tensor.spot()));
        return model;
    }

    private static Value.Tensor tensor(CallArguments arguments, String name, String oldName, Made call) {
        Value value = arguments
                .get(name)
                .or(() -> arguments.get(oldName))
                .orElseThrow(() -> new PythonException(
                        call.spot(), "Model needs its " + name + ", such as Model(inputs, outputs)."));
        Value one = value instanceof Value.Items items && items.all().size() == 1
                ? items.all().getFirst()
                : value;
        if (one instanceof Value.Tensor tensor) {
            return tensor;
        }
        throw value.refusal("Here must be one input or one output of a straight chain of layers");
    }

    Value call(Model model, String name, List<Made.Argument> given, Spot spot) {
        Made call = new Made(spot, name, given);
        if (LOOKING.contains(name)) {
            return new Value.Outcome(spot, LOOKS);
        }
        return switch (name) {
            case "get_weights" ->
                model.weights()
                        .filter(_ -> model.trainings().isEmpty())
                        .orElseGet(() ->
                                Value.unknown(spot, "These weights are known only by a run. Write their numbers."));
            case "get_layer" -> layer(model, call);
            case "load_weights" ->
                throw new PythonException(
                        spot, "The weights are in a file. Write them with set_weights([…]), or leave this out.");
            case "train_on_batch" ->
                throw new PythonException(
                        spot, "Training batch by batch cannot be read. Write fit(x, y, batch_size=…, epochs=…).");
            case "fit_generator" ->
                throw new PythonException(spot, "fit_generator is called fit in Keras 3. Write fit(x, y, …).");
            default -> {
                program.changed();
                yield change(model, name, call);
            }
        };
    }

    private Value change(Model model, String name, Made call) {
        Value.None nothing = new Value.None(call.spot());
        switch (name) {
            case "add" ->
                model.add(new CallArguments(call, List.of("layer")).only("add takes one layer."), call.spot());
            case "pop" -> {
                if (model.layers().isEmpty()) {
                    throw new PythonException(call.spot(), "There is no layer to take out.");
                }
                model.layers().removeLast();
            }
            case "build" -> model.build(new CallArguments(call, List.of("input_shape")).only("build takes one shape."));
            case "set_weights" ->
                model.setWeights(new CallArguments(call, List.of("weights")).only("set_weights takes one list."));
            case "compile" -> model.compile(withOptimizer(call));
            case "fit" -> {
                program.train(model, call);
                return new Value.Outcome(call.spot(), "the history of a training");
            }
            default -> {
                List<String> known = new ArrayList<>(LOOKING);
                known.addAll(CHANGING);
                known.sort(null);
                throw new PythonException(call.spot(), NameSuggestions.unknown("method", name, known));
            }
        }
        return nothing;
    }

    /// Makes an optimizer of its name, so that its attributes can be set.
    private static Made withOptimizer(Made call) {
        List<Made.Argument> arguments = new ArrayList<>();
        for (Made.Argument argument : call.arguments()) {
            boolean optimizer = argument.keyword()
                    .map("optimizer"::equals)
                    .orElse(argument == call.arguments().getFirst());
            Optional<String> name =
                    switch (argument.value()) {
                        case Value.Text text -> Optional.of(text.value());
                        case Value.Reference reference -> Optional.of(reference.dotted());
                        default -> Optional.empty();
                    };
            arguments.add(name.filter(_ -> optimizer)
                    .map(found -> new Made(argument.value().spot(), found, List.of()))
                    .map(made -> new Made.Argument(argument.spot(), argument.keyword(), made))
                    .orElse(argument));
        }
        return new Made(call.spot(), call.dotted(), arguments);
    }

    private static Value layer(Model model, Made call) {
        CallArguments arguments = new CallArguments(call, List.of("name", "index"));
        arguments.require(Set.of("name", "index"));
        if (arguments.get("index").orElse(null) instanceof Value.Num index
                && index.value() >= 0
                && index.value() < model.listed().size()) {
            return model.listed().get((int) index.value());
        }
        Optional<Value> name = arguments.get("name").filter(Value.Text.class::isInstance);
        return model.layers().stream()
                .filter(layer -> layer.arguments().stream()
                        .anyMatch(argument ->
                                argument.keyword().filter("name"::equals).isPresent()
                                        && argument.value() instanceof Value.Text text
                                        && name.filter(wanted -> ((Value.Text) wanted)
                                                        .value()
                                                        .equals(text.value()))
                                                .isPresent()))
                .findFirst()
                .<Value>map(layer -> layer)
                .orElseGet(() -> Value.unknown(
                        call.spot(), "Which layer this is cannot be told. Write model.layers[0] with its place."));
    }

    /// Returns the value of a network's attribute.
    static Value attribute(Model model, String name, Spot spot) {
        return switch (name) {
            case "layers" -> new Value.Items(spot, model.listed(), false);
            case "optimizer" ->
                model.compiled()
                        .flatMap(
                                compiled -> new CallArguments(compiled.call(), TrainingReader.CompileArguments.BY_PLACE)
                                        .get("optimizer"))
                        .orElseGet(
                                () -> Value.unknown(spot, "The network has no optimizer here. Write it in compile."));
            default -> new Value.Outcome(spot, LOOKS);
        };
    }

    /// Sets an attribute of a network.
    static void set(Model model, String name, Value value, Spot spot) {
        if (name.equals("trainable")) {
            model.layers().forEach(layer -> layer.set(name, spot, value));
        } else if (!name.equals("name")) {
            throw new PythonException(
                    spot, "The attribute " + name + " of a network cannot be set here. Write it in compile or fit.");
        }
    }
}
