package org.stepback.nn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ROC and precision–recall at every threshold")
class ThresholdCurveTest {
    /// The example of scikit-learn's roc_curve: fpr 0, 0, 0.5, 0.5, 1 and tpr 0, 0.5, 0.5, 1, 1.
    @Test
    void scikit_learns_example() {
        ThresholdCurve curve =
                ThresholdCurve.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

        assertThat(curve.threshold()).containsExactly(Double.POSITIVE_INFINITY, 0.8, 0.4, 0.35, 0.1);
        assertThat(curve.falsePositiveRate()).containsExactly(0, 0, 0.5, 0.5, 1);
        assertThat(curve.recall()).containsExactly(0, 0.5, 0.5, 1, 1);
        assertThat(curve.precision()).containsExactly(1, 1, 0.5, 2.0 / 3, 0.5);
        assertThat(curve.area()).isEqualTo(0.75);
    }

    @Property(tries = 200)
    void the_area_is_the_share_of_pairs_in_the_right_order(
            @ForAll @IntRange(min = 2, max = 60) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] outputs = new double[n];
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            outputs[i] = random.nextInt(8) / 8.0; // equal ones too
            yes[i] = i == 0 || i > 1 && random.nextBoolean();
        }
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (yes[i] && !yes[j]) {
                    won += (Math.signum(outputs[i] - outputs[j]) + 1) / 2;
                    pairs++;
                }
            }
        }
        assertThat(ThresholdCurve.of(outputs, yes).area()).isCloseTo(won / pairs, within(1e-12));
    }

    @Test
    void areas_by_hand() {
        // the pairs of a yes and a no: 0.9 and 0.8 are above both 0.6 and 0.2, 0.4 is above 0.2 alone: 5 of 6
        double[] outputs = {.9, .6, .2, .4, .8};
        assertThat(area(outputs, true, false, false, true, true)).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(area(new double[] {.3, .3, .3}, true, false, true))
                .as("all equal")
                .isEqualTo(.5);
        assertThat(area(new double[] {.2, .5, .5, .9}, false, true, false, true))
                .as("one tie")
                .isEqualTo(3.5 / 4);
        assertThat(area(new double[] {.2, .9}, true, false)).isZero();
        assertThat(area(new double[] {.2, .9}, true, true)).as("no pairs").isNaN();
    }

    private static double area(double[] outputs, boolean... yes) {
        return ThresholdCurve.of(outputs, yes).area();
    }

    @Test
    void a_thinned_curve_keeps_its_ends() {
        int n = 1_000;
        double[] outputs = new double[n];
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            outputs[i] = i;
            yes[i] = i % 3 == 0;
        }

        ThresholdCurve few = ThresholdCurve.of(outputs, yes).thinned(50);

        assertThat(few.recall()).hasSize(50).startsWith(0).endsWith(1).isSorted();
        assertThat(few.falsePositiveRate()).startsWith(0).endsWith(1).isSorted();
    }

    @Test
    void without_a_yes_there_is_no_recall() {
        ThresholdCurve curve = ThresholdCurve.of(new double[] {0.1, 0.4}, new boolean[2]);

        assertThat(curve.recall()).containsOnly(Double.NaN);
        assertThat(curve.area()).isNaN();
    }
}
