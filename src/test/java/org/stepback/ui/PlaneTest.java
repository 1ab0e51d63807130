package org.stepback.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaneTest {
    private final Plane plane = new Plane("Decision");

    @Test
    void sendsEachRowAsFourNumbers() {
        plane.points(List.of(new Plane.Point(0.5, -1, 1, false), new Plane.Point(2, 3, 0, true)));

        assertThat(property("points")).isEqualTo("[[0.5,-1.0,1.0,0],[2.0,3.0,0.0,1]]");
        assertThat(plane.getElement().getProperty("note")).isEmpty();
    }

    @Test
    void drawsAnEvenPartOfTooManyRowsAndSaysSo() {
        plane.points(IntStream.range(0, 20_000)
                .mapToObj(i -> new Plane.Point(i, i, 0, false))
                .toList());

        assertThat(plane.getElement().getPropertyRaw("points").toString().split("],").length)
                .isEqualTo(Plane.MOST_POINTS);
        assertThat(plane.getElement().getProperty("note")).isEqualTo("1,500 of 20,000 rows are drawn.");
    }

    @Test
    void leavesOutRowsThatHaveNoPlace() {
        plane.points(List.of(new Plane.Point(Double.NaN, 0, 0, false), new Plane.Point(1, 1, 1, false)));

        assertThat(property("points")).isEqualTo("[[1.0,1.0,1.0,0]]");
        assertThat(plane.getElement().getProperty("note")).isEqualTo("1 of 2 rows are drawn.");
    }

    @Test
    void refusesAScaleThatDoesNotRise() {
        assertThatThrownBy(() -> plane.scale(0, 0, 1)).hasMessageContaining("rise");
    }

    private String property(String name) {
        return plane.getElement().getPropertyRaw(name).toString();
    }
}
