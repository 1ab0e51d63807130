package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.ClassCrossentropy;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.math.Columns;

/// What holds for every loss and for softmax, whatever the numbers.
class LossPropertiesTest {
    private static final List<Loss> SMOOTHED =
            List.of(new Loss.BinaryCrossentropy(0.1), new Loss.CategoricalCrossentropy(0.1));

    @Provide
    Arbitrary<Loss> losses() {
        return Arbitraries.of(
                Stream.concat(Loss.ALL.stream(), SMOOTHED.stream()).toList());
    }

    @Property(tries = 200)
    void softmax_columns_sum_to_one(
            @ForAll @IntRange(min = 1, max = 12) int classes,
            @ForAll @IntRange(min = 1, max = 6) int samples,
            @ForAll @DoubleRange(min = 0, max = 700) double spread,
            @ForAll long seed) {
        DMatrixRMaj z = Runs.points(classes, samples, seed);
        CommonOps_DDRM.scale(spread, z);
        DMatrixRMaj a = z.createLike();
        new Activation.Softmax().apply(z, a);
        for (int column = 0; column < samples; column++) {
            assertThat(Columns.sum(a, column)).isCloseTo(1, within(1e-12));
        }
        assertThat(Arrays.stream(a.data)).allMatch(p -> p >= 0 && p <= 1);
    }

    @Property(tries = 100)
    void the_order_of_samples_does_not_matter(
            @ForAll("losses") Loss loss, @ForAll @IntRange(min = 2, max = 30) int samples, @ForAll long seed) {
        DMatrixRMaj z = Runs.points(3, samples, seed);
        DMatrixRMaj prediction = z.createLike();
        new Activation.Softmax().apply(z, prediction);
        DMatrixRMaj target = Runs.targets(loss, 3, samples, seed);
        List<Integer> order = IntStream.range(0, samples).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));

        double value = loss.value(prediction, target);
        assertThat(loss.value(reordered(prediction, order), reordered(target, order)))
                .isCloseTo(value, within(1e-12 * Math.abs(value)));
    }

    @Property(tries = 100)
    void a_fused_form_equals_the_plain_one_where_nothing_is_clipped(
            @ForAll("losses") Loss loss, @ForAll @IntRange(min = 1, max = 8) int samples, @ForAll long seed) {
        for (Activation output : Activation.ALL) {
            if (loss.fusesWith(output)) {
                DMatrixRMaj z = Runs.points(3, samples, seed);
                DMatrixRMaj a = z.createLike();
                DMatrixRMaj target = Runs.targets(loss, 3, samples, seed);
                output.apply(z, a);
                assertThat(loss.fusedValue(z, a, target)).isCloseTo(loss.value(a, target), within(1e-12));

                DMatrixRMaj da = z.createLike();
                DMatrixRMaj dz = z.createLike();
                DMatrixRMaj fused = z.createLike();
                loss.gradient(a, target, da);
                output.backward(da, z, a, dz);
                loss.fusedGradient(z, a, target, fused);
                for (int i = 0; i < dz.getNumElements(); i++) {
                    assertThat(fused.data[i]).isCloseTo(dz.data[i], within(1e-12));
                }
            }
        }
    }

    @Property(tries = 100)
    void class_numbers_say_what_one_hot_targets_say(
            @ForAll @IntRange(min = 1, max = 8) int samples, @ForAll boolean fused, @ForAll long seed) {
        Loss sparse = new ClassCrossentropy.SparseCategoricalCrossentropy();
        Loss categorical = new Loss.CategoricalCrossentropy();
        DMatrixRMaj numbers = Runs.targets(sparse, 3, samples, seed);
        DMatrixRMaj oneHot = Runs.targets(categorical, 3, samples, seed);
        DMatrixRMaj z = Runs.points(3, samples, seed);
        DMatrixRMaj a = z.createLike();
        new Activation.Softmax().apply(z, a);
        DMatrixRMaj one = z.createLike();
        DMatrixRMaj other = z.createLike();
        if (fused) {
            sparse.fusedGradient(z, a, numbers, one);
            categorical.fusedGradient(z, a, oneHot, other);
            assertThat(sparse.fusedValue(z, a, numbers)).isEqualTo(categorical.fusedValue(z, a, oneHot));
        } else {
            sparse.gradient(a, numbers, one);
            categorical.gradient(a, oneHot, other);
            assertThat(sparse.value(a, numbers)).isEqualTo(categorical.value(a, oneHot));
        }
        assertThat(one.data).isEqualTo(other.data);
    }

    @Property(tries = 100)
    void playgrounds_loss_is_half_of_kerass(@ForAll @IntRange(min = 1, max = 8) int samples, @ForAll long seed) {
        Loss half = new NumberLoss.HalfSquaredError();
        Loss whole = new Loss.MeanSquaredError();
        DMatrixRMaj prediction = Runs.points(2, samples, seed);
        DMatrixRMaj target = Runs.points(2, samples, seed + 1);
        DMatrixRMaj dHalf = target.createLike();
        DMatrixRMaj dWhole = target.createLike();
        half.gradient(prediction, target, dHalf);
        whole.gradient(prediction, target, dWhole);
        assertThat(half.value(prediction, target)).isCloseTo(whole.value(prediction, target) / 2, within(1e-12));
        for (int i = 0; i < target.getNumElements(); i++) {
            assertThat(dHalf.data[i]).isCloseTo(dWhole.data[i] / 2, within(1e-12));
        }
    }

    private static DMatrixRMaj reordered(DMatrixRMaj matrix, List<Integer> order) {
        DMatrixRMaj reordered = matrix.createLike();
        for (int column = 0; column < matrix.numCols; column++) {
            Columns.copy(matrix, order.get(column), reordered, column);
        }
        return reordered;
    }
}
