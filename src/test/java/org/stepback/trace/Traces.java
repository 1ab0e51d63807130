package org.stepback.trace;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Architecture;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Network;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.nn.replay.Checkpoints;
import org.stepback.nn.replay.Replay;
import org.stepback.nn.replay.ReplayableTraining;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trainings whose steps are walked through in tests.
final class Traces {
    /// Keras's runs whose first steps are fixed traces.
    static final List<String> KERAS = List.of("the lesson's example", "regression, SGD", "three classes");

    private Traces() {}

    /// A training of all that a trainer needs.
    record Fixed(Network network, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y) {
        Trainer trainer() {
            return new Trainer(network, settings, x, y);
        }

        Trace first() {
            return trainer().trace();
        }

        Walk walk() {
            return new Walk(new Replay(new Plain(trainer()), new Checkpoints(1_000)));
        }
    }

    /// A trainer as a training of 100 steps.
    record Plain(Trainer trainer) implements ReplayableTraining {
        @Override
        public void step() {
            trainer.step();
        }

        @Override
        public Trace trace() {
            return trainer.trace();
        }

        @Override
        public void restore(Checkpoint checkpoint) {
            trainer.restore(checkpoint);
        }

        @Override
        public long totalSteps() {
            return 100;
        }
    }

    /// The training of the built-in exercise of one step.
    static Fixed oneStep() {
        Architecture architecture =
                new Architecture(2, List.of(new Dense(2, new Activation.Relu()), new Dense(1, Activation.LINEAR)));
        Network network = Network.of(
                architecture,
                List.of(
                        new Weights(matrix(2, 2, 0.5, -0.25, 0.25, 0.75), matrix(2, 1, 0, 0.1)),
                        new Weights(matrix(1, 2, 0.4, -0.6), matrix(1, 1, 0.2))));
        return new Fixed(
                network,
                new TrainerSettings(new Loss.MeanSquaredError(), new Sgd().at(0.05), 1, false, 0),
                matrix(2, 4, 2, -1, 1, 0, 1, 2, -1, 1),
                matrix(1, 4, 1, 0, 2, 0.5));
    }

    /// Two yes-no answers of each of three samples.
    static Fixed twoAnswers() {
        Architecture architecture = new Architecture(2, List.of(new Dense(2, new Activation.Sigmoid())));
        Weights weights = new Weights(matrix(2, 2, 0.5, 1, -0.25, 0.75), matrix(2, 1, 0.1, -0.2));
        return new Fixed(
                Network.of(architecture, List.of(weights)),
                new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd(), 3, false, 0),
                matrix(2, 3, 1, 1, 0, 0, 1, 1),
                matrix(2, 3, 1, 0, 0, 1, 1, 0));
    }

    static DMatrixRMaj matrix(int rows, int columns, double... numbers) {
        return new DMatrixRMaj(rows, columns, true, numbers);
    }

    static JsonNode keras(String file, String title) {
        InputStream json = Traces.class.getResourceAsStream("/golden/" + file);
        return JsonMapper.shared()
                .readTree(json)
                .get("training")
                .valueStream()
                .filter(run -> run.get("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    static Fixed fixed(JsonNode run) {
        List<Layer> layers = new ArrayList<>();
        List<Weights> weights = new ArrayList<>();
        for (JsonNode layer : run.get("layers")) {
            Activation f = Activation.named(layer.get("activation").asString()).orElseThrow();
            layers.add(new Dense(layer.get("units").asInt(), f));
            weights.add(weights(layer));
        }
        DMatrixRMaj x = transposed(run.get("x"));
        JsonNode optimizer = run.get("optimizer");
        double rate = optimizer.get("params").path("learning_rate").asDouble(0.001);
        double momentum = optimizer.get("params").path("momentum").asDouble(0);
        Optimization rule =
                optimizer.get("name").asString().toLowerCase(Locale.ROOT).equals("adam")
                        ? new Adam().at(rate)
                        : new Sgd(momentum, false).at(rate);
        TrainerSettings settings = new TrainerSettings(
                Loss.named(run.get("loss").asString()).orElseThrow(),
                rule,
                run.get("batch_size").asInt(),
                false,
                0);
        return new Fixed(
                Network.of(new Architecture(x.numRows, layers), weights), settings, x, transposed(run.get("y")));
    }

    /// Keras's kernel is inputs × units.
    static Weights weights(JsonNode layer) {
        JsonNode bias = layer.get("bias");
        DMatrixRMaj b = new DMatrixRMaj(bias.size(), 1);
        for (int i = 0; i < bias.size(); i++) {
            b.set(i, 0, bias.get(i).asDouble());
        }
        return new Weights(transposed(layer.get("kernel")), b);
    }

    private static DMatrixRMaj transposed(JsonNode rows) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows.get(0).size(), rows.size());
        for (int column = 0; column < rows.size(); column++) {
            for (int row = 0; row < matrix.numRows; row++) {
                matrix.set(row, column, rows.get(column).get(row).asDouble());
            }
        }
        return matrix;
    }
}
