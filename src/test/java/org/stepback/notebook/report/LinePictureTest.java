package org.stepback.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepback.notebook.report.LinePicture.Line;
import org.stepback.notebook.report.LinePicture.Scale;

class LinePictureTest {
    private static final long[] NO_STEPS = {};

    private static LinePicture picture(Scale scale, long[] step, double... value) {
        return new LinePicture("Loss", scale, List.of(new Line("Mini-batch", 0, "", step, value)));
    }

    @Test
    void a_line_runs_from_the_left_to_the_right_below_the_largest() {
        assertThat(picture(Scale.FROM_ZERO, new long[] {0, 1, 2}, 1, 0.75, 0.5).svg())
                .contains("d=\"M70.0 34.0L389.0 87.0L708.0 140.0\"");
    }

    @Test
    void a_log_axis_goes_by_powers_of_ten() {
        String svg = picture(Scale.LOG, new long[] {0, 1, 2}, 0.1, 0.01, 0.001).svg();

        assertThat(svg).contains("d=\"M70.0 34.0L389.0 140.0L708.0 246.0\"").contains(">0.1<", ">0.01<", ">0.001<");
        assertThat(picture(Scale.LOG, new long[] {0, 1}, 1e-6, 1e5).svg())
                .contains(">1e&minus;6<")
                .doesNotContain("e-06");
        assertThat(picture(Scale.LOG, new long[] {0, 1}, 1e-30, 1).svg().split("class=\"grid\"", -1))
                .hasSize(1 + 6);
    }

    @Test
    void shares_are_drawn_from_0_to_1() {
        assertThat(picture(Scale.SHARES, new long[] {0, 2}, 0.5, 0).svg()).contains("d=\"M70.0 140.0L708.0 246.0\"");
    }

    @Test
    void what_is_not_finite_is_a_gap() {
        assertThat(picture(Scale.FROM_ZERO, new long[] {0, 1, 2}, 1, Double.NaN, 0.5)
                        .svg())
                .contains("d=\"M70.0 34.0M708.0 140.0\"");
        assertThat(picture(Scale.LOG, new long[] {0, 1, 2}, 0.1, 0, 0.01).svg())
                .contains("d=\"M70.0 34.0M708.0 246.0\"");
        LinePicture nothing = picture(Scale.FROM_ZERO, new long[] {0, 1}, Double.POSITIVE_INFINITY, Double.NaN);
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.svg()).doesNotContain("NaN", "Infinity", "∞");
    }

    @Test
    void a_picture_without_points_is_axes_alone() {
        assertThat(picture(Scale.FROM_ZERO, NO_STEPS).svg())
                .startsWith("<svg")
                .endsWith("</svg>")
                .doesNotContain("class=\"line");
    }

    @Test
    void many_lines_are_named_in_rows_above_the_plot() {
        List<Line> lines = IntStream.range(0, 9)
                .mapToObj(i -> new Line("Layer " + i, i, "", new long[] {0, 1}, new double[] {1, i}))
                .toList();

        String svg = new LinePicture("Norms", Scale.FROM_ZERO, lines).svg();

        assertThat(svg).contains("viewBox=\"0 0 720 320\"", "y=\"58.0\" text-anchor=\"start\">Layer 8<");
        assertThat(svg).contains("tone-1", "tone-8").doesNotContain("tone-9");
    }
}
