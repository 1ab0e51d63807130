package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// What holds for every loss and for softmax, whatever the numbers.
class LossPropertiesTest {
    @Provide
    Arbitrary<Loss> losses() {
        return Arbitraries.of(Loss.ALL);
    }

    @Property(tries = 200)
    void softmaxColumnsSumToOne(
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
    void theOrderOfSamplesDoesNotMatter(
            @ForAll("losses") Loss loss, @ForAll @IntRange(min = 2, max = 30) int samples, @ForAll long seed) {
        DMatrixRMaj z = Runs.points(3, samples, seed);
        DMatrixRMaj prediction = z.createLike();
        new Activation.Softmax().apply(z, prediction);
        DMatrixRMaj target = oneHot(samples, seed);
        List<Integer> order = IntStream.range(0, samples).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));

        double value = loss.value(prediction, target);
        assertThat(loss.value(reordered(prediction, order), reordered(target, order)))
                .isCloseTo(value, within(1e-12 * Math.abs(value)));
    }

    @Property(tries = 100)
    void aFusedFormEqualsThePlainOneWhereNothingIsClipped(
            @ForAll("losses") Loss loss, @ForAll @IntRange(min = 1, max = 8) int samples, @ForAll long seed) {
        for (Activation output : Activation.ALL) {
            if (loss.fusesWith(output)) {
                DMatrixRMaj z = Runs.points(3, samples, seed);
                DMatrixRMaj a = z.createLike();
                DMatrixRMaj target = oneHot(samples, seed);
                output.apply(z, a);
                assertThat(loss.fusedValue(z, target)).isCloseTo(loss.value(a, target), within(1e-12));

                DMatrixRMaj da = z.createLike();
                DMatrixRMaj dz = z.createLike();
                DMatrixRMaj fused = z.createLike();
                loss.gradient(a, target, da);
                output.pull(da, z, a, dz);
                loss.fusedGradient(z, a, target, fused);
                for (int i = 0; i < dz.getNumElements(); i++) {
                    assertThat(fused.data[i]).isCloseTo(dz.data[i], within(1e-12));
                }
            }
        }
    }

    private static DMatrixRMaj oneHot(int samples, long seed) {
        DMatrixRMaj target = new DMatrixRMaj(3, samples);
        Random random = new Random(seed);
        for (int column = 0; column < samples; column++) {
            target.set(random.nextInt(3), column, 1);
        }
        return target;
    }

    private static DMatrixRMaj reordered(DMatrixRMaj matrix, List<Integer> order) {
        DMatrixRMaj reordered = matrix.createLike();
        for (int column = 0; column < matrix.numCols; column++) {
            Columns.copy(matrix, order.get(column), reordered, column);
        }
        return reordered;
    }
}
