package org.stepback.nn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Metrics against numbers computed by hand.
class MetricsTest {
    // predicted  yes, yes, no, no, yes; actual yes, no, no, yes, yes: TP 2, FP 1, FN 1, TN 1
    private final DMatrixRMaj prediction = row(.9, .6, .2, .4, .8);
    private final DMatrixRMaj target = row(1, 0, 0, 1, 1);

    private static ConfusionMatrix two(DMatrixRMaj prediction, DMatrixRMaj target) {
        return ConfusionMatrix.ofTwo(prediction, target, .5);
    }

    @Test
    void two_classes() {
        assertThat(two(prediction, target)).isEqualTo(new ConfusionMatrix(new long[][] {{1, 1}, {1, 2}}));
        assertThat(two(prediction, target).accuracy()).isEqualTo(3 / 5.0);
        assertThat(two(prediction, target).precision(1)).isEqualTo(2 / 3.0);
        assertThat(two(prediction, target).recall(1)).isEqualTo(2 / 3.0);
        assertThat(two(prediction, target).f1(1)).isEqualTo(4 / 6.0);
    }

    @Test
    @DisplayName("Without a yes in predictions or targets, precision, recall and F1 are 0, not NaN")
    void no_positives() {
        DMatrixRMaj no = row(0, 0, 0, 0, 0);
        assertThat(two(no, target).precision(1)).isZero();
        assertThat(two(no, target).recall(1)).isZero();
        assertThat(two(no, target).f1(1)).isZero();
        assertThat(two(prediction, no).precision(1)).isZero();
        assertThat(two(prediction, no).recall(1)).isZero();
        assertThat(two(no, no).f1(1)).isZero();
        assertThat(two(no, no).accuracy()).isEqualTo(1);
        assertThat(two(row(), row()).accuracy()).isNaN();
    }

    @Test
    @DisplayName("0.5 itself is no, as in Keras")
    void threshold() {
        assertThat(two(row(.5), row(0)).accuracy()).isEqualTo(1);
        assertThat(two(row(.5), row(1)).recall(1)).isZero();
    }

    @Test
    void more_classes() {
        // predicted 0, 2, 1, 1, 0 (the first of equals); actual 0, 2, 2, 1, 1
        DMatrixRMaj scores = new DMatrixRMaj(new double[][] {
            {.7, .1, .2, .1, .4},
            {.2, .3, .5, .8, .4},
            {.1, .6, .3, .1, .2}
        });
        DMatrixRMaj numbers = row(0, 2, 2, 1, 1);
        DMatrixRMaj oneHot = new DMatrixRMaj(new double[][] {
            {1, 0, 0, 0, 0},
            {0, 0, 0, 1, 1},
            {0, 1, 1, 0, 0}
        });
        ConfusionMatrix matrix = ConfusionMatrix.of(scores, numbers);
        assertThat(matrix).isEqualTo(new ConfusionMatrix(new long[][] {{1, 0, 0}, {1, 1, 0}, {0, 1, 1}}));
        assertThat(ConfusionMatrix.of(scores, oneHot)).isEqualTo(matrix).hasSameHashCodeAs(matrix);
        assertThat(matrix.count(2, 1)).isEqualTo(1);
        assertThat(matrix.accuracy()).isEqualTo(.6);
        assertThat(matrix.precision(0)).isEqualTo(.5);
        assertThat(matrix.recall(0)).isEqualTo(1);
        assertThat(matrix.f1(0)).isEqualTo(2 / 3.0);
        assertThat(matrix.precision(2)).isEqualTo(1);
        assertThat(matrix.recall(2)).isEqualTo(.5);
        assertThat(ConfusionMatrix.of(scores, oneHot).accuracy()).isEqualTo(.6);
    }

    @Test
    void numbers() {
        DMatrixRMaj y = row(3, -.5, 2, 7);
        DMatrixRMaj near = row(2.5, 0, 2, 8);
        assertThat(Metrics.mae(near, y)).isEqualTo(.5);
        assertThat(Metrics.r2(near, y)).as("scikit-learn's example").isCloseTo(0.9486081370449679, within(1e-15));
        assertThat(Metrics.r2(y, y)).isEqualTo(1);
        assertThat(Metrics.r2(row(2, 2, 2), row(1, 2, 3))).as("always the mean").isZero();
        assertThat(Metrics.r2(row(3, 2, 1), row(1, 2, 3))).isEqualTo(-3);
    }

    @Test
    @DisplayName("Equal targets have no variance: R² is 1 where they are met, else 0; one sample has none to speak of")
    void constant_targets() {
        assertThat(Metrics.r2(row(2, 2), row(2, 2))).isEqualTo(1);
        assertThat(Metrics.r2(row(2, 3), row(2, 2))).isZero();
        assertThat(Metrics.r2(row(2), row(2))).isNaN();
        DMatrixRMaj two = new DMatrixRMaj(new double[][] {{1, 2, 3}, {5, 5, 5}});
        DMatrixRMaj predicted = new DMatrixRMaj(new double[][] {{1, 2, 3}, {5, 5, 6}});
        assertThat(Metrics.r2(predicted, two)).as("the mean over outputs").isEqualTo(.5);
    }

    @Test
    void shapes() {
        assertThatThrownBy(() -> Metrics.mae(row(1, 2), row(1)))
                .hasMessage("The table of predictions is 1 × 2, but 1 × 1 is expected.");
    }

    private static DMatrixRMaj row(double... numbers) {
        return new DMatrixRMaj(1, numbers.length, true, numbers);
    }
}
