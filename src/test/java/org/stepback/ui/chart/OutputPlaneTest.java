package org.stepback.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputPlaneTest {
    private final OutputPlane plane = new OutputPlane("Decision");

    @Test
    void sends_each_row_as_four_numbers() {
        plane.points(List.of(new OutputPlane.Point(0.5, -1, 1, false), new OutputPlane.Point(2, 3, 0, true)));

        assertThat(property("points")).isEqualTo("[[0.5,-1.0,1.0,0],[2.0,3.0,0.0,1]]");
        assertThat(plane.getElement().getProperty("note")).isEmpty();
    }

    @Test
    void draws_an_even_part_of_too_many_rows_and_says_so() {
        plane.points(IntStream.range(0, 20_000)
                .mapToObj(i -> new OutputPlane.Point(i, i, 0, false))
                .toList());

        assertThat(plane.getElement().getPropertyRaw("points").toString().split("],").length)
                .isEqualTo(OutputPlane.MOST_POINTS);
        assertThat(plane.getElement().getProperty("note")).isEqualTo("1,500 of 20,000 samples are drawn.");
    }

    @Test
    void leaves_out_rows_that_have_no_place() {
        plane.points(List.of(new OutputPlane.Point(Double.NaN, 0, 0, false), new OutputPlane.Point(1, 1, 1, false)));

        assertThat(property("points")).isEqualTo("[[1.0,1.0,1.0,0]]");
        assertThat(plane.getElement().getProperty("note")).isEqualTo("1 of 2 samples are drawn.");
    }

    @Test
    void refuses_a_scale_that_does_not_rise() {
        assertThatThrownBy(() -> plane.scale(0, 0, 1)).hasMessageContaining("rise");
    }

    private String property(String name) {
        return plane.getElement().getPropertyRaw(name).toString();
    }
}
