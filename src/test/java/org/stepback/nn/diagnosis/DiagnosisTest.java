package org.stepback.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Sgd;

/// Runs that are sick in one way each, and what is said of them.
class DiagnosisTest {
    private static final Loss CROSSENTROPY = new Loss.BinaryCrossentropy();
    private static final Loss SQUARED = new Loss.MeanSquaredError();
    private static final Initializer USUAL = new Initializer.GlorotUniform();

    private final DMatrixRMaj x = points(200);
    private final DMatrixRMaj inside = targets(x, (a, b) -> a * a + b * b < 0.5 ? 1 : 0);
    private final DMatrixRMaj sum = targets(x, (a, b) -> a + 2 * b);

    private interface Rule {
        double of(double a, double b);
    }

    private static DMatrixRMaj points(int samples) {
        SplittableRandom random = new SplittableRandom(5);
        DMatrixRMaj points = new DMatrixRMaj(2, samples);
        for (int i = 0; i < points.getNumElements(); i++) {
            points.data[i] = 2 * random.nextDouble() - 1;
        }
        return points;
    }

    private static DMatrixRMaj targets(DMatrixRMaj x, Rule rule) {
        DMatrixRMaj y = new DMatrixRMaj(1, x.numCols);
        for (int i = 0; i < x.numCols; i++) {
            y.data[i] = rule.of(x.get(0, i), x.get(1, i));
        }
        return y;
    }

    private static Architecture layers(int count, int units, Activation hidden, Activation output) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(new Dense(units, hidden));
        }
        layers.add(new Dense(1, output));
        return new Architecture(2, layers);
    }

    private static Architecture classifier(int count, int units, Activation hidden) {
        return layers(count, units, hidden, new Activation.Sigmoid());
    }

    private static Network start(Architecture architecture) {
        return Network.initialized(architecture, USUAL, 3);
    }

    /// One run of so many epochs, and everything that it has shown.
    private RunObservation run(Network network, Loss loss, Optimization optimizer, DMatrixRMaj y, int epochs) {
        return run(network, loss, optimizer, x, y, epochs, x, y);
    }

    private static RunObservation run(
            Network network,
            Loss loss,
            Optimization optimizer,
            DMatrixRMaj x,
            DMatrixRMaj y,
            int epochs,
            DMatrixRMaj heldX,
            DMatrixRMaj heldY) {
        Trainer trainer = new Trainer(network, new TrainerSettings(loss, optimizer, 20, true, 1), x, y);
        trainer.detail(true);
        RunRecorder recorder = new RunRecorder(network.layers());
        int steps = epochs * trainer.stepsPerEpoch();
        for (int step = 1; step <= steps && trainer.nonFinite().isEmpty(); step++) {
            recorder.step(trainer.step());
            if (step % trainer.stepsPerEpoch() == 0 && trainer.nonFinite().isEmpty()) {
                recorder.rest(
                        step,
                        trainer.evaluate(x, y).loss(),
                        trainer.evaluate(heldX, heldY).loss());
            }
        }
        return RunObservation.of(trainer, loss, recorder.series(), x, y);
    }

    private static <D extends Diagnosis> D only(RunObservation run, Class<D> kind) {
        List<Diagnosis> found = Diagnosis.of(run);
        assertThat(found).hasOnlyElementsOfType(kind).hasSize(1);
        return first(run, kind);
    }

    private static <D extends Diagnosis> D first(RunObservation run, Class<D> kind) {
        return Diagnosis.of(run).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not diagnosed, but " + Diagnosis.of(run)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_healthy_run_has_none(long seed) {
        for (Activation hidden : List.of(new Activation.Relu(), new Activation.Tanh(), new Activation.LeakyRelu())) {
            Network network = Network.initialized(classifier(1, 8, hidden), USUAL, seed);
            assertThat(Diagnosis.of(run(network, CROSSENTROPY, new Adam().at(.02), inside, 40)))
                    .isEmpty();
            Architecture regression = layers(2, 8, hidden, new Activation.Linear());
            assertThat(Diagnosis.of(
                            run(Network.initialized(regression, USUAL, seed), SQUARED, new Sgd().at(.05), sum, 40)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_run_of_few_steps_is_too_short_for_a_verdict_on_its_rate(int steps) {
        Network network = start(classifier(1, 8, new Activation.Relu()));
        int batch = Math.ceilDiv(x.numCols, steps);
        Trainer trainer =
                new Trainer(network, new TrainerSettings(CROSSENTROPY, new Adam().at(.3), batch, false, 1), x, inside);
        trainer.detail(true);
        RunRecorder recorder = new RunRecorder(network.layers());
        for (int step = 0; step < steps; step++) {
            recorder.step(trainer.step());
        }
        assertThat(recorder.series().updateRatio()[0][0]).isGreaterThan(0.1); // or it would prove nothing
        assertThat(Diagnosis.of(RunObservation.of(trainer, CROSSENTROPY, recorder.series(), x, inside)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_healthy_run_through_every_kind_of_layer_has_none(long seed) {
        Architecture architecture = new Architecture(
                2,
                List.of(
                        new GaussianNoise(.05),
                        new Dense(16, Activation.LINEAR),
                        new BatchNormalization(),
                        new ActivationLayer(new Activation.Relu()),
                        new Dropout(.1),
                        new Dense(16, new Activation.Tanh()),
                        new LayerNormalization(),
                        new Dense(1, Activation.LINEAR),
                        new ActivationLayer(new Activation.Sigmoid())));
        Network network = Network.initialized(architecture, USUAL, seed);
        assertThat(Diagnosis.of(run(network, CROSSENTROPY, new Adam().at(.01), inside, 40)))
                .isEmpty();
    }

    @Test
    void a_sick_layer_is_found_among_others() {
        Architecture architecture = new Architecture(
                2,
                List.of(
                        new BatchNormalization(),
                        new Dense(8, Activation.LINEAR),
                        new ActivationLayer(new Activation.Relu()),
                        new Dropout(.1),
                        new Dense(1, Activation.LINEAR),
                        new ActivationLayer(new Activation.Sigmoid())));
        Network network = Network.initialized(architecture, new Initializer.Ones(), 1);
        Arrays.fill(network.bias(1).data, -100);
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(.1), inside, 5);
        assertThat(first(run, UnitDiagnosis.Dead.class).layer()).isEqualTo(3);
        assertThat(first(run, UnitDiagnosis.Symmetric.class).layer()).isEqualTo(2);
    }

    @Test
    void a_run_that_has_not_begun_has_none() {
        assertThat(Diagnosis.of(
                        run(start(classifier(1, 8, new Activation.Tanh())), CROSSENTROPY, new Sgd().at(1), inside, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-5, 1e-4})
    void a_rate_that_is_too_small(double rate) {
        Network network = start(classifier(1, 8, new Activation.Tanh()));
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(rate), inside, 10);
        RateDiagnosis.TooSmall found = only(run, RateDiagnosis.TooSmall.class);
        assertThat(found.step()).isEqualTo(100);
        assertThat(found.ratio()).isBetween(rate * 1e-3, rate * 10);
        assertThat(found.moved()).isEqualTo(found.ratio() * 100);
        assertThat(found.evidence()).startsWith("In 100 steps the weights changed by less than ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e4, 1e6})
    void a_rate_that_is_far_too_large(double rate) {
        Network network = start(classifier(1, 8, new Activation.Tanh()));
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(rate), inside, 10);
        RateDiagnosis.TooLarge found = first(run, RateDiagnosis.TooLarge.class);
        double[] ratios = run.series().updateRatio()[found.layer() - 1];
        assertThat(found.ratio()).isGreaterThan(10).isEqualTo(ratios[(int) found.step() - 1]);
        assertThat(Arrays.stream(ratios).filter(Double::isFinite).max()).hasValue(found.ratio());
        assertThat(found.firstLoss()).isEqualTo(run.series().loss()[0]);
        assertThat(Diagnosis.of(run)).noneMatch(other -> other instanceof RateDiagnosis.TooSmall);
    }

    @Test
    void a_rate_that_bounces() {
        Network network = start(classifier(1, 8, new Activation.Tanh()));
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(20), inside, 20);
        assertThat(first(run, RateDiagnosis.TooLarge.class).lastLoss()).isGreaterThan(0.5);
    }

    @Test
    void numbers_that_stop_being_finite() {
        Network network = start(layers(1, 8, new Activation.Relu(), new Activation.Linear()));
        RunObservation run = run(network, SQUARED, new Sgd().at(50), sum, 20);
        assertThat(Diagnosis.of(run))
                .first()
                .asInstanceOf(InstanceOfAssertFactories.type(Diagnosis.NotFinite.class))
                .satisfies(found -> {
                    assertThat(found.first()).isEqualTo(run.nonFinite().orElseThrow());
                    assertThat(found.layer()).isEqualTo(found.first().layer());
                    assertThat(found.step()).isEqualTo(found.first().step());
                });
        RateDiagnosis.TooLarge cause = first(run, RateDiagnosis.TooLarge.class);
        assertThat(cause.lastLoss()).isInfinite();
        assertThat(cause.evidence()).endsWith("grew until it became infinite.");
    }

    @Test
    void gradients_that_vanish_in_ten_layers_of_sigmoids() {
        Network network = start(classifier(9, 6, new Activation.Sigmoid()));
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(.5), inside, 10);
        GradientDiagnosis.Vanishing found = only(run, GradientDiagnosis.Vanishing.class);
        assertThat(found.layer()).isEqualTo(1);
        assertThat(found.outputLayer()).isEqualTo(10);
        double[] norms = run.series().gradientNorm()[0].clone();
        Arrays.sort(norms);
        assertThat(found.norm()).isEqualTo(norms[50]);
        assertThat(found.norm()).isLessThan(1e-4 * found.outputNorm());
    }

    @Test
    void gradients_that_explode_in_layers_of_large_weights() {
        Network network = start(layers(8, 10, new Activation.LeakyRelu(), new Activation.Linear()));
        for (int layer = 0; layer < network.layers(); layer++) {
            for (int i = 0; i < network.kernel(layer).getNumElements(); i++) {
                network.kernel(layer).data[i] *= 4;
            }
        }
        RunObservation run = run(network, SQUARED, new Sgd().at(1e-13), sum, 2);
        GradientDiagnosis.Exploding found = first(run, GradientDiagnosis.Exploding.class);
        assertThat(found.step()).isEqualTo(1);
        assertThat(found.norm()).isEqualTo(run.series().gradientNorm()[found.layer() - 1][0]);
        assertThat(Stream.of(run.series().gradientNorm())
                        .mapToDouble(norms -> norms[0])
                        .max())
                .hasValue(found.norm());
    }

    @Test
    void relu_units_that_are_dead() {
        Network network = start(classifier(2, 8, new Activation.Relu()));
        Arrays.fill(network.bias(1).data, -100);
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(.1), inside, 10);
        UnitDiagnosis.Dead found = only(run, UnitDiagnosis.Dead.class);
        assertThat(found.layer()).isEqualTo(2);
        assertThat(found.dead()).isEqualTo(8).isEqualTo(found.units());
        assertThat(found.samples()).isEqualTo(200);
        assertThat(found.step()).isEqualTo(100);
        assertThat(found.largestSum()).isBetween(-100.0, -90.0);
    }

    @Test
    void tanh_units_that_are_saturated() {
        Network network = start(classifier(2, 8, new Activation.Tanh()));
        Arrays.fill(network.bias(0).data, 6);
        RunObservation run = run(network, CROSSENTROPY, new Sgd().at(.01), inside, 5);
        UnitDiagnosis.Saturated found = first(run, UnitDiagnosis.Saturated.class);
        assertThat(found.layer()).isEqualTo(1);
        assertThat(found.saturated()).isEqualTo(8);
        assertThat(found.slope()).isBetween(1e-6, 1e-3);
        assertThat(found.activation()).isEqualTo("tanh");
    }

    @Test
    void units_that_are_all_the_same() {
        for (Initializer equal :
                List.of(new Initializer.Zeros(), new Initializer.Ones(), new Initializer.Constant(.3))) {
            Network network = Network.initialized(classifier(1, 5, new Activation.Sigmoid()), equal, 1);
            RunObservation run = run(network, CROSSENTROPY, new Adam().at(.05), inside, 10);
            UnitDiagnosis.Symmetric found = first(run, UnitDiagnosis.Symmetric.class);
            assertThat(found.layer()).isEqualTo(1);
            assertThat(found.units()).isEqualTo(5);
            assertThat(found.weight()).isEqualTo(run.network().kernel(0).get(4, 0));
        }
    }

    @Test
    void targets_that_the_output_cannot_reach() {
        DMatrixRMaj prices = targets(x, (a, b) -> 200 + 50 * a);
        RunObservation run =
                run(start(classifier(1, 8, new Activation.Tanh())), SQUARED, new Adam().at(.01), prices, 10);
        FitDiagnosis.LossMisfit found = first(run, FitDiagnosis.LossMisfit.class);
        assertThat(found.layer()).isEqualTo(2);
        assertThat(found.evidence()).startsWith("200 of 200 targets lie outside of 0 … 1, which sigmoid never leaves");
    }

    @Test
    void an_output_that_the_loss_cannot_read() {
        Network network = start(layers(1, 8, new Activation.Tanh(), new Activation.Linear()));
        RunObservation run = run(network, SQUARED, new Sgd().at(.1), inside, 5);
        RunObservation with =
                new RunObservation(run.network(), CROSSENTROPY, run.series(), run.nonFinite(), run.x(), run.y());
        assertThat(only(with, FitDiagnosis.LossMisfit.class).evidence())
                .isEqualTo(CROSSENTROPY.misfit(1, new Activation.Linear()).orElseThrow());
    }

    @Test
    void samples_that_are_learned_by_heart() {
        SplittableRandom random = new SplittableRandom(2);
        DMatrixRMaj chance = targets(x, (a, b) -> random.nextInt(2));
        Network network = start(classifier(2, 32, new Activation.Relu()));
        DMatrixRMaj trainX = Columns.block(x, 0, 40);
        DMatrixRMaj heldX = Columns.block(x, 40, 160);
        RunObservation run = run(
                network,
                CROSSENTROPY,
                new Adam().at(.01),
                trainX,
                Columns.block(chance, 0, 40),
                300,
                heldX,
                Columns.block(chance, 40, 160));
        FitDiagnosis.Overfitting found = only(run, FitDiagnosis.Overfitting.class);
        assertThat(found.lowest())
                .isEqualTo(Arrays.stream(run.series().validationLoss()).min().orElseThrow());
        assertThat(found.step()).isLessThan(300);
        assertThat(found.validation()).isGreaterThan(1.2 * found.lowest());
        assertThat(found.training()).isLessThan(.8 * found.trainingThen());
    }

    @Test
    void a_network_whose_layers_are_all_frozen() {
        Architecture frozen = new Architecture(2, List.of(frozen(4), frozen(1)));
        RunObservation run = run(start(frozen), SQUARED, new Sgd().at(.1), sum, 3);
        assertThat(Diagnosis.of(run)).containsExactly(new Diagnosis.Standstill(30, true));
        Layer statistics = new BatchNormalization(0.9, 0.001, false, false, true);
        for (Layer moving : List.of(new Dense(1, new Activation.Linear()), statistics)) {
            Architecture half = new Architecture(2, List.of(frozen(4), moving, frozen(1)));
            assertThat(Diagnosis.of(run(start(half), SQUARED, new Sgd().at(.1), sum, 3)))
                    .noneMatch(Diagnosis.Standstill.class::isInstance);
        }
    }

    @Test
    void samples_of_which_none_counts() {
        TrainerSettings settings = new TrainerSettings(SQUARED, new Sgd().at(.1), 20, true, 1);
        for (double weight : new double[] {0, 1e-9}) {
            double[] weights = new double[x.numCols];
            Arrays.fill(weights, weight);
            Trainer trainer = Trainer.weighted(
                    start(layers(1, 4, new Activation.Tanh(), new Activation.Linear())), settings, x, sum, weights);
            RunRecorder recorder = new RunRecorder(2);
            trainer.detail(true);
            for (int step = 0; step < 10; step++) {
                recorder.step(trainer.step());
            }
            List<Diagnosis> found = Diagnosis.of(RunObservation.of(trainer, SQUARED, recorder.series(), x, sum));
            if (weight == 0) {
                assertThat(found).containsExactly(new Diagnosis.Standstill(10, false));
            } else {
                assertThat(found).noneMatch(Diagnosis.Standstill.class::isInstance);
            }
        }
    }

    private static Dense frozen(int units) {
        return new Dense(
                units, new Activation.Linear(), true, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void every_diagnosis_is_told_in_plain_sentences() {
        List<Diagnosis> all = List.of(
                new Diagnosis.NotFinite(new NonFinite(3, 1, "z")),
                new Diagnosis.Standstill(30, true),
                new GradientDiagnosis.Vanishing(10, 1, 1e-7, 3, 0.25),
                new GradientDiagnosis.Exploding(4, 2, 12345.678, 1.5),
                new UnitDiagnosis.Dead(10, 1, 8, 8, 100, -3.25),
                new UnitDiagnosis.Saturated(10, 1, "tanh", 8, 8, 100, 0.0123456),
                new UnitDiagnosis.Symmetric(10, 1, 8, 0),
                new RateDiagnosis.TooLarge(2, 1, 40, 0.7, 3),
                new RateDiagnosis.TooSmall(100, 1, 1e-7, 1e-5, 0.7, 0.7),
                new FitDiagnosis.LossMisfit(1, "So.", "Then."),
                new FitDiagnosis.Overfitting(30, 0.5, 0.4, 0.9, 0.1));
        assertThat(all).hasSize(Diagnosis.FINDERS.size());
        for (Diagnosis diagnosis : all) {
            assertThat(diagnosis.title()).matches("[A-Z].*[^.]");
            assertThat(diagnosis.evidence()).endsWith(".").doesNotContain("E-", "NaN times");
            assertThat(diagnosis.why().split("(?<=[.]) ")).as(diagnosis.why()).hasSize(2);
            assertThat(diagnosis.remedy()).endsWith(".");
        }
        assertThat(all.get(2).evidence())
                .isEqualTo("The gradient of layer 1 has a norm of about 1e−7, that of the last layer, layer 3, one of"
                        + " 0.25: 2.5e6 times as much.");
        assertThat(new RateDiagnosis.TooSmall(200, 1, 2.9e-4, 0.058, 0.7, 0.69).evidence())
                .isEqualTo("In 200 steps the weights changed by less than 5.8 % of their size: by about 0.029 % in each"
                        + " step. The loss was 0.7 in the first steps, and is 0.69 at the end.");
    }
}
