package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.optimizer.Sgd;

@DisplayName("A run whose numbers stop being finite says where, and stops there")
class NonFiniteTest {
    private static final Architecture LINEAR =
            new Architecture(2, List.of(Runs.dense(3, "tanh"), Runs.dense(1, "linear")));

    @Test
    @DisplayName("A learning rate of a million on a regression")
    void diverges() {
        Trainer trainer = regression(LINEAR, 1e6);
        StepReport last = runToItsEnd(trainer);
        NonFinite where = trainer.nonFinite().orElseThrow();
        assertThat(where.layer()).isEqualTo(2);
        assertThat(where.what()).isEqualTo("loss"); // an error above 1e154 squared
        assertThat(where.step()).isEqualTo(last.step()).isBetween(5L, 100L);
        assertThat(last.loss()).isInfinite();
        assertThat(where.sentence())
                .isEqualTo(
                        "At step " + where.step() + " the loss, computed from the output of layer 2, became infinite"
                                + " or is not a number (NaN): the numbers grew too large to compute with. Training stopped there. Try a smaller learning rate.");

        assertThat(trainer.steps()).as("that step does not count").isEqualTo(where.step() - 1);
        assertThat(Tensors.isFinite(trainer.network().kernel(1))).isTrue();
        assertThatThrownBy(trainer::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(where.sentence());
        assertThat(trainer.steps()).isEqualTo(where.step() - 1);
    }

    @Test
    @DisplayName("The same end is found again after going back to a checkpoint of the diverging run")
    void restored() {
        Trainer trainer = regression(LINEAR, 1e6);
        trainer.step();
        Checkpoint early = trainer.checkpoint();
        runToItsEnd(trainer);
        NonFinite where = trainer.nonFinite().orElseThrow();
        trainer.restore(early);
        assertThat(trainer.nonFinite()).isEmpty();
        runToItsEnd(trainer);
        assertThat(trainer.nonFinite()).contains(where);
    }

    @Test
    @DisplayName("An update that overflows is the kernel's, and survives a restart")
    void kernel() {
        DMatrixRMaj x = new DMatrixRMaj(1, 1, true, 1e160);
        DMatrixRMaj y = new DMatrixRMaj(1, 1, true, 1e-3);
        Architecture one = new Architecture(1, List.of(Runs.dense(1, "linear")));
        Network start = Network.of(one, List.of(Runs.fromKeras(new double[][] {{1e-10}}, new double[] {0})));
        TrainerSettings settings = new TrainerSettings(new Loss.MeanSquaredError(), new Sgd().at(1000), 1, false, 0);
        Trainer trainer = new Trainer(start, settings, x, y);
        trainer.step();
        assertThat(trainer.nonFinite().map(NonFinite::what)).contains("gradient of the kernel");

        Trainer other = new Trainer(
                start,
                new TrainerSettings(new Loss.MeanSquaredError(), new Sgd().at(1e300), 1, false, 0),
                new DMatrixRMaj(1, 1, true, 1e10),
                y);
        other.step();
        assertThat(other.nonFinite()).contains(new NonFinite(1, 1, "kernel"));
        assertThat(other.steps()).isEqualTo(1);
        Checkpoint end = other.checkpoint();
        other.restore(end);
        assertThat(other.nonFinite()).contains(new NonFinite(1, 1, "kernel"));
    }

    @Test
    @DisplayName("The first tensor is named in the order of a step, each by layer")
    void order() {
        Architecture curved = new Architecture(2, List.of(Runs.dense(3, "tanh"), Runs.dense(1, "tanh")));
        Forward forward = Forward.buffers(curved, 2, 2);
        Backward backward = Backward.buffers(curved, forward, 2);
        assertThat(NonFinite.in(1, forward, 0, backward)).isNull();
        backward.db().get(0).set(0, Double.NaN);
        assertThat(NonFinite.in(1, forward, 0, backward)).isEqualTo(new NonFinite(1, 1, "gradient of the bias"));
        backward.dW().get(0).set(0, Double.NaN);
        assertThat(NonFinite.in(1, forward, 0, backward)).isEqualTo(new NonFinite(1, 1, "gradient of the kernel"));
        backward.delta().get(1).set(0, Double.NaN);
        assertThat(NonFinite.in(1, forward, 0, backward)).isEqualTo(new NonFinite(1, 2, "delta"));
        assertThat(NonFinite.in(1, forward, Double.NaN, backward)).isEqualTo(new NonFinite(1, 2, "loss"));
        forward.a().get(1).set(1, Double.NEGATIVE_INFINITY);
        assertThat(NonFinite.in(1, forward, 0, backward)).isEqualTo(new NonFinite(1, 2, "a"));
        forward.z().get(0).set(1, Double.POSITIVE_INFINITY);
        assertThat(NonFinite.in(1, forward, 0, backward)).isEqualTo(new NonFinite(1, 1, "z"));
    }

    private static Trainer regression(Architecture architecture, double learningRate) {
        DMatrixRMaj x = Runs.points(2, 40, 3);
        TrainerSettings settings =
                new TrainerSettings(new Loss.MeanSquaredError(), new Sgd().at(learningRate), 8, true, 3);
        return new Trainer(Runs.network(architecture, 3), settings, x, Runs.points(1, 40, 4));
    }

    private static StepReport runToItsEnd(Trainer trainer) {
        StepReport report = trainer.step();
        for (int step = 0; step < 1_000 && trainer.nonFinite().isEmpty(); step++) {
            report = trainer.step();
        }
        return report;
    }
}
