package org.stepback.nn;

import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;
import static org.stepback.nn.Golden.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Tunable;
import tools.jackson.databind.JsonNode;

/// Reads the networks of `keras-layers.json`.
final class KerasModels {
    private KerasModels() {}

    static Network network(JsonNode run) {
        int inputs = run.get("x").get(0).size();
        List<Layer> layers =
                run.get("layers").valueStream().map(KerasModels::layer).toList();
        Architecture architecture = new Architecture(inputs, layers);
        return Network.of(architecture, weights(architecture, run.get("weights")));
    }

    private static Layer layer(JsonNode entry) {
        Map.Entry<String, JsonNode> named = entry.properties().iterator().next();
        return tuned(Layer.named(named.getKey()).orElseThrow(), named.getValue());
    }

    private static <T extends Tunable> T tuned(T plain, JsonNode settings) {
        T tuned = plain;
        for (Map.Entry<String, JsonNode> setting : settings.properties()) {
            tuned = Tunable.with(tuned, setting.getKey(), value(setting.getKey(), setting.getValue()));
        }
        return tuned;
    }

    private static Object value(String key, JsonNode value) {
        if (value.isString()) {
            return key.equals("monitor")
                    ? new Monitor(value.asString())
                    : Activation.named(value.asString()).orElseThrow();
        }
        if (value.isObject()) {
            Map.Entry<String, JsonNode> named = value.properties().iterator().next();
            return tuned(
                    Regularizer.ALL.stream()
                            .filter(one -> one.name().equals(named.getKey()))
                            .findFirst()
                            .orElseThrow(),
                    named.getValue());
        }
        return value.isBoolean() ? (Object) value.asBoolean() : (Object) value.asDouble();
    }

    /// Keras's tensors of each layer: a kernel as inputs × units, all else a list.
    private static List<Weights> weights(Architecture architecture, JsonNode layers) {
        return IntStream.range(0, layers.size())
                .mapToObj(layer -> weights(architecture, layer, layers.get(layer)))
                .toList();
    }

    private static Weights weights(Architecture architecture, int layer, JsonNode tensors) {
        Layer found = architecture.layers().get(layer);
        Weights blank = found.blank(architecture.inputsOf(layer));
        List<DMatrixRMaj> read =
                new ArrayList<>(tensors.valueStream().map(KerasModels::matrix).toList());
        DMatrixRMaj kernel = found.tensors().kernel().isPresent() ? read.removeFirst() : blank.kernel();
        DMatrixRMaj bias = found.tensors().bias().isPresent() ? read.removeFirst() : blank.bias();
        return new Weights(kernel, bias, read);
    }

    private static DMatrixRMaj matrix(JsonNode tensor) {
        if (!tensor.get(0).isArray()) {
            return new DMatrixRMaj(tensor.size(), 1, true, row(tensor));
        }
        double[][] rows = rows(tensor);
        return Runs.fromKeras(rows, new double[rows[0].length]).kernel();
    }

    /// The run at its start; its samples count by their own weights, or by those of their classes.
    static Trainer trainer(JsonNode run, DMatrixRMaj x, DMatrixRMaj y) {
        TrainerSettings settings = settings(run);
        List<Callback> callbacks = run.has("callbacks")
                ? run.get("callbacks").valueStream().map(KerasModels::callback).toList()
                : List.of();
        if (run.has("sample_weight")) {
            return Trainer.weighted(network(run), settings.with(callbacks), x, y, weights(run, 0, x.numCols));
        }
        Map<Integer, Double> weights = new HashMap<>();
        if (run.has("class_weight")) {
            run.get("class_weight")
                    .properties()
                    .forEach(entry -> weights.put(
                            Integer.valueOf(entry.getKey()), entry.getValue().asDouble()));
        }
        return new Trainer(network(run), settings.withClassWeights(weights).with(callbacks), x, y);
    }

    /// How much each sample from one on counts; none where all count alike.
    static double[] weights(JsonNode run, int from, int to) {
        return run.has("sample_weight") ? Arrays.copyOfRange(row(run.get("sample_weight")), from, to) : new double[0];
    }

    private static Callback callback(JsonNode entry) {
        Map.Entry<String, JsonNode> named = entry.properties().iterator().next();
        Callback plain = Callback.ALL.stream()
                .filter(callback -> callback.name().equals(named.getKey()))
                .findFirst()
                .orElseThrow();
        return tuned(plain, named.getValue());
    }

    private static TrainerSettings settings(JsonNode run) {
        Map.Entry<String, JsonNode> named =
                run.get("optimizer").properties().iterator().next();
        Optimizer rule = Optimizer.named(named.getKey().toLowerCase()).orElseThrow();
        double rate = named.getValue().get("learning_rate").asDouble();
        for (Map.Entry<String, JsonNode> setting : named.getValue().properties()) {
            if (!setting.getKey().equals("learning_rate")) {
                rule = rule.with(setting.getKey(), setting.getValue().asDouble());
            }
        }
        Loss loss = Loss.named(run.get("loss").asString()).orElseThrow();
        return new TrainerSettings(loss, rule.at(rate), run.get("batch_size").asInt(), false, 0);
    }

    static void assertWeights(Network network, JsonNode layers, double precision) {
        List<Weights> expected = weights(network.architecture(), layers);
        for (int layer = 0; layer < expected.size(); layer++) {
            String of = " of layer " + layer;
            Weights actual = network.weights(layer);
            assertClose("kernel" + of, actual.kernel(), expected.get(layer).kernel(), precision);
            assertClose("bias" + of, actual.bias(), expected.get(layer).bias(), precision);
            for (int i = 0; i < actual.statistics().size(); i++) {
                assertClose(
                        "statistic " + i + of,
                        actual.statistics().get(i),
                        expected.get(layer).statistics().get(i),
                        precision);
            }
        }
    }
}
