package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;
import static org.stepback.nn.Golden.rows;
import static org.stepback.nn.Golden.transposed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.regularizer.Regularizer;
import tools.jackson.databind.JsonNode;

@DisplayName("Whole training runs go as they go in Keras 3")
class KerasRunsTest {
    static List<JsonNode> runs() {
        return Golden.entries(Golden.KERAS, "training");
    }

    /// A hinge loss is the mean of numbers around 1 whose roundings stay when their sum is small.
    static List<JsonNode> runsThatAreNearInSinglePrecision() {
        return runs().stream()
                .filter(run -> !run.get("loss").asString().equals("hinge"))
                .toList();
    }

    @Test
    @DisplayName("All seven runs of the golden file are there")
    void coverage() {
        assertThat(runs()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void every_step(JsonNode keras) {
        JsonNode run = Golden.inDouble("training", keras);
        assertSteps(run, 1e-9, 1e-7);
    }

    @ParameterizedTest
    @MethodSource("runsThatAreNearInSinglePrecision")
    @DisplayName(
            "Keras's own run, which rounds tanh and the mean of a loss to single precision, is as near as that allows")
    void every_step_in_single_precision(JsonNode keras) {
        assertSteps(keras, 2e-7, 1e-4);
    }

    private static void assertSteps(JsonNode run, double lossPrecision, double weightPrecision) {
        Trainer trainer = trainer(run);
        double[] stepLoss = row(run.get("step_loss"));
        double[] epochEndLoss = row(run.get("epoch_end_loss"));
        for (int step = 1; step <= stepLoss.length; step++) {
            assertClose("loss of step " + step, trainer.step().loss(), stepLoss[step - 1], lossPrecision);
            if (step % trainer.stepsPerEpoch() == 0) {
                double loss = trainer.evaluate(x(run), y(run)).loss();
                assertClose("loss after step " + step, loss, epochEndLoss[trainer.epoch() - 1], lossPrecision);
            }
        }
        assertThat(trainer.epoch()).isEqualTo(run.get("epochs").asInt());
        List<Weights> expected = weights(run.get("final_weights"));
        for (int layer = 0; layer < expected.size(); layer++) {
            assertClose(
                    "kernel " + layer,
                    trainer.network().kernel(layer),
                    expected.get(layer).kernel(),
                    weightPrecision);
            assertClose(
                    "bias " + layer,
                    trainer.network().bias(layer),
                    expected.get(layer).bias(),
                    weightPrecision);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void first_gradients(JsonNode keras) {
        JsonNode run = Golden.inDouble("training", keras);
        int width = run.get("batch_size").asInt();
        Gradients gradients = Gradients.of(
                network(run),
                Loss.named(run.get("loss").asString()).orElseThrow(),
                Columns.block(x(run), 0, width),
                Columns.block(y(run), 0, width));
        assertClose("loss", gradients.loss(), run.get("first_batch_loss").asDouble(), 1e-9);
        List<Weights> expected = weights(run.get("first_batch_gradients"));
        for (int layer = 0; layer < expected.size(); layer++) {
            assertClose(
                    "dW " + layer,
                    gradients.dW().get(layer),
                    expected.get(layer).kernel(),
                    1e-9);
            assertClose(
                    "db " + layer,
                    gradients.db().get(layer),
                    expected.get(layer).bias(),
                    1e-9);
        }
    }

    private static Trainer trainer(JsonNode run) {
        Optimization optimizer =
                KerasOptimizersTest.optimizerOf(run.get("optimizer")).orElseThrow();
        Loss loss = Loss.named(run.get("loss").asString()).orElseThrow();
        int batch = run.get("batch_size").asInt();
        return new Trainer(network(run), new TrainerSettings(loss, optimizer, batch, false, 0), x(run), y(run));
    }

    /// With an L2 penalty on every kernel where the run has one.
    private static Network network(JsonNode run) {
        double l2 = run.get("l2").asDouble();
        Optional<Regularizer> penalty = l2 == 0 ? Optional.empty() : Optional.of(new Regularizer.L2(l2));
        Stream<Layer> layers = run.get("layers")
                .valueStream()
                .map(layer -> new Dense(
                        layer.get("units").asInt(),
                        Activation.named(layer.get("activation").asString()).orElseThrow(),
                        true,
                        true,
                        penalty,
                        Optional.empty(),
                        Optional.empty()));
        return Network.of(new Architecture(x(run).numRows, layers.toList()), weights(run.get("layers")));
    }

    private static List<Weights> weights(JsonNode layers) {
        return layers.valueStream()
                .map(layer -> Runs.fromKeras(rows(layer.get("kernel")), row(layer.get("bias"))))
                .toList();
    }

    private static DMatrixRMaj x(JsonNode run) {
        return transposed(run.get("x"));
    }

    private static DMatrixRMaj y(JsonNode run) {
        return transposed(run.get("y"));
    }
}
