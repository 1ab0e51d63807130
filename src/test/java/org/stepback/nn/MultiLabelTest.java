package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.metric.Accuracy;
import org.stepback.nn.optimizer.Sgd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Several yes-no answers train as in Keras, each output for itself")
class MultiLabelTest {
    private static final Offset<Double> NEAR = within(1e-15);
    private static final Loss LOSS = new Loss.BinaryCrossentropy();
    private static final DMatrixRMaj X = new DMatrixRMaj(2, 3, true, 1, 1, 0, 0, 1, 1);
    private static final DMatrixRMaj Y = new DMatrixRMaj(2, 3, true, 1, 0, 0, 1, 1, 0);

    /// Computed with NumPy 2.4 from the equations, with W = [[0.5, 1], [−0.25, 0.75]] and b = [0.1, −0.2]: z = W x
    /// + b, a = 1 / (1 + e^−z), L = mean over samples of the mean over outputs of −y log a − (1 − y) log(1 − a), δ
    /// = (a − y) / (outputs · samples), ∂L/∂W = δ xᵀ, ∂L/∂b = Σ δ, W ← W − 0.01 ∂L/∂W. Accuracy is Keras's
    /// binary_accuracy: the mean of (a > 0.5) = y over outputs and samples.
    @Test
    void a_step() {
        Trainer trainer = trainer(Y);
        StepReport step = trainer.step();
        assertThat(step.loss()).isEqualTo(1.0186367814031625, NEAR);
        assertThat(step.accuracy()).as("2 of 6 answers").isEqualTo(1.0 / 3, NEAR);
        Network after = trainer.network();
        assertThat(after.kernel(0).data)
                .containsExactly(
                        new double[] {0.4992038755144005, 0.9973628691821183, -0.2482730054714374, 0.7496523698202959},
                        NEAR);
        assertThat(after.bias(0).data).containsExactly(new double[] {0.09795344200507528, -0.19932989812312207}, NEAR);
        assertThat(trainer.evaluate(X, Y).loss()).isEqualTo(1.0171049232909195, NEAR);
        assertThat(trainer.evaluate(X, Y).accuracy()).isEqualTo(1.0 / 3, NEAR);
    }

    /// 6 of the 18 predictions of Keras's own table lie on the side of 0.5 of their target, counted with NumPy.
    @Test
    void accuracy_of_kerass_table() {
        JsonNode golden = JsonMapper.shared().readTree(MultiLabelTest.class.getResourceAsStream("/golden/keras.json"));
        JsonNode table = golden.get("losses")
                .valueStream()
                .filter(loss -> loss.get("name").asString().equals("binary_crossentropy"))
                .findFirst()
                .orElseThrow();
        DMatrixRMaj y = columns(table.get("y_true"));
        DMatrixRMaj prediction = columns(table.get("y_pred"));
        assertThat(Accuracy.rule(LOSS, new Activation.Sigmoid(), y).of(prediction, y))
                .isEqualTo(6 / 18.0, NEAR);
        assertThat(LOSS.value(prediction, y)).isEqualTo(table.get("value").asDouble(), within(1e-6));
    }

    @Test
    @DisplayName("Rows with exactly one 1 are classes: the largest output answers")
    void one_hot() {
        DMatrixRMaj oneHot = new DMatrixRMaj(2, 3, true, 1, 0, 0, 0, 1, 1);
        DMatrixRMaj prediction = new DMatrixRMaj(2, 3, true, 0.9, 0.8, 0.3, 0.6, 0.7, 0.4);
        assertThat(Accuracy.rule(LOSS, new Activation.Sigmoid(), oneHot).of(prediction, oneHot))
                .isEqualTo(2.0 / 3, NEAR);
        assertThat(Accuracy.rule(LOSS, new Activation.Sigmoid(), oneHot, true).of(prediction, oneHot))
                .as("unless rows that are not here have none or several")
                .isEqualTo(0.5, NEAR);
    }

    @Test
    @DisplayName("A hinge loss says yes above 0, for each output")
    void hinge() {
        DMatrixRMaj prediction = new DMatrixRMaj(2, 3, true, 0.9, -0.8, 0.3, 0.6, 0.7, -0.4);
        Accuracy rule = Accuracy.rule(Runs.loss("hinge"), new Activation.Tanh(), Y);
        assertThat(rule.of(prediction, Y)).isEqualTo(5 / 6.0, NEAR);
    }

    private static Trainer trainer(DMatrixRMaj y) {
        Architecture architecture = new Architecture(2, List.of(Runs.dense(2, "sigmoid")));
        Weights weights =
                new Weights(new DMatrixRMaj(2, 2, true, 0.5, 1, -0.25, 0.75), new DMatrixRMaj(2, 1, true, 0.1, -0.2));
        TrainerSettings settings = new TrainerSettings(LOSS, new Sgd(), 3, false, 1);
        return new Trainer(Network.of(architecture, List.of(weights)), settings, X, y);
    }

    private static DMatrixRMaj columns(JsonNode rows) {
        DMatrixRMaj columns = new DMatrixRMaj(rows.get(0).size(), rows.size());
        for (int sample = 0; sample < rows.size(); sample++) {
            for (int output = 0; output < columns.numRows; output++) {
                columns.set(output, sample, rows.get(sample).get(output).asDouble());
            }
        }
        return columns;
    }
}
