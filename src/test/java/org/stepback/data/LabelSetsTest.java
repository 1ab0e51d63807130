package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sets of labels are shown as classes")
class LabelSetsTest {
    private static final LabelSets TWO = new LabelSets(List.of("y1", "y2"));
    private static final DMatrixRMaj OUTPUTS = new DMatrixRMaj(2, 4, true, 0.9, 0.2, 0.3, 0.5, 0.6, 0.1, 0.7, 0.5);

    @Test
    void each_set_has_a_name() {
        assertThat(TWO.names()).containsExactly("none", "y1", "y2", "y1 + y2");
        assertThat(new LabelSets(List.of("a", "b", "c")).names()).hasSize(8).endsWith("a + b + c");
    }

    /// P(set) is the product of a over its labels and of 1 − a over the others: 0.9 · 0.6 for both labels of the first
    /// sample.
    @Test
    void probabilities_are_products_and_the_likeliest_set_is_that_of_the_answers() {
        DMatrixRMaj sets = TWO.probabilities(OUTPUTS, 0.5);
        assertThat(sets.numRows).isEqualTo(4);
        assertThat(sets.get(3, 0)).isCloseTo(0.54, within(1e-12));
        assertThat(sets.get(0, 1)).isCloseTo(0.72, within(1e-12));
        for (int i = 0; i < 4; i++) {
            int sample = i;
            assertThat(IntStream.range(0, 4)
                            .mapToDouble(set -> sets.get(set, sample))
                            .sum())
                    .isCloseTo(1, within(1e-12));
            int answers = TWO.of(OUTPUTS, sample, 0.5);
            assertThat(IntStream.range(0, 4).allMatch(set -> sets.get(set, sample) <= sets.get(answers, sample)))
                    .isTrue();
        }
    }

    @Test
    void outputs_of_both_signs_say_yes_above_0() {
        DMatrixRMaj signs = new DMatrixRMaj(2, 2, true, 1, -3, 0.5, -0.5);
        DMatrixRMaj sets = TWO.probabilities(signs, 0);
        assertThat(sets.get(3, 0)).isCloseTo(0.75, within(1e-12));
        assertThat(sets.get(0, 1)).isCloseTo(0.75, within(1e-12));
        assertThat(TWO.of(signs, 0, 0)).isEqualTo(3);
    }
}
