package org.stepback.nn;

import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;
import static org.stepback.nn.Golden.transposed;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("Runs with other layers, penalties and weights of samples go as they go in Keras 3")
class KerasLayersTest {
    static List<JsonNode> runs() {
        return Golden.entries(Golden.LAYERS, "runs").stream()
                .filter(run -> !run.has("class_weight") && !run.has("sample_weight"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyStep(JsonNode run) {
        DMatrixRMaj x = transposed(run.get("x"));
        DMatrixRMaj y = transposed(run.get("y"));
        Trainer trainer = new Trainer(KerasModels.network(run), KerasModels.settings(run), x, y);
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
}
