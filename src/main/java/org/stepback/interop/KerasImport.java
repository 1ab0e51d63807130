package org.stepback.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepback.exercise.read.CellJson;
import org.stepback.exercise.yaml.YamlText;
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

    private KerasImport() {}

    /// Returns the notebook's text: data, network and train cells for the code's Sequential network.
    ///
    /// @param code Python; it is read and never run
    /// @param name of the file that it comes from, for the title
    /// @throws PythonException with line, column and the nearest known name, where the code is not understood
    public static String notebook(String code, String name) {
        KerasModel model = KerasReader.read(code);
        Placeholder data = Placeholder.of(model);
        int batch = Math.min(model.fit().batchSize(), data.trainingSamples());
        return """
                ---
                title: %s
                summary: A network that was written in Keras
                ---

                %s

                ```data samples
                %s```

                ```network net
                input: samples
                layers:
                %sinitializer: %s
                seed: 1
                ```

                ```train fit
                network: net
                data: samples
                loss: %s
                optimizer: %s
                batch_size: %d
                epochs: %d
                shuffle: %s
                seed: 1
                %s%s```
                """.formatted(
                title(name),
                notes(model, data, batch),
                data.yaml(),
                model.layers().stream().map(KerasImport::layer).collect(Collectors.joining()),
                model.initializer().name(),
                flow(model.loss().isUsual() ? JSON.stringNode(model.loss().name()) : CellJson.named(model.loss())),
                flow(optimizer(model.optimizer())),
                batch,
                model.fit().epochs(),
                model.fit().shuffle(),
                classWeights(model.fit().classWeights()),
                model.fit().callbacks().stream().map(KerasImport::callback).collect(Collectors.joining()));
    }

    private static String title(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
        return "\"" + (plain.isEmpty() ? "Network" : plain.substring(0, Math.min(plain.length(), 60)))
                + " from Keras\"";
    }

    /// Notes on settings that the code left out, and on those that the lab cannot follow.
    private static String notes(KerasModel model, Placeholder data, int batch) {
        List<String> notes = new ArrayList<>();
        notes.add(
                data.own()
                        ? "This network and its data were read from Keras code."
                        : "This network was read from Keras code. Its data is not in the code: the samples below stand in for it.");
        if (model.inputs().isEmpty() && !data.own()) {
            notes.add("The code does not say how many inputs there are: here are " + Placeholder.INPUTS + ".");
        }
        if (batch < model.fit().batchSize()) {
            notes.add("The batch size was " + model.fit().batchSize() + ", but there are only " + data.trainingSamples()
                    + " samples to train with here.");
        }
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
