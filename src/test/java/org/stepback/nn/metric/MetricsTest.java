package org.stepback.nn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Runs;

/// Metrics against numbers computed by hand.
class MetricsTest {
    // predicted  yes, yes, no, no, yes; actual yes, no, no, yes, yes: TP 2, FP 1, FN 1, TN 1
    private final DMatrixRMaj prediction = row(.9, .6, .2, .4, .8);
    private final DMatrixRMaj target = row(1, 0, 0, 1, 1);

    @Test
    void twoClasses() {
        assertThat(ConfusionMatrix.ofTwo(prediction, target, .5))
                .isEqualTo(new ConfusionMatrix(new long[][] {{1, 1}, {1, 2}}));
        assertThat(Metrics.accuracy(prediction, target)).isEqualTo(3 / 5.0);
        assertThat(Metrics.precision(prediction, target)).isEqualTo(2 / 3.0);
        assertThat(Metrics.recall(prediction, target)).isEqualTo(2 / 3.0);
        assertThat(Metrics.f1(prediction, target)).isEqualTo(4 / 6.0);
    }

    @Test
    @DisplayName("Without a yes in predictions or targets, precision, recall and F1 are 0, not NaN")
    void noPositives() {
        DMatrixRMaj no = row(0, 0, 0, 0, 0);
        assertThat(Metrics.precision(no, target)).isZero();
        assertThat(Metrics.recall(no, target)).isZero();
        assertThat(Metrics.f1(no, target)).isZero();
        assertThat(Metrics.precision(prediction, no)).isZero();
        assertThat(Metrics.recall(prediction, no)).isZero();
        assertThat(Metrics.f1(no, no)).isZero();
        assertThat(Metrics.accuracy(no, no)).isEqualTo(1);
        assertThat(Metrics.accuracy(row(), row())).isNaN();
    }

    @Test
    @DisplayName("0.5 itself is no, as in Keras")
    void threshold() {
        assertThat(Metrics.accuracy(row(.5), row(0))).isEqualTo(1);
        assertThat(Metrics.recall(row(.5), row(1))).isZero();
    }

    @Test
    void moreClasses() {
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
        assertThat(Metrics.accuracy(scores, oneHot)).isEqualTo(.6);

        assertThat(Metrics.topKAccuracy(scores, numbers, 1))
                .as("a shared first place counts")
                .isEqualTo(.8);
        assertThat(Metrics.topKAccuracy(scores, oneHot, 2)).isEqualTo(1);
        assertThat(Metrics.topKAccuracy(scores, numbers, 3)).isEqualTo(1);
        scores.set(0, 0, Double.NaN);
        assertThat(Metrics.topKAccuracy(scores, numbers, 3))
                .as("NaN is never right")
                .isEqualTo(.8);
    }

    @Test
    void auc() {
        // the pairs of a yes and a no: .9 and .8 are above both .6 and .2, .4 is above .2 alone: 5 of 6
        assertThat(Metrics.auc(prediction, target)).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(Metrics.auc(row(.1, .4, .35, .8), row(0, 0, 1, 1)))
                .as("scikit-learn's example")
                .isEqualTo(.75);
        assertThat(Metrics.auc(row(.3, .3, .3), row(1, 0, 1))).as("all equal").isEqualTo(.5);
        assertThat(Metrics.auc(row(.2, .5, .5, .9), row(0, 1, 0, 1)))
                .as("one tie")
                .isEqualTo(3.5 / 4);
        assertThat(Metrics.auc(row(.2, .9), row(1, 0))).isZero();
        assertThat(Metrics.auc(row(.2, .9), row(1, 1))).as("no pairs").isNaN();
        assertThat(Metrics.auc(row(.2, .9), row(0, 0))).as("no pairs").isNaN();
        assertThat(Metrics.auc(row(.2, Double.NaN), row(0, 1))).isNaN();
    }

    @Property(tries = 100)
    void aucCountsPairs(@ForAll @IntRange(min = 2, max = 30) int samples, @ForAll long seed) {
        DMatrixRMaj scores = Runs.points(1, samples, seed);
        DMatrixRMaj labels = Runs.sides(Runs.points(1, samples, seed + 1));
        for (int i = 0; i < samples; i++) {
            scores.data[i] = Math.round(scores.data[i]); // many ties
        }
        double won = 0;
        double pairs = 0;
        for (int yes = 0; yes < samples; yes++) {
            for (int no = 0; no < samples; no++) {
                if (labels.data[yes] == 1 && labels.data[no] == 0) {
                    won += (Math.signum(scores.data[yes] - scores.data[no]) + 1) / 2;
                    pairs++;
                }
            }
        }
        assertThat(Double.valueOf(Metrics.auc(scores, labels)))
                .as("NaN without pairs")
                .isEqualTo(Double.valueOf(won / pairs));
    }

    @Test
    void numbers() {
        DMatrixRMaj y = row(3, -.5, 2, 7);
        DMatrixRMaj near = row(2.5, 0, 2, 8);
        assertThat(Metrics.mae(near, y)).isEqualTo(.5);
        assertThat(Metrics.rmse(near, y)).isCloseTo(Math.sqrt(.375), within(1e-15));
        assertThat(Metrics.r2(near, y)).as("scikit-learn's example").isCloseTo(0.9486081370449679, within(1e-15));
        assertThat(Metrics.r2(y, y)).isEqualTo(1);
        assertThat(Metrics.r2(row(2, 2, 2), row(1, 2, 3))).as("always the mean").isZero();
        assertThat(Metrics.r2(row(3, 2, 1), row(1, 2, 3))).isEqualTo(-3);
    }

    @Test
    @DisplayName("Equal targets have no variance: R² is 1 where they are met, else 0; one sample has none to speak of")
    void constantTargets() {
        assertThat(Metrics.r2(row(2, 2), row(2, 2))).isEqualTo(1);
        assertThat(Metrics.r2(row(2, 3), row(2, 2))).isZero();
        assertThat(Metrics.r2(row(2), row(2))).isNaN();
        DMatrixRMaj two = new DMatrixRMaj(new double[][] {{1, 2, 3}, {5, 5, 5}});
        DMatrixRMaj predicted = new DMatrixRMaj(new double[][] {{1, 2, 3}, {5, 5, 6}});
        assertThat(Metrics.r2(predicted, two)).as("the mean over outputs").isEqualTo(.5);
    }

    @Test
    void shapes() {
        assertThatThrownBy(() -> Metrics.rmse(row(1, 2), row(1)))
                .hasMessage("The table of predictions is 1 × 2, but 1 × 1 is expected.");
    }

    private static DMatrixRMaj row(double... numbers) {
        return new DMatrixRMaj(1, numbers.length, true, numbers);
    }
}
