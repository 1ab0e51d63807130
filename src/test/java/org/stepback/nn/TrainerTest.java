package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.stepback.nn.Runs.dense;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.metric.Accuracy;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Sgd;

@DisplayName("A trainer learns, and reports what it did")
class TrainerTest {
    @Test
    @DisplayName("The lesson's network learns which side a point lies on")
    void learns() {
        Trainer trainer = Runs.lessonRun(new Adam().at(0.01), 200, 32, true, 1);
        double before = trainer.step().loss();
        while (trainer.epoch() < 60) {
            trainer.step();
        }
        DMatrixRMaj x = Runs.points(2, 300, 99);
        Evaluation unseen = trainer.evaluate(x, Runs.sides(x));
        assertThat(unseen.loss()).isLessThan(0.25 * before);
        assertThat(unseen.accuracy()).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("Steps, epochs and the last, partial batch are counted as Keras counts them")
    void counts() {
        Trainer trainer = Runs.lessonRun(new Sgd(), 50, 16, true, 1);
        assertThat(trainer.stepsPerEpoch()).isEqualTo(4);
        assertThat(trainer.epoch()).isZero();
        int[] samples = {16, 16, 16, 2, 16};
        int[] epochs = {1, 1, 1, 1, 2};
        for (int i = 0; i < samples.length; i++) {
            StepReport report = trainer.step();
            assertThat(report.step()).isEqualTo(i + 1).isEqualTo(trainer.steps());
            assertThat(report.samples()).isEqualTo(samples[i]);
            assertThat(report.epoch()).isEqualTo(epochs[i]).isEqualTo(trainer.epoch());
        }
    }

    @Test
    @DisplayName("The report's norms and ratio are those of the traced gradients and of the weights before and after")
    void report() {
        DMatrixRMaj x = Runs.points(2, 12, 5);
        DMatrixRMaj y = Runs.sides(x);
        Network start = Runs.network(Runs.lesson(), 5);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd().at(0.1), 12, false, 5);
        Trainer trainer = new Trainer(start, settings, x, y);
        trainer.detail(true);
        StepReport report = trainer.step();

        Gradients traced = Gradients.of(start, settings.loss(), x, y);
        assertThat(report.loss()).isEqualTo(traced.loss());
        assertThat(report.accuracy()).isEqualTo(share(start.predict(x), y));
        assertThat(report.layers()).isEqualTo(2);
        for (int layer = 0; layer < 2; layer++) {
            DMatrixRMaj dW = traced.dW().get(layer);
            DMatrixRMaj db = traced.db().get(layer);
            assertThat(report.kernelGradientNorm(layer)).isCloseTo(NormOps_DDRM.normF(dW), within(1e-15));
            assertThat(report.biasGradientNorm(layer)).isCloseTo(NormOps_DDRM.normF(db), within(1e-15));
            double mean = CommonOps_DDRM.elementSumAbs(dW) / dW.getNumElements();
            assertThat(report.kernelGradientMean(layer)).isCloseTo(mean, within(1e-15));
            assertThat(report.kernelGradientMax(layer)).isEqualTo(CommonOps_DDRM.elementMaxAbs(dW));
            mean = CommonOps_DDRM.elementSumAbs(db) / db.getNumElements();
            assertThat(report.biasGradientMean(layer)).isCloseTo(mean, within(1e-15));
            assertThat(report.biasGradientMax(layer)).isEqualTo(CommonOps_DDRM.elementMaxAbs(db));
            assertThat(report.kernelNorm(layer)).isCloseTo(NormOps_DDRM.normF(start.kernel(layer)), within(1e-15));
            assertThat(report.biasNorm(layer)).isCloseTo(NormOps_DDRM.normF(start.bias(layer)), within(1e-15));
            double ratio = 0.1 * NormOps_DDRM.normF(dW) / NormOps_DDRM.normF(start.kernel(layer));
            assertThat(report.updateRatio(layer)).isCloseTo(ratio, within(1e-12));
        }
    }

    @Test
    @DisplayName("What only charts show is measured in the steps that ask for it, and changes nothing in the others")
    void detail() {
        DMatrixRMaj x = Runs.points(2, 12, 5);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd().at(0.1), 12, false, 5);
        Trainer trainer = new Trainer(Runs.network(Runs.lesson(), 5), settings, x, Runs.sides(x));
        Trainer always = new Trainer(Runs.network(Runs.lesson(), 5), settings, x, Runs.sides(x));
        always.detail(true);
        for (int step = 1; step <= 4; step++) {
            trainer.detail(step % 2 == 0);
            StepReport report = trainer.step();
            StepReport whole = always.step();
            assertThat(report.kernelGradientNorm(0)).isEqualTo(whole.kernelGradientNorm(0));
            for (var number : List.<ToDoubleFunction<StepReport>>of(
                    each -> each.kernelGradientMean(0),
                    each -> each.biasGradientMax(1),
                    each -> each.kernelNorm(0),
                    each -> each.biasNorm(1),
                    each -> each.updateRatio(1))) {
                Double expected =
                        step % 2 == 0 ? number.applyAsDouble(whole) : Double.NaN; // as an object it equals itself
                assertThat(number.applyAsDouble(report)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 10})
    @DisplayName("A batch that fills no whole vectors overflows only where one of its samples does")
    void beside_the_batch(int width) {
        Architecture architecture = new Architecture(1, List.of(Runs.dense(1, "exponential"), Runs.dense(1, "linear")));
        Network start = Runs.network(architecture, 1);
        start.kernel(0).set(0, 0, -800); // z = 0 for an x of 1, but e^800 for an x of 0
        start.bias(0).set(0, 0, 800);
        start.kernel(1).set(0, 0, 0.5);
        DMatrixRMaj x = new DMatrixRMaj(1, width);
        x.fill(1);
        DMatrixRMaj y = new DMatrixRMaj(1, width);
        y.fill(0.25);
        var settings = new TrainerSettings(new Loss.MeanSquaredError(), new Sgd().at(1e-4), width, true, 1);
        Trainer trainer = new Trainer(start, settings, x, y);
        StepReport report = trainer.step();
        assertThat(trainer.nonFinite()).isEmpty();
        assertThat(report.kernelGradientNorm(0)).isCloseTo(0.25, within(1e-15)); // 2 (½ − ¼) · ½
        assertThat(report.kernelGradientNorm(1)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    @DisplayName("A trainer leaves the network that it was given, and gives copies of its own")
    void owns_its_weights() {
        Network start = Runs.network(Runs.lesson(), 1);
        DMatrixRMaj kept = start.kernel(0).copy();
        DMatrixRMaj x = Runs.points(2, 20, 1);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Adam(), 5, true, 1);
        Trainer trainer = new Trainer(start, settings, x, Runs.sides(x));
        Network early = trainer.network();
        trainer.step();
        assertThat(start.kernel(0).data).isEqualTo(kept.data);
        assertThat(early.kernel(0).data).isEqualTo(kept.data);
        assertThat(trainer.network().kernel(0).data).isNotEqualTo(kept.data);
    }

    @Test
    @DisplayName("Evaluating and predicting a long table gives for each sample what it gives alone")
    void blocks() {
        Trainer trainer = Runs.lessonRun(new Adam(), 30, 10, true, 1);
        DMatrixRMaj x = Runs.points(2, Network.BLOCK * 2 + 3, 2);
        DMatrixRMaj y = Runs.sides(x);
        Network network = trainer.network();
        DMatrixRMaj prediction = network.predict(x);
        assertThat(prediction.data).isEqualTo(network.forward(x).output().data);
        double loss = new Loss.BinaryCrossentropy().value(prediction, y);
        Evaluation evaluation = trainer.evaluate(x, y);
        assertThat(evaluation.loss()).isCloseTo(loss, within(1e-12));
        assertThat(evaluation.accuracy()).isCloseTo(share(prediction, y), within(1e-12));
    }

    @Test
    @DisplayName("Samples that count more weigh more in the loss of a table, and not in its accuracy")
    void weighed_tables() {
        Trainer trainer = Runs.lessonRun(new Adam(), 30, 10, true, 1);
        DMatrixRMaj x = Runs.points(2, Network.BLOCK * 2 + 3, 2);
        DMatrixRMaj y = Runs.sides(x);
        double[] weights =
                IntStream.range(0, x.numCols).mapToDouble(i -> i % 5 / 2.0).toArray();
        DMatrixRMaj prediction = trainer.network().predict(x);
        double sum = 0;
        for (int i = 0; i < x.numCols; i++) {
            double right = y.data[i] == 1 ? prediction.data[i] : 1 - prediction.data[i];
            sum -= weights[i] * Math.log(right);
        }
        Evaluation weighed = trainer.evaluate(x, y, weights);
        assertThat(weighed.loss()).isCloseTo(sum / x.numCols, within(1e-12));
        assertThat(weighed.accuracy()).isEqualTo(trainer.evaluate(x, y).accuracy());
        assertThatThrownBy(() -> trainer.evaluate(x, y, new double[3]))
                .hasMessage("There are %d samples, but weights for 3.".formatted(x.numCols));
    }

    @Test
    @DisplayName("All-zero kernels have no update-to-weight ratio")
    void zeros() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        Network zeros = Network.initialized(Runs.lesson(), new Initializer.Zeros(), 1);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd(), 10, false, 1);
        Trainer trainer = new Trainer(zeros, settings, x, Runs.sides(x));
        trainer.detail(true);
        assertThat(trainer.step().updateRatio(0)).isNaN();
    }

    @Test
    @DisplayName("Accuracy is above 0.5 or the largest output; a regression has none")
    void accuracy() {
        DMatrixRMaj labels = row(0, 1, 1, 0);
        assertThat(accuracy("mean_squared_error", "sigmoid", row(.4, .6, .5, .9), labels))
                .isEqualTo(0.5);
        assertThat(accuracy("binary_crossentropy", "sigmoid", row(.4, .6, .7, .1), labels))
                .isEqualTo(1);
        assertThat(accuracy("mean_squared_error", "tanh", row(.4, .6, .7, .1), labels))
                .isEqualTo(1);
        assertThat(accuracy("mean_squared_error", "tanh", row(-.4, .1, .7, .1), row(-1, 1, 1, -1)))
                .isEqualTo(0.75);
        assertThat(accuracy("mean_squared_error", "linear", row(0, 1, 1, 0), labels))
                .isNaN();
        assertThat(accuracy("mean_squared_error", "tanh", row(0, 1, 1, 0), row(.1, .2, .3, .4)))
                .isNaN();

        DMatrixRMaj three = new DMatrixRMaj(new double[][] {{.2, .5}, {.3, .1}, {.5, .4}});
        DMatrixRMaj oneHot = new DMatrixRMaj(new double[][] {{0, 0}, {0, 0}, {1, 1}});
        assertThat(accuracy("categorical_crossentropy", "softmax", three, oneHot))
                .isEqualTo(0.5);
    }

    private static double accuracy(String loss, String output, DMatrixRMaj prediction, DMatrixRMaj target) {
        Objective objective = new Objective(Runs.loss(loss), dense(1, output).activation());
        return Accuracy.rule(objective.loss(), objective.output(), target).of(prediction, target);
    }

    private static DMatrixRMaj row(double... numbers) {
        return new DMatrixRMaj(1, numbers.length, true, numbers);
    }

    private static double share(DMatrixRMaj prediction, DMatrixRMaj y) {
        double right = 0;
        for (int i = 0; i < y.numCols; i++) {
            right += prediction.get(0, i) > 0.5 == y.get(0, i) > 0.5 ? 1 : 0;
        }
        return right / y.numCols;
    }
}
