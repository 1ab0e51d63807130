package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepback.exercise.read.CellJson;
import org.stepback.exercise.yaml.YamlText;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.interop.python.Statement;
import org.stepback.nn.Callback;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.setting.Tunable;
import org.stepback.number.NumberText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keras code, read into a notebook.
public final class KerasImport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Interpreter program;
    private final StringBuilder text = new StringBuilder();
    /// The data cells by their texts: trainings with the same samples share one.
    private final Map<String, String> dataCells = new LinkedHashMap<>();
    private int networks;

    private KerasImport(Interpreter program) {
        this.program = program;
    }

    /// Returns the notebook's text: data, network and train cells for the networks of the code, and a list of what
    /// was left out.
    ///
    /// @param code Python, or a Jupyter notebook with code cells in it; it is read and never run
    /// @param name of the file that it comes from, for the title
    /// @throws PythonException with line, column and the nearest known name, where the code is not understood
    public static String notebook(String code, String name) {
        return notebook(code, name, _ -> Optional.empty());
    }

    /// Returns the notebook's text of a program that may read its numbers from a file.
    ///
    /// @param files gives the text of a file next to the program, by its name
    /// @throws PythonException where the code is not understood
    public static String notebook(String code, String name, Function<String, Optional<String>> files) {
        List<Statement> statements = JupyterCells.statements(code);
        Interpreter program = new Interpreter(files);
        program.run(statements);
        return new KerasImport(program).write(name, statements);
    }

    private String write(String name, List<Statement> statements) {
        text.append("---\ntitle: ").append(title(name)).append("\nsummary: A network that was written in Keras\n---\n");
        trainings(statements).forEach(this::write);
        text.append('\n').append(program.report().markdown());
        return text.toString();
    }

    /// Returns the trainings; where there is none, a network that is compiled is one.
    private List<KerasTraining> trainings(List<Statement> statements) {
        if (program.models().isEmpty()) {
            throw noNetwork(statements);
        }
        List<KerasTraining> all = new ArrayList<>();
        for (Model model : program.models()) {
            all.addAll(model.trainings());
            if (model.trainings().isEmpty() && program.models().size() > 1) {
                program.report().leftOut(model.spot(), "a network that is never trained");
            }
        }
        if (all.isEmpty()) {
            Model model = program.models().stream()
                    .filter(one -> one.compiled().isPresent())
                    .findFirst()
                    .orElse(program.models().getFirst());
            all.add(TrainingReader.untrained(model));
        }
        return all;
    }

    private static PythonException noNetwork(List<Statement> statements) {
        Optional<Spot> type = statements.stream()
                .filter(statement -> statement instanceof Statement.Block block
                        && block.keyword().equals("class")
                        && block.names().contains("Model"))
                .map(Statement::spot)
                .findFirst();
        return type.map(spot -> new PythonException(
                        spot,
                        "A class of the code's own cannot be read as a network. Write a Sequential([…]) instead."))
                .orElseGet(() -> new PythonException(
                        Spot.START,
                        "There is no Sequential network in this code: nothing like model = Sequential([…])."));
    }

    private static String title(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
        return "\"" + (plain.isEmpty() ? "Network" : plain.substring(0, Math.min(plain.length(), 60)))
                + " from Keras\"";
    }

    private void write(KerasTraining training) {
        String number = ++networks == 1 ? "" : String.valueOf(networks);
        Placeholder data = Placeholder.of(training);
        int batch = Math.min(training.fit().batchSize(), data.trainingSamples());
        String known = dataCells.get(data.yaml());
        String id = known == null ? "samples" + number : known;
        dataCells.put(data.yaml(), id);
        text.append('\n').append(notes(training, data, batch)).append('\n');
        if (known == null) {
            text.append("\n```data ")
                    .append(id)
                    .append('\n')
                    .append(data.yaml())
                    .append("```\n");
        }
        text.append("\n```network net")
                .append(number)
                .append('\n')
                .append(network(training, id))
                .append("```\n");
        text.append("\n```train fit").append(number).append('\n').append(train(training, id, "net" + number, batch));
        text.append("```\n");
    }

    private static String network(KerasTraining training, String data) {
        String weights = training.weights().isEmpty() ? "" : "weights:\n" + String.join("", training.weights());
        return "input: " + data + "\nlayers:\n"
                + training.layers().stream().map(KerasImport::layer).collect(Collectors.joining())
                + training.joined().map(said -> "# " + said + "\n").orElse("")
                + "initializer: " + training.initializer().name() + "\nseed: 1\n" + weights;
    }

    private static String train(KerasTraining training, String data, String network, int batch) {
        KerasTraining.Fit fit = training.fit();
        return """
                network: %s
                data: %s
                loss: %s
                optimizer: %s
                batch_size: %d
                epochs: %d
                shuffle: %s
                seed: %d
                %s%s""".formatted(
                        network,
                        data,
                        flow(
                                training.loss().isUsual()
                                        ? JSON.stringNode(training.loss().name())
                                        : CellJson.named(training.loss())),
                        flow(optimizer(training.optimizer())),
                        batch,
                        fit.epochs(),
                        fit.shuffle(),
                        fit.seed(),
                        classWeights(fit.classWeights()),
                        fit.callbacks().stream().map(KerasImport::callback).collect(Collectors.joining()));
    }

    /// Notes on settings that the code left out, and on those that the lab cannot follow.
    private static String notes(KerasTraining training, Placeholder data, int batch) {
        List<String> notes = new ArrayList<>();
        notes.add(
                training.samples() instanceof Samples.Elsewhere elsewhere
                        ? "This network was read from Keras code. Its data stands in: " + elsewhere.why() + "."
                        : "This network and its data were read from Keras code.");
        if (training.inputs().isEmpty() && !data.own()) {
            notes.add("The code does not say how many inputs there are: here are " + Placeholder.INPUTS + ".");
        }
        if (batch < training.fit().batchSize()) {
            notes.add("The batch size was " + training.fit().batchSize() + ", but there are only "
                    + data.trainingSamples() + " samples to train with here.");
        }
        training.joined().ifPresent(said -> notes.add("The " + said + "."));
        training.notes().forEach(said -> notes.add(ImportReport.escaped(said) + "."));
        return String.join("\n", notes);
    }

    private static String layer(Layer layer) {
        return "  - " + tunable(layer, Layer.ALL) + "\n";
    }

    private static String classWeights(Map<Integer, Double> weights) {
        ObjectNode json = JSON.objectNode();
        weights.forEach((number, weight) -> json.put(number.toString(), weight));
        return json.isEmpty() ? "" : "class_weight: " + flow(json) + "\n";
    }

    private static String callback(Callback callback) {
        return tunable(callback, Callback.ALL) + "\n";
    }

    private static <T extends Tunable> String tunable(T thing, List<T> all) {
        T usual = all.stream()
                .filter(one -> one.name().equals(thing.name()))
                .findFirst()
                .orElseThrow();
        return thing.name() + ": " + flow(CellJson.unusual(thing, usual));
    }

    /// By its name, with the settings that are not Keras's own.
    private static ObjectNode optimizer(Optimization optimizer) {
        Optimizer rule = optimizer.rule();
        JsonNode rate = CellJson.learningRate(optimizer.schedule());
        rate.forEach(schedule -> ((ObjectNode) schedule).removeIf(JsonNode::isNull)); // what is left out
        ObjectNode settings = JSON.objectNode();
        settings.set("learning_rate", rate);
        settings.setAll(CellJson.unusual(rule, Optimizer.named(rule.name()).orElseThrow()));
        if (optimizer.weightDecay() != rule.defaultWeightDecay()) {
            settings.put("weight_decay", optimizer.weightDecay());
        }
        ObjectNode named = JSON.objectNode();
        named.set(rule.name(), settings.setAll(CellJson.limit(optimizer.clipping())));
        return named;
    }

    private static String flow(JsonNode value) {
        return YamlText.flow(value, NumberText::plain);
    }
}
