package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;
import static org.stepback.nn.Golden.transposed;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.math.Columns;
import tools.jackson.databind.JsonNode;

@DisplayName("Runs with other layers, penalties, weights of samples and callbacks go as they go in Keras 3")
class KerasLayersTest {
    static List<JsonNode> runs() {
        return Golden.entries(Golden.LAYERS, "runs");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void every_step(JsonNode run) {
        DMatrixRMaj x = transposed(run.get("x"));
        DMatrixRMaj y = transposed(run.get("y"));
        Trainer trainer = KerasModels.trainer(run, x, y);
        double[] stepLoss = row(run.get("step_loss"));
        double[] epochEndLoss = row(run.get("epoch_end_loss"));
        for (int step = 1; step <= stepLoss.length; step++) {
            assertClose("loss of step " + step, trainer.step().loss(), stepLoss[step - 1], 1e-9);
            if (step % trainer.stepsPerEpoch() == 0) {
                double loss = trainer.evaluate(x, y).loss();
                assertClose("loss after step " + step, loss, epochEndLoss[trainer.epoch() - 1], 1e-9);
            }
        }
        KerasModels.assertWeights(trainer.network(), run.get("final_weights"), 1e-7);
    }

    static List<JsonNode> fits() {
        return Golden.entries(Golden.LAYERS, "fits");
    }

    @ParameterizedTest
    @MethodSource("fits")
    void every_epoch(JsonNode fit) {
        DMatrixRMaj x = transposed(fit.get("x"));
        DMatrixRMaj y = transposed(fit.get("y"));
        int training = (int) (x.numCols * (1 - fit.get("validation_split").asDouble()));
        DMatrixRMaj heldX = Columns.block(x, training, x.numCols - training);
        DMatrixRMaj heldY = Columns.block(y, training, x.numCols - training);
        Trainer trainer = KerasModels.trainer(fit, Columns.block(x, 0, training), Columns.block(y, 0, training));
        double[] epochLoss = row(fit.get("epoch_loss"));
        double[] valLoss = row(fit.get("val_loss"));
        double[] rates = row(fit.get("learning_rate_after"));
        int epoch = 0;
        while (epoch < fit.get("epochs").asInt() && trainer.stopped().isEmpty()) {
            assertClose("loss of epoch " + epoch, meanOfEpoch(trainer), epochLoss[epoch], 1e-9);
            Evaluation held = trainer.evaluate(heldX, heldY, KerasModels.weights(fit, training, x.numCols));
            if (valLoss.length > 0) {
                assertClose("val_loss of epoch " + epoch, held.loss(), valLoss[epoch], 1e-9);
            }
            Evaluation all = trainer.evaluate(Columns.block(x, 0, training), Columns.block(y, 0, training));
            trainer.endEpoch(all, held);
            assertClose("learning rate after epoch " + epoch, trainer.learningRate(), rates[epoch], 1e-15);
            epoch++;
        }
        assertThat(epoch).as("epochs").isEqualTo(epochLoss.length);
        trainer.endRun();
        KerasModels.assertWeights(trainer.network(), fit.get("final_weights"), 1e-7);
    }

    /// Trains for an epoch, and weighs each step by its samples.
    private static double meanOfEpoch(Trainer trainer) {
        double sum = 0;
        int samples = 0;
        for (int step = 0; step < trainer.stepsPerEpoch(); step++) {
            StepReport report = trainer.step();
            sum += report.samples() * report.loss();
            samples += report.samples();
        }
        return sum / samples;
    }
}
