package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Sgd;

/// A run is a pure function of its inputs, bit for bit.
class TrainerPropertiesTest {
    @Provide
    Arbitrary<Optimization> optimizers() {
        return Arbitraries.of(Optimizations.ALL);
    }

    /// The lesson's network, and one of every kind of layer.
    @Provide
    Arbitrary<Architecture> architectures() {
        return Arbitraries.of(Runs.lesson(), Runs.everyLayer(Runs.dense(1, "sigmoid")));
    }

    @Property(tries = 150)
    void two_equal_runs_are_equal(
            @ForAll("optimizers") Optimization optimizer,
            @ForAll @IntRange(min = 10, max = 50) int samples,
            @ForAll @IntRange(min = 1, max = 10) int batch,
            @ForAll boolean shuffle,
            @ForAll("architectures") Architecture architecture,
            @ForAll long seed) {
        Trainer one = Runs.run(architecture, optimizer, samples, batch, shuffle, seed);
        Trainer other = Runs.run(architecture, optimizer, samples, batch, shuffle, seed);
        for (int step = 0; step < 30; step++) {
            assertSameBits(one.step().loss(), other.step().loss());
        }
        assertSame(one.checkpoint(), other.checkpoint());
    }

    @Property(tries = 150)
    void a_run_split_by_a_checkpoint_equals_the_unbroken_run(
            @ForAll("optimizers") Optimization optimizer,
            @ForAll @IntRange(min = 10, max = 50) int samples,
            @ForAll @IntRange(min = 1, max = 10) int batch,
            @ForAll boolean shuffle,
            @ForAll @IntRange(max = 29) int splitAt,
            @ForAll("architectures") Architecture architecture,
            @ForAll long seed) {
        Supplier<Trainer> run = () -> Runs.run(architecture, optimizer, samples, batch, shuffle, seed);
        Trainer unbroken = run.get();
        Trainer before = run.get();
        steps(unbroken, splitAt);
        steps(before, splitAt);

        Trainer after = run.get();
        steps(after, 3); // where it stood before must not matter
        after.restore(before.checkpoint());
        for (int step = splitAt; step < 30; step++) {
            assertSameBits(after.step().loss(), unbroken.step().loss());
        }
        assertSame(after.checkpoint(), unbroken.checkpoint());
        assertThat(after.epoch()).isEqualTo(unbroken.epoch());
    }

    @Property(tries = 40)
    void an_epoch_takes_every_sample_once(
            @ForAll @IntRange(min = 1, max = 60) int samples,
            @ForAll @IntRange(min = 1, max = 60) int batch,
            @ForAll boolean shuffle,
            @ForAll long seed) {
        int width = Math.min(batch, samples);
        var settings = new TrainerSettings(new Loss.MeanSquaredError(), new Sgd(), width, shuffle, seed);
        var x = Runs.points(1, samples, seed);
        Sampler sampler = new Sampler(x, x, new double[0], settings);
        for (int epoch = 0; epoch < 3; epoch++) {
            double sum = 0;
            for (int i = 0; i < sampler.stepsPerEpoch(); i++) {
                long step = (long) epoch * sampler.stepsPerEpoch() + i;
                var architecture = Runs.lesson();
                int columns = sampler.endsEpoch(step) ? sampler.lastWidth() : width;
                Batch loaded = Batch.buffers(new Architecture(1, architecture.layers()), columns, false);
                sampler.load(step, loaded);
                sum += Math.pow(Tensors.norm(Columns.block(loaded.x(), 0, columns)), 2);
            }
            assertThat(sum).isCloseTo(Math.pow(Tensors.norm(x), 2), Percentage.withPercentage(1e-9));
        }
    }

    private static void steps(Trainer trainer, int count) {
        for (int step = 0; step < count; step++) {
            trainer.step();
        }
    }

    private static void assertSame(Checkpoint one, Checkpoint other) {
        assertThat(one.step()).isEqualTo(other.step());
        assertSameBits(one.weights(), other.weights());
        assertSameBits(one.optimizerState(), other.optimizerState());
        assertSameBits(one.epochState(), other.epochState());
    }

    private static void assertSameBits(double[] one, double[] other) {
        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < one.length; i++) {
            assertSameBits(one[i], other[i]);
        }
    }

    private static void assertSameBits(double one, double other) {
        assertThat(Double.doubleToRawLongBits(one)).isEqualTo(Double.doubleToRawLongBits(other));
    }
}
