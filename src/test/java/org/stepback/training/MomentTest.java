package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.training.series.Histogram;
import org.stepback.training.series.Moment;
import org.stepback.training.series.Moments;

class MomentTest {
    @Test
    void a_histogram_counts_each_number_in_its_part() {
        Histogram histogram = Histogram.of(new DMatrixRMaj(new double[][] {{0, 0.01, 0.5, 32, 31.5, 16.5}}));

        assertThat(histogram.low()).isZero();
        assertThat(histogram.high()).isEqualTo(32);
        assertThat(histogram.bins()[0]).isEqualTo((byte) 255); // three numbers, the most
        assertThat(histogram.bins()[31]).isEqualTo((byte) 170); // two of three
        assertThat(histogram.bins()[16]).isEqualTo((byte) 85);
        assertThat(histogram.bins()[7]).isZero();
    }

    @Test
    void numbers_that_are_not_finite_are_left_out_and_equal_ones_fill_one_part() {
        Histogram equal = Histogram.of(new DMatrixRMaj(new double[][] {{2, Double.NaN, 2, Double.POSITIVE_INFINITY}}));
        Histogram none = Histogram.of(new DMatrixRMaj(new double[][] {{Double.NaN}}));

        assertThat(equal.low()).isEqualTo(2).isEqualTo(equal.high());
        assertThat(equal.bins()).contains((byte) 255).containsOnly((byte) 255, (byte) 0);
        assertThat(none.low()).isNaN();
        assertThat(none.bins()).containsOnly((byte) 0);
    }

    /// One relu unit that is always negative beside one that is not; one sigmoid far out beside one near 0.
    @Test
    void shares_of_dead_and_saturated_units_are_counted_by_layer() {
        var architecture = new Architecture(
                1, List.of(new Dense(2, new Activation.Relu()), new Dense(2, new Activation.Sigmoid())));
        Network network = Network.of(
                architecture,
                List.of(
                        new Weights(column(-1, 1), column(-1, 1)),
                        new Weights(new DMatrixRMaj(new double[][] {{0, 1}, {0, 0.1}}), column(20, 0))));
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{0, 0.5, 1}});

        Moment moment = Moment.of(7, network, new Loss.MeanSquaredError(), x, new DMatrixRMaj(2, 3));

        assertThat(moment.step()).isEqualTo(7);
        assertThat(moment.layers().getFirst().dead()).isEqualTo(0.5);
        assertThat(moment.layers().getFirst().saturated()).isNaN();
        assertThat(moment.layers().getLast().dead()).isZero();
        assertThat(moment.layers().getLast().saturated()).isEqualTo(0.5);
        assertThat(moment.layers().getFirst().activations().high()).isEqualTo(2);
        assertThat(moment.layers().getFirst().weights().low()).isEqualTo(-1);
        assertThat(moment.layers().getFirst().gradients().low()).isLessThanOrEqualTo(0);
    }

    private static DMatrixRMaj column(double... numbers) {
        return new DMatrixRMaj(numbers.length, 1, true, numbers);
    }

    @Property(tries = 60)
    void the_moments_kept_are_multiples_of_a_stride_and_few_however_many_steps(
            @ForAll @IntRange(min = 0, max = 3_000) int last) {
        Moments moments = new Moments(0);
        for (long step = 0; step <= last; step++) {
            if (moments.wants(step)) {
                moments.add(new Moment(step, List.of()));
            }
        }

        long[] kept = moments.since(-1).stream().mapToLong(Moment::step).toArray();
        assertThat(kept)
                .isEqualTo(LongStream.rangeClosed(0, last)
                        .filter(step -> step % moments.stride() == 0)
                        .toArray());
        assertThat(kept.length).isBetween(1, Moments.CAPACITY);
        assertThat(last / moments.stride())
                .isGreaterThanOrEqualTo(moments.stride() == 1 ? 0 : Moments.CAPACITY / 2 - 1);
    }

    @Test
    void moments_come_back_as_they_were() throws IOException {
        Moments moments = ofARun();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        moments.write(new DataOutputStream(bytes));
        Moments back = new Moments(2);
        back.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(back.since(-1)).isEqualTo(moments.since(-1)).hasSizeGreaterThan(5);
        assertThat(back.stride()).isEqualTo(moments.stride());
        assertThatThrownBy(
                        () -> new Moments(3).read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class);
    }

    private static Moments ofARun() {
        RunEngine engine = new RunEngine(Setups.small(20));
        while (!engine.isDone()) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
            }
        }
        return engine.record().copy().moments();
    }
}
