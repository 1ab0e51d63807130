package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.activation.Activation;
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
import org.stepback.nn.regularizer.Regularizer;

/// What holds for every network, whatever its layers.
class NetworkPropertiesTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 3;

    /// Activations without kinks: differences do not see past one.
    private static Arbitrary<Activation> curves() {
        return Arbitraries.of(Activation.ALL.stream()
                .filter(Activation.Elementwise.class::isInstance)
                .filter(f -> ActivationKinks.of(f).isEmpty()
                        && !f.name().equals("exponential")) // which grows beyond any digits
                .toList());
    }

    private static Arbitrary<Layer> steady() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<Optional<Regularizer>> penalties = Arbitraries.<Regularizer>of(
                        new Regularizer.L2(0.1), new Regularizer.PlaygroundL2(0.2))
                .optional();
        Arbitrary<Layer> dense = Combinators.combine(
                        Arbitraries.integers().between(1, 5), curves(), flags, flags, penalties, penalties)
                .as((units, f, bias, trained, w, b) -> new Dense(units, f, bias, trained, w, b, Optional.empty()));
        return Arbitraries.oneOf(
                dense,
                curves().map(ActivationLayer::new),
                Combinators.combine(flags, flags, flags)
                        .as((center, scale, trained) -> new BatchNormalization(0.9, 0.01, center, scale, trained)),
                Combinators.combine(flags, flags)
                        .as((center, scale) -> new LayerNormalization(0.1, center, scale, true)));
    }

    private static Arbitrary<Layer> any() {
        return Arbitraries.oneOf(
                steady(),
                Arbitraries.doubles().between(0, 0.8).map(Dropout::new),
                Arbitraries.doubles().between(0, 1).map(GaussianNoise::new));
    }

    private static Arbitrary<Architecture> architectures(Arbitrary<Layer> layers) {
        Arbitrary<Activation> outputs = Arbitraries.of(new Activation.Linear(), new Activation.Softmax());
        return Combinators.combine(layers.list().ofMaxSize(5), outputs).as((hidden, output) -> {
            List<Layer> all = new ArrayList<>(hidden);
            all.add(new Dense(OUTPUTS, output));
            return new Architecture(INPUTS, all);
        });
    }

    @Provide
    Arbitrary<Architecture> anyLayers() {
        return architectures(any());
    }

    @Provide
    Arbitrary<Architecture> steadyLayers() {
        return architectures(steady());
    }

    @Property(tries = 150)
    void gradients_are_the_slopes_of_the_loss(
            @ForAll("anyLayers") Architecture architecture,
            @ForAll @IntRange(min = 2, max = 7) int batch,
            @ForAll @IntRange(max = 10_000) int seed) {
        Loss loss = architecture.output().activation() instanceof Activation.Softmax
                ? new Loss.CategoricalCrossentropy()
                : new Loss.MeanSquaredError();
        DMatrixRMaj y = Runs.targets(loss, OUTPUTS, batch, seed);
        GradientCheck worst =
                GradientCheck.worst(Runs.network(architecture, seed), loss, Runs.points(INPUTS, batch, seed), y);
        assertThat(worst.relativeError()).as(worst.toString()).isLessThan(1e-6);
    }

    @Property(tries = 100)
    void the_order_of_samples_in_a_batch_does_not_matter(
            @ForAll("steadyLayers") Architecture architecture,
            @ForAll @IntRange(min = 2, max = 20) int batch,
            @ForAll long seed) {
        Loss loss = new Loss.MeanSquaredError();
        Network network = Runs.network(architecture, seed);
        DMatrixRMaj x = Runs.points(INPUTS, batch, seed);
        DMatrixRMaj y = Runs.points(OUTPUTS, batch, seed + 1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, batch).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        Gradients one = Gradients.of(network, loss, x, y);
        Gradients other = Gradients.of(network, loss, ordered(x, order), ordered(y, order));

        assertThat(other.loss()).isCloseTo(one.loss(), within(1e-12 * (1 + Math.abs(one.loss()))));
        for (int layer = 0; layer < network.layers(); layer++) {
            assertClose(other.dW().get(layer), one.dW().get(layer));
            assertClose(other.db().get(layer), one.db().get(layer));
        }
    }

    private static DMatrixRMaj ordered(DMatrixRMaj matrix, List<Integer> order) {
        DMatrixRMaj ordered = matrix.createLike();
        for (int column = 0; column < order.size(); column++) {
            Columns.copy(matrix, order.get(column), ordered, column);
        }
        return ordered;
    }

    private static void assertClose(DMatrixRMaj actual, DMatrixRMaj expected) {
        double scale = 1e-10 * (1 + CommonOps_DDRM.elementMaxAbs(expected));
        for (int i = 0; i < expected.getNumElements(); i++) {
            assertThat(actual.data[i]).isCloseTo(expected.data[i], within(scale));
        }
    }

    @Property(tries = 15)
    void a_run_on_one_thread_equals_runs_on_several(
            @ForAll("anyLayers") Architecture architecture, @ForAll boolean shuffle, @ForAll long seed)
            throws Exception {
        Callable<Checkpoint> run = () -> {
            var settings = new TrainerSettings(new Loss.MeanSquaredError(), new Adam(), 7, shuffle, seed);
            DMatrixRMaj x = Runs.points(INPUTS, 30, seed);
            Trainer trainer =
                    new Trainer(Runs.network(architecture, seed), settings, x, Runs.points(OUTPUTS, 30, seed));
            for (int step = 0; step < 40; step++) {
                trainer.step();
            }
            return trainer.checkpoint();
        };
        Checkpoint alone = run.call();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Checkpoint> beside : threads.invokeAll(Collections.nCopies(4, run))) {
                assertThat(beside.get().weights()).isEqualTo(alone.weights());
                assertThat(beside.get().optimizerState()).isEqualTo(alone.optimizerState());
            }
        }
    }
}
