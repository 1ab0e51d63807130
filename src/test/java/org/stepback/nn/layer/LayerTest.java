package org.stepback.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.Architecture;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.GradientCheck;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;
import org.stepback.nn.Runs;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Tunable;

@DisplayName("Every layer")
class LayerTest {
    private static final Loss MSE = new Loss.MeanSquaredError();
    private static final double RATE = 0.1;

    /// Each layer with its own settings, and with every flag turned and every choice made.
    static List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(Layer.ALL);
        for (Layer layer : Layer.ALL) {
            for (Hyperparameter setting : layer.hyperparameters()) {
                switch (setting) {
                    case Hyperparameter.Flag flag -> layers.add(Tunable.with(layer, flag.name(), !flag.value()));
                    case Hyperparameter.Choice choice ->
                        choice.all().forEach(thing -> layers.add(Tunable.with(layer, choice.name(), thing)));
                    default -> {}
                }
            }
        }
        return layers.stream()
                .filter(layer -> layer.activation() instanceof Activation.Elementwise)
                .map(LayerTest::smooth)
                .distinct()
                .toList();
    }

    /// The same with tanh for relu, whose kink differences do not see past.
    private static Layer smooth(Layer layer) {
        if (layer instanceof Dense dense && dense.activation().equals(new Activation.Relu())) {
            return dense.with(new Activation.Tanh());
        }
        return layer;
    }

    /// Between dense layers, so that gradients pass through it.
    private static Network around(Layer layer, long seed) {
        var architecture = new Architecture(
                3, List.of(Runs.dense(4, "tanh"), layer, Runs.dense(3, "tanh"), Runs.dense(2, "linear")));
        return shaken(Runs.network(architecture, seed), seed);
    }

    /// The network with weights none of which is 0 or 1, and variances above 0.
    private static Network shaken(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Weights> weights = IntStream.range(0, network.layers())
                .mapToObj(network::weights)
                .map(Weights::copy)
                .toList();
        for (int layer = 0; layer < weights.size(); layer++) {
            Optional<String> bias = network.layer(layer).tensors().bias();
            Optional<String> kernel = network.layer(layer).tensors().kernel();
            double[] w = weights.get(layer).kernel().data;
            for (int i = 0; i < w.length && kernel.isPresent(); i++) {
                w[i] += random.nextDouble(-0.4, 0.4);
            }
            double[] b = weights.get(layer).bias().data;
            for (int i = 0; i < b.length && bias.isPresent(); i++) {
                b[i] += random.nextDouble(-0.4, 0.4);
            }
            for (DMatrixRMaj statistic : weights.get(layer).statistics()) {
                for (int i = 0; i < statistic.getNumElements(); i++) {
                    statistic.data[i] += random.nextDouble(0, 0.5);
                }
            }
        }
        return Network.of(network.architecture(), weights);
    }

    @Test
    @DisplayName("is checked: ALL has every kind, each once and by its name")
    void all() {
        assertThat(Stream.of(Layer.class.getPermittedSubclasses()))
                .containsExactlyInAnyOrderElementsOf(
                        Layer.ALL.stream().<Class<?>>map(Layer::getClass).toList());
        assertThat(Layer.ALL).allSatisfy(layer -> {
            assertThat(Layer.named(layer.name())).contains(layer);
            assertThat(layer.problem()).isEmpty();
        });
        assertThat(layers())
                .extracting(Layer::name)
                .containsAll(Layer.ALL.stream().map(Layer::name).toList());
        assertThat(Regularizer.ALL).allSatisfy(penalty -> assertThat(layers())
                .anyMatch(layer -> layer instanceof Dense dense
                        && dense.kernelRegularizer().equals(Optional.of(penalty))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("has gradients that are the slopes of the loss, and passes them on")
    void gradients(Layer layer) {
        GradientCheck best = null;
        for (long seed = 1; seed <= 20; seed++) { // a kink of an activation may lie near one of them
            Network network = around(layer, seed);
            GradientCheck found = GradientCheck.worst(network, MSE, Runs.points(3, 6, seed), Runs.points(2, 6, seed));
            best = best == null || found.relativeError() < best.relativeError() ? found : best;
        }
        assertThat(best.relativeError()).as(best.toString()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("takes the step of its gradients, though batches are padded to the width of vectors")
    void step(Layer layer) {
        Network network = around(layer, 3);
        DMatrixRMaj x = Runs.points(3, 13, 3);
        DMatrixRMaj y = Runs.points(2, 13, 4);
        var settings = new TrainerSettings(MSE, new Sgd().at(RATE), 13, false, 7);
        Trainer trainer = new Trainer(network, settings, x, y);
        Gradients gradients = Gradients.of(network, MSE, x, y, new double[0], Phase.training(7, 1));
        StepReport report = trainer.step();
        assertThat(report.loss()).isCloseTo(gradients.loss(), within(1e-12));
        for (int i = 0; i < network.layers(); i++) {
            boolean learns = network.layer(i).trainable();
            double rate = learns ? RATE : 0;
            assertMoved(
                    network.kernel(i),
                    gradients.dW().get(i),
                    rate,
                    trainer.network().kernel(i));
            assertMoved(
                    network.bias(i),
                    gradients.db().get(i),
                    rate,
                    trainer.network().bias(i));
        }
    }

    private static void assertMoved(DMatrixRMaj before, DMatrixRMaj gradient, double rate, DMatrixRMaj after) {
        for (int i = 0; i < before.getNumElements(); i++) {
            assertThat(after.data[i]).isCloseTo(before.data[i] - rate * gradient.data[i], within(1e-13));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("gives the same prediction for a sample alone as among others")
    void evaluation(Layer layer) {
        Network network = around(layer, 5);
        DMatrixRMaj x = Runs.points(3, 9, 5);
        DMatrixRMaj together = network.predict(x);
        for (int sample = 0; sample < x.numCols; sample++) {
            DMatrixRMaj alone = network.predict(Columns.block(x, sample, 1));
            for (int row = 0; row < alone.numRows; row++) {
                assertThat(alone.get(row, 0)).isCloseTo(together.get(row, sample), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("counts its numbers as a checkpoint holds them")
    void parameters(Layer layer) {
        Network network = around(layer, 1);
        var settings = new TrainerSettings(MSE, new Adam(), 4, true, 7);
        Trainer trainer = new Trainer(network, settings, Runs.points(3, 8, 1), Runs.points(2, 8, 1));
        Checkpoint checkpoint = trainer.checkpoint();
        assertThat(checkpoint.weights()).hasSize((int) network.architecture().parameters());
        assertThat(checkpoint.optimizerState())
                .hasSize(2 * (int) network.architecture().trainableParameters());
    }

    @Test
    @DisplayName("that is random draws the numbers of a SplittableRandom, which follow from seed, step and layer")
    void noise() {
        long seed = Phase.training(11, 3).seedOf(1);
        SplittableRandom random = new SplittableRandom(seed);
        for (int place = 0; place < 1000; place++) {
            assertThat(Noise.unit(seed, place)).isEqualTo((random.nextLong() >>> 11) * 0x1.0p-53);
        }
        assertThat(Stream.of(
                        Phase.training(11, 3).seedOf(0),
                        Phase.training(11, 4).seedOf(1),
                        Phase.training(12, 3).seedOf(1)))
                .doesNotContain(seed);
    }

    @Test
    void dropout_drops_its_share_and_scales_the_rest() {
        DMatrixRMaj z = trained(new Dropout(0.3), ones(200, 100));
        for (int i = 0; i < z.getNumElements(); i++) {
            assertThat(z.data[i]).isIn(0.0, 1 / (1 - 0.3));
        }
        assertThat(CommonOps_DDRM.elementSum(z) / z.getNumElements()).isCloseTo(1, within(0.02));
    }

    @Test
    void gaussian_noise_has_its_deviation() {
        DMatrixRMaj z = trained(new GaussianNoise(0.5), new DMatrixRMaj(200, 100));
        int n = z.getNumElements();
        double mean = CommonOps_DDRM.elementSum(z) / n;
        double within1 =
                IntStream.range(0, n).filter(i -> Math.abs(z.data[i]) < 0.5).count();
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(Math.sqrt(Tensors.norm(z) * Tensors.norm(z) / n)).isCloseTo(0.5, within(0.01));
        assertThat(within1 / n)
                .as("of a normal distribution, within one deviation")
                .isCloseTo(0.6827, within(0.01));
    }

    @Test
    void a_rate_of0_changes_nothing() {
        DMatrixRMaj x = Runs.points(3, 5, 1);
        assertThat(trained(new Dropout(0), x).data).isEqualTo(x.data);
        assertThat(trained(new GaussianNoise(0), x).data).isEqualTo(x.data);
    }

    @Test
    void evaluation_is_without_noise() {
        DMatrixRMaj x = Runs.points(3, 5, 1);
        for (Layer layer : List.of(new Dropout(0.9), new GaussianNoise(1))) {
            Network network = network(layer, 3);
            assertThat(network.forward(x).z().getFirst().data).isEqualTo(x.data);
        }
    }

    /// The layer's z in a step of training.
    private static DMatrixRMaj trained(Layer layer, DMatrixRMaj x) {
        DMatrixRMaj z = x.createLike();
        ForwardCache cache = new ForwardCache(0, x.numCols, layer.cache(x.numRows, x.numCols));
        layer.forward(layer.blank(x.numRows), x, z, cache, Phase.training(1, 1));
        return z;
    }

    private static Network network(Layer layer, int inputs) {
        return Runs.network(new Architecture(inputs, List.of(layer, Runs.dense(1, "linear"))), 1);
    }

    private static DMatrixRMaj ones(int rows, int columns) {
        DMatrixRMaj ones = new DMatrixRMaj(rows, columns);
        CommonOps_DDRM.fill(ones, 1);
        return ones;
    }
}
