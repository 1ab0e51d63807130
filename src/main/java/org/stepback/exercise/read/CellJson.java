package org.stepback.exercise.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Header;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Source;
import org.stepback.nn.Callback;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes cells and their parts as JSON, in the form in which the cell reader takes them back.
public final class CellJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CellJson() {}

    /// Returns the fields that a student can change if the author allows it, in the order of the file format.
    static Map<String, JsonNode> fields(Cell cell) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        switch (cell) {
            case Cell.Data data -> put(data, fields);
            case Cell.Net net -> put(net, fields);
            case Cell.Train train -> put(train, fields);
            case Cell.Trace trace -> put(trace, fields);
            case Cell.Prose prose -> {}
            case Cell.NumberQuestion _, Cell.ChoiceQuestion _ -> fields.put(Edit.ANSWER, JSON.stringNode(""));
        }
        return fields;
    }

    /// Returns the fields, and with them the title that the author gave: all that the cell reader needs.
    static Map<String, JsonNode> settings(Cell cell) {
        Map<String, JsonNode> settings = fields(cell);
        if (cell instanceof Cell.Data data) {
            settings.put("title", JSON.stringNode(data.title()));
        }
        return settings;
    }

    private static void put(Cell.Data data, Map<String, JsonNode> fields) {
        switch (data.source()) {
            case Source.Generated g -> {
                fields.put("generator", JSON.stringNode(g.generator().name()));
                fields.put("samples", JSON.numberNode(g.samples()));
                fields.put("noise", JSON.numberNode(g.noise()));
                fields.put("seed", JSON.numberNode(g.seed()));
            }
            case Source.Table t -> {
                fields.put("file", JSON.stringNode(t.file()));
                fields.put(
                        DataReader.HEADER,
                        JSON.stringNode(t.header().map(Header::key).orElse("")));
                fields.put("target", JSON.stringNode(t.target()));
                fields.put("seed", JSON.numberNode(t.seed()));
                fields.put(DataReader.SAMPLE_WEIGHT, JSON.stringNode(t.weight().orElse("")));
            }
            case Source.Literal l -> {
                fields.put("x", rows(l.x()));
                fields.put("y", rows(l.y()));
                fields.put(DataReader.SAMPLE_WEIGHT, numbers(l.weights()));
            }
        }
        fields.put("validation_split", JSON.numberNode(data.validationSplit()));
    }

    private static void put(Cell.Net net, Map<String, JsonNode> fields) {
        fields.put("input", JSON.stringNode(net.input()));
        fields.put("layers", list(net.layers(), CellJson::layer));
        fields.put("initializer", JSON.stringNode(net.initializer().name()));
        fields.put("seed", JSON.numberNode(net.seed()));
        ArrayNode weights = JSON.arrayNode();
        for (int layer = 0; layer < net.weights().size(); layer++) {
            weights.add(weights(net.layers().get(layer), net.weights().get(layer)));
        }
        fields.put("weights", weights);
    }

    private static void put(Cell.Train train, Map<String, JsonNode> fields) {
        fields.put("network", JSON.stringNode(train.network()));
        fields.put("data", JSON.stringNode(train.data()));
        fields.put("loss", loss(train.loss()));
        fields.put("optimizer", optimizer(train.optimizer()));
        fields.put("batch_size", JSON.numberNode(train.batchSize()));
        fields.put("epochs", JSON.numberNode(train.epochs()));
        fields.put("shuffle", JSON.booleanNode(train.shuffle()));
        fields.put("seed", JSON.numberNode(train.seed()));
        ObjectNode weights = JSON.objectNode();
        new TreeMap<>(train.classWeights()).forEach((number, weight) -> weights.put(number.toString(), weight));
        fields.put(TrainReader.CLASS_WEIGHT, weights);
        Callback.ALL.forEach(kind -> fields.put(kind.name(), callback(train, kind)));
    }

    private static void put(Cell.Trace trace, Map<String, JsonNode> fields) {
        fields.put("train", JSON.stringNode(trace.train()));
        fields.put("step", JSON.numberNode(trace.step()));
        fields.put("sample", JSON.numberNode(trace.sample()));
    }

    /// By its name alone where its settings are Keras's own.
    static JsonNode loss(Loss loss) {
        return loss.isUsual() ? JSON.stringNode(loss.name()) : JSON.objectNode().set(loss.name(), settings(loss));
    }

    /// Returns the settings of a callback; null where the training has none of its kind.
    private static JsonNode callback(Cell.Train train, Callback kind) {
        return train.callbacks().stream()
                .filter(callback -> callback.name().equals(kind.name()))
                .findFirst()
                .<JsonNode>map(CellJson::settings)
                .orElseGet(JSON::nullNode);
    }

    /// Writes a layer with what must be given and what is not as usual.
    public static JsonNode layer(Layer layer) {
        return JSON.objectNode()
                .set(layer.name(), unusual(layer, Layer.named(layer.name()).orElseThrow()));
    }

    public static JsonNode optimizer(Optimization optimizer) {
        ObjectNode settings = JSON.objectNode();
        settings.set("learning_rate", learningRate(optimizer.schedule()));
        settings.setAll(settings(optimizer.rule()));
        settings.put("weight_decay", optimizer.weightDecay());
        return JSON.objectNode().set(optimizer.rule().name(), settings.setAll(limit(optimizer.clipping())));
    }

    /// Writes the limit of a clipping by the clipping's name; nothing where there is none.
    public static ObjectNode limit(Clipping clipping) {
        ObjectNode limits = JSON.objectNode();
        clipping.hyperparameters().forEach(limit -> limits.set(clipping.name(), value(limit)));
        return limits;
    }

    /// Writes a constant learning rate as its number, another schedule with its settings.
    public static JsonNode learningRate(Schedule schedule) {
        return schedule instanceof Schedule.Constant constant
                ? JSON.numberNode(constant.learningRate())
                : JSON.objectNode().set(schedule.name(), settings(schedule));
    }

    /// Writes all settings of a thing.
    public static ObjectNode settings(Tunable tunable) {
        return settings(tunable.hyperparameters().stream());
    }

    /// Writes the settings of a thing that must be given, and those that are not as usual.
    public static ObjectNode unusual(Tunable tunable, Tunable usual) {
        List<Hyperparameter> known = usual.hyperparameters();
        return settings(
                tunable.hyperparameters().stream().filter(setting -> setting.required() || !known.contains(setting)));
    }

    private static ObjectNode settings(Stream<Hyperparameter> all) {
        ObjectNode settings = JSON.objectNode();
        all.forEach(setting -> settings.set(setting.name(), value(setting)));
        return settings;
    }

    public static JsonNode value(Hyperparameter setting) {
        return switch (setting) {
            case Hyperparameter.Flag flag -> JSON.booleanNode(flag.value());
            case Hyperparameter.Number number
            when number.whole() -> JSON.numberNode(number.value().longValue());
            case Hyperparameter.Number number -> JSON.numberNode(number.value());
            case Hyperparameter.Maybe maybe
            when maybe.value().isPresent() -> JSON.numberNode(maybe.value().getAsDouble());
            case Hyperparameter.Maybe none -> JSON.nullNode();
            case Hyperparameter.Choice choice ->
                choice.chosen().map(CellJson::named).orElseGet(JSON::nullNode);
            case Hyperparameter.Numbers numbers -> numbers(numbers.value());
        };
    }

    /// Writes something by its name, with its settings if it has some: one by itself, several by their names.
    public static JsonNode named(Named thing) {
        if (!(thing instanceof Tunable tunable)) {
            return JSON.stringNode(thing.name());
        }
        ObjectNode settings = settings(tunable);
        return JSON.objectNode()
                .set(thing.name(), settings.size() == 1 ? settings.iterator().next() : settings);
    }

    /// Writes the tensors of a layer in Keras's layout: a kernel is inputs × units.
    public static ObjectNode weights(Layer layer, Weights weights) {
        ObjectNode tensors = JSON.objectNode();
        layer.tensors().in(weights).forEach((name, tensor) -> {
            ArrayNode columns = columns(tensor);
            tensors.set(name, name.equals("kernel") ? columns : columns.get(0));
        });
        return tensors;
    }

    /// Writes a number, null for one that is not finite.
    public static JsonNode number(double number) {
        return Double.isFinite(number) ? JSON.numberNode(number) : JSON.nullNode();
    }

    /// Returns a matrix as the list of its columns.
    private static ArrayNode columns(DMatrixRMaj matrix) {
        ArrayNode columns = JSON.arrayNode();
        for (int column = 0; column < matrix.numCols; column++) {
            ArrayNode values = columns.addArray();
            for (int row = 0; row < matrix.numRows; row++) {
                values.add(number(matrix.get(row, column)));
            }
        }
        return columns;
    }

    private static JsonNode rows(List<List<Double>> rows) {
        return list(rows, CellJson::numbers);
    }

    private static ArrayNode numbers(List<Double> numbers) {
        return list(numbers, JSON::numberNode);
    }

    private static <T> ArrayNode list(List<T> items, Function<T, JsonNode> item) {
        return JSON.arrayNode().addAll(items.stream().map(item).toList());
    }
}
