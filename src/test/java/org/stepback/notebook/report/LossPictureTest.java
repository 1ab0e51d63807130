package org.stepback.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.training.Cursor;
import org.stepback.training.NewPoints;

class LossPictureTest {
    private static final double[] NONE = {};
    private static final long[] NO_STEPS = {};

    private static String svg(long[] step, double... loss) {
        return new LossPicture(new NewPoints(
                        Cursor.START,
                        true,
                        new NewPoints.Steps(1, step, loss, loss, loss),
                        new NewPoints.Layers(1, NO_STEPS, new double[0][]),
                        new NewPoints.EpochEnds(1, NO_STEPS, NONE, NONE, NONE, NONE),
                        new NewPoints.Units(1, NO_STEPS, new double[0][], new double[0][]),
                        new NewPoints.Clock(NO_STEPS, NONE)))
                .svg();
    }

    @Test
    void a_loss_runs_from_the_left_to_the_right_below_the_largest() {
        assertThat(svg(new long[] {0, 1, 2}, 1, 0.75, 0.5)).contains("d=\"M70.0 34.0L389.0 87.0L708.0 140.0\"");
    }

    @Test
    void what_is_not_finite_is_a_gap() {
        assertThat(svg(new long[] {0, 1, 2}, 1, Double.NaN, 0.5)).contains("d=\"M70.0 34.0M708.0 140.0\"");
        assertThat(svg(new long[] {0, 1}, Double.POSITIVE_INFINITY, Double.NaN)).doesNotContain("NaN", "Infinity", "∞");
    }

    @Test
    void a_run_without_points_is_axes_alone() {
        assertThat(svg(NO_STEPS)).startsWith("<svg").endsWith("</svg>").doesNotContain("class=\"line\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0.69314718, 0.6931",
        "12.3456, 12.35",
        "400, 400",
        "0, 0",
        "NaN, –",
        "1.2346e-7, 1.235e-07",
        "1e9, 1.000e+09"
    })
    void numbers_have_four_digits(double number, String text) {
        assertThat(FourDigits.of(number)).isEqualTo(text);
    }
}
