package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Dataset FIVE = Dataset.ofRows(
            new double[][] {{1, 10}, {2, 20}, {3, 30}, {4, 40}, {5, 50}}, new double[][] {{0}, {1}, {0}, {1}, {1}});

    @Test
    void rows_become_columns() {
        assertThat(FIVE.inputs()).isEqualTo(2);
        assertThat(FIVE.outputs()).isEqualTo(1);
        assertThat(FIVE.samples()).isEqualTo(5);
        assertThat(FIVE.x().get(1, 3)).isEqualTo(40);
        assertThat(FIVE.features()).containsExactly("x1", "x2");
    }

    @Test
    void the_last_samples_validate() {
        Split split = FIVE.split(.4);
        assertThat(split.train().x().getData()).containsExactly(1, 2, 3, 10, 20, 30);
        assertThat(split.train().y().getData()).containsExactly(0, 1, 0);
        assertThat(split.validation().x().getData()).containsExactly(4, 5, 40, 50);
        assertThat(split.validation().classes()).containsExactly("0", "1");
    }

    @Test
    void the_number_of_training_samples_is_kerass() {
        // int(math.floor(n * (1.0 - split))) in Python
        assertThat(Dataset.trainingSamples(5, .2)).isEqualTo(4);
        assertThat(Dataset.trainingSamples(10, .3)).isEqualTo(7);
        assertThat(Dataset.trainingSamples(10, .9)).isEqualTo(0);
        assertThat(Dataset.trainingSamples(400, .2)).isEqualTo(320);
    }

    @Test
    void nothing_is_held_out_with_a_split_of_zero() {
        assertThat(FIVE.split(0).train().samples()).isEqualTo(5);
        assertThat(FIVE.split(0).validation().samples()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.split(1));
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.split(Double.NaN));
    }

    @Test
    void mixing_keeps_each_sample_together() {
        Dataset mixed = FIVE.mixed(3);
        assertThat(mixed.x().getData()).isNotEqualTo(FIVE.x().getData());
        double[] first = Arrays.copyOf(mixed.x().getData(), 5);
        for (int i = 0; i < 5; i++) {
            assertThat(mixed.x().get(1, i)).isEqualTo(10 * first[i]);
            assertThat(mixed.y().get(0, i)).isEqualTo(first[i] == 1 || first[i] == 3 ? 0 : 1);
        }
        Arrays.sort(first);
        assertThat(first).containsExactly(1, 2, 3, 4, 5);
        assertThat(FIVE.mixed(3).x().getData()).isEqualTo(mixed.x().getData());
    }

    @Test
    void targets_imply_their_classes() {
        assertThat(FIVE.classes()).containsExactly("0", "1");
        assertThat(Dataset.impliedClasses(new double[][] {{1, 0, 0}, {0, 0, 1}}))
                .containsExactly("1", "2", "3");
        assertThat(Dataset.impliedClasses(new double[][] {{1, 0, 1}, {0, 0, 1}}))
                .isEmpty();
        assertThat(Dataset.impliedClasses(new double[][] {{.5}, {1}})).isEmpty();
    }

    @Test
    void columns_of_0_and_1_are_labels_unless_each_row_has_exactly_one_1() {
        double[][] x = {{1, 0}, {1, 1}, {0, 1}};
        Dataset labels = Dataset.ofRows(x, new double[][] {{1, 1}, {0, 1}, {0, 0}});
        assertThat(labels.multiLabel()).isTrue();
        assertThat(labels.hasAnswers()).isTrue();
        assertThat(labels.classes()).isEmpty();
        assertThat(labels.labels()).containsExactly("y1", "y2");
        assertThat(labels.split(0.5).train().multiLabel())
                .as("also of a part that does not show it")
                .isTrue();
        assertThat(labels.mixed(1).weighted(new double[] {1, 2, 3}).multiLabel())
                .isTrue();
        Dataset oneHot = Dataset.ofRows(x, new double[][] {{1, 0}, {0, 1}, {0, 1}});
        assertThat(oneHot.multiLabel()).isFalse();
        assertThat(oneHot.classes()).containsExactly("1", "2");
        Dataset numbers = Dataset.ofRows(x, new double[][] {{1, 1}, {0, 1}, {0, 0.5}});
        assertThat(numbers.hasAnswers()).isFalse();
        assertThat(FIVE.multiLabel()).isFalse();
        assertThat(FIVE.hasAnswers()).isTrue();
    }

    @Test
    void shapes_that_do_not_fit_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofRows(new double[][] {{1}, {2, 3}}, new double[][] {{0}, {1}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofRows(new double[][] {{1}, {2}}, new double[][] {{0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Dataset.ofRows(new double[0][], new double[0][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofRows(new double[][] {{Double.NaN}}, new double[][] {{0}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(new DMatrixRMaj(1, 1), new DMatrixRMaj(1, 1), List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(
                        new DMatrixRMaj(1, 1), new DMatrixRMaj(1, 1), List.of("a"), List.of("a", "b", "c")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(
                        new DMatrixRMaj(65, 1), new DMatrixRMaj(1, 1), Collections.nCopies(65, "a"), List.of()));
    }
}
