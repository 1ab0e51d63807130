package org.stepback.training.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.data.Dataset;
import org.stepback.nn.loss.Loss;

@DisplayName("The answers of a classifier, of classes and of several labels")
class AnswersTest {
    private static final double[][] X = {{1, 0}, {1, 1}, {0, 1}, {0, 0}};
    private static final DMatrixRMaj OUTPUTS = new DMatrixRMaj(2, 4, true, 0.9, 0.8, 0.3, 0.1, 0.6, 0.7, 0.4, 0.2);

    private static Answers of(double[][] y) {
        return Answers.of(OUTPUTS, Dataset.ofRows(X, y), new Loss.BinaryCrossentropy());
    }

    @Test
    void each_label_is_counted_for_itself() {
        Answers answers = of(new double[][] {{1, 1}, {0, 1}, {0, 0}, {1, 0}});
        assertThat(answers.names()).containsExactly("y1", "y2");
        assertThat(answers.confusion(0).counts()).isDeepEqualTo(new long[][] {{1, 1}, {1, 1}});
        assertThat(answers.confusion(1).counts()).isDeepEqualTo(new long[][] {{2, 0}, {0, 2}});
        assertThat(answers.isOf(1)).containsExactly(true, true, false, false);
        assertThat(answers.isWrong(0)).isFalse();
        assertThat(answers.isWrong(1)).isTrue();
        assertThat(ScoreCurve.of(answers)).extracting(ScoreCurve::name).containsExactly("y1", "y2");
        assertThat(ScoreCurve.of(answers)).extracting(ScoreCurve::area).containsExactly(0.5, 1.0);
    }

    @Test
    void classes_are_told_by_the_largest_output() {
        Answers answers = of(new double[][] {{1, 0}, {1, 0}, {0, 1}, {1, 0}});
        assertThat(answers.names()).containsExactly("1", "2");
        assertThat(answers.confusion().counts()).isDeepEqualTo(new long[][] {{2, 1}, {0, 1}});
        assertThat(answers.isWrong(3)).isTrue();
    }
}
