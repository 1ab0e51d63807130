package org.stepback.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.data.Dataset;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.PythonException.Spot;
import org.stepback.nn.Architecture;

/// Finds a Sequential network in Python code, with its `compile` and its `fit`. Nothing is ever run.
///
/// Statements that are not about the network, such as those that load data, are passed over.
final class KerasReader {
    private static final Set<String> BLOCKS =
            Set.of("def", "class", "for", "while", "if", "elif", "else", "with", "try", "except", "finally", "async");
    private static final Set<String> PASSED_OVER = Set.of("import", "from", "print", "assert", "del", "return", "pass");
    private static final Set<String> OTHER_METHODS = Set.of(
            "build",
            "summary",
            "evaluate",
            "predict",
            "save",
            "save_weights",
            "load_weights",
            "get_weights",
            "set_weights");
    private static final Set<String> METHODS = Set.of("add", "compile", "fit");
    private static final int MAX_ALIASES = 10;

    private final Map<String, Py> variables = new HashMap<>();
    private final KerasLayers layers = new KerasLayers(this::resolve);
    private final KerasSettings settings = new KerasSettings(this::resolve);
    private String model = "";
    private Spot modelSpot = Spot.START;
    private Optional<KerasSettings.Compiled> compiled = Optional.empty();
    private Optional<KerasModel.Fit> fit = Optional.empty();
    private Optional<PyToken> block = Optional.empty();

    private KerasReader() {}

    /// @throws PythonException where the code is not understood, with the nearest known name
    static KerasModel read(String code) {
        KerasReader reader = new KerasReader();
        PyLexer.statements(code).forEach(reader::statement);
        return reader.model();
    }

    private void statement(List<PyToken> words) {
        PyToken first = words.getFirst();
        boolean inBlock =
                block.filter(b -> first.spot().column() > b.spot().column()).isPresent();
        if (!inBlock) {
            block = BLOCKS.contains(first.text()) ? Optional.of(first) : Optional.empty();
        }
        if (block.isPresent()) {
            refuseNetworkIn(block.get(), words);
        } else if (!PASSED_OVER.contains(first.text())) {
            int equals = words.size() > 2 && words.get(1).is("=") ? 2 : 0;
            try {
                understood(equals > 0 ? first.text() : "", PyParser.expression(words, equals));
            } catch (PythonException e) {
                if (isAboutNetwork(words)) {
                    throw e;
                }
            }
        }
    }

    private void refuseNetworkIn(PyToken opening, List<PyToken> words) {
        if (isAboutNetwork(words)) {
            throw new PythonException(
                    opening.spot(),
                    "A network within “" + opening.text() + "” cannot be read. Write its lines one after the other,"
                            + " without it.");
        }
    }

    private boolean isAboutNetwork(List<PyToken> words) {
        return words.stream()
                .anyMatch(word -> word.kind() == PyToken.Kind.NAME
                        && (word.text().equals("Sequential") || word.text().equals(model)));
    }

    private void understood(String variable, Py value) {
        if (value instanceof Py.Call call) {
            if (call.callee().last().equals("Sequential")) {
                begin(variable, call);
                return;
            }
            if (!model.isEmpty() && call.callee().dotted().startsWith(model + ".")) {
                method(call);
            }
        }
        if (!variable.isEmpty()) {
            variables.put(variable, value);
        }
    }

    private void begin(String variable, Py.Call call) {
        if (!model.isEmpty()) {
            throw new PythonException(call.spot(), "A second network starts here. Import one at a time.");
        }
        model = variable.isEmpty() ? "model" : variable;
        modelSpot = call.spot();
        PyArguments arguments = new PyArguments(call, List.of("layers"), this::resolve);
        arguments.require(Set.of("layers", "name"));
        arguments.get("layers").ifPresent(value -> {
            if (!(value instanceof Py.Items items)) {
                throw value.refusal("Sequential takes a list of layers");
            }
            items.all().forEach(layers::add);
        });
    }

    private void method(Py.Call call) {
        String name = call.callee().last();
        switch (name) {
            case "add" -> add(call);
            case "compile" -> compiled = Optional.of(settings.compiled(call));
            case "fit" -> fit = Optional.of(settings.fit(call));
            default -> {
                if (!OTHER_METHODS.contains(name)) {
                    List<String> known = new ArrayList<>(METHODS);
                    known.addAll(OTHER_METHODS);
                    known.sort(null);
                    throw new PythonException(call.spot(), NameSuggestions.unknown("method", name, known));
                }
            }
        }
    }

    private void add(Py.Call call) {
        layers.add(new PyArguments(call, List.of("layer"), this::resolve).need("layer", "add takes one layer."));
    }

    /// Returns the value of a name in the code, where it could be read.
    private Py resolve(Py value) {
        Py found = value;
        for (int i = 0; i < MAX_ALIASES && found instanceof Py.Name name && variables.containsKey(name.dotted()); i++) {
            found = variables.get(name.dotted());
        }
        return found;
    }

    private KerasModel model() {
        if (model.isEmpty()) {
            throw new PythonException(
                    Spot.START, "There is no Sequential network in this code: nothing like model = Sequential([…]).");
        }
        if (layers.layers().isEmpty()) {
            throw new PythonException(modelSpot, "The network has no layers. Add a Dense layer.");
        }
        KerasSettings.Compiled how = compiled.orElseThrow(() -> new PythonException(
                modelSpot, "The network is never compiled. Add " + model + ".compile(optimizer=…, loss=…)."));
        Architecture architecture = new Architecture(layers.inputs().orElse(1), layers.layers());
        architecture.problem().ifPresent(problem -> {
            throw new PythonException(modelSpot, problem);
        });
        Architecture.Output output = architecture.output();
        if (output.units() > Dataset.MAX_OUTPUTS) {
            throw new PythonException(
                    modelSpot,
                    "The data of the lab has at most " + Dataset.MAX_OUTPUTS + " outputs, but the last layer has "
                            + output.units() + " units.");
        }
        how.loss().misfit(output.units(), output.activation()).ifPresent(problem -> {
            throw new PythonException(how.lossSpot(), problem);
        });
        return new KerasModel(
                layers.inputs(),
                layers.layers(),
                layers.initializer(),
                how.loss(),
                how.optimizer(),
                fit.orElse(KerasModel.Fit.DEFAULT));
    }
}
