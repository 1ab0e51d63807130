package org.stepback.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.internal.JacksonUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PointsTest {
    @Test
    void carries_stride_steps_and_values_as_floats() {
        var points = Points.withStride(4).add("loss", new long[] {4, 8}, new double[] {1, -0.5});

        assertThat(json(points).toString()) // 3f800000 and bf000000, the lowest byte first
                .isEqualTo(
                        "{\"stride\":4,\"series\":[{\"id\":\"loss\",\"x\":[[4,4,2]],\"y\":{\"f\":\"AACAPwAAAL8=\"}}]}");
    }

    @Test
    void carries_every_digit_where_a_float_has_no_room_for_a_number() {
        double[] tiny = {0.1 + 0.2, 1e-300};
        double[] huge = {1e200};

        assertThat(doubles(Points.withStride(1).add("loss", new long[] {1, 2}, tiny)))
                .containsExactly(tiny);
        assertThat(doubles(Points.withStride(1).add("loss", new long[] {1}, huge)))
                .containsExactly(huge);
    }

    @Test
    void keeps_what_is_not_finite() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300};

        assertThat(doubles(Points.withStride(1).add("loss", new long[] {1, 2, 3, 4}, values)))
                .containsExactly(values);
    }

    private static ObjectNode json(Points points) {
        return JacksonUtils.beanToJson(points.message());
    }

    private static double[] doubles(Points points) {
        byte[] bytes =
                Base64.getDecoder().decode(json(points).at("/series/0/y/d").asString());
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }

    @Test
    void says_steps_that_stand_equally_far_apart_in_one_stretch() {
        var points = Points.withStride(4).add("a", new long[] {1, 4, 8, 12, 13, 20}, new double[6]);

        assertThat(json(points).at("/series/0/x").toString()).isEqualTo("[[1,3,2],[8,4,2],[13,7,2]]");
    }

    @Test
    void says_the_steps_of_series_that_share_them_once() {
        long[] steps = {1, 2};
        var points = Points.withStride(1).add("a", steps, new double[2]).add("b", steps.clone(), new double[2]);

        assertThat(json(points).at("/series/0/x").toString()).isEqualTo("[[1,1,2]]");
        assertThat(json(points).at("/series/1").has("x")).isFalse();
    }

    @Test
    void carries_the_clock_where_it_has_moved() {
        var still = Points.withStride(1).at(new long[0], new double[0]);
        var moved = Points.withStride(1).at(new long[] {3, 9}, new double[] {0.01234567, 1.5});

        assertThat(json(still).has("clock")).isFalse();
        assertThat(json(moved).at("/clock").toString()).isEqualTo("{\"step\":[[3,6,2]],\"seconds\":[0.012,1.5]}");
    }

    @Test
    void names_the_stride_of_a_series_that_is_thinned_apart() {
        var points = Points.withStride(8).add("val_loss", 39, new long[] {39}, new double[] {0.5});

        assertThat(json(points).at("/series/0/stride").asLong()).isEqualTo(39);
    }

    @Test
    void refuses_what_the_browser_could_not_draw() {
        var points = Points.withStride(1);

        assertThatThrownBy(() -> Points.withStride(0)).hasMessageContaining("1 or more");
        assertThatThrownBy(() -> points.add("a", new long[] {1}, new double[0]))
                .hasMessageContaining("as many of both");
        assertThatThrownBy(() -> points.add("b", new long[] {2, 2}, new double[2]))
                .hasMessageContaining("step 2 after step 2");
        assertThatThrownBy(() -> points.add("c", new long[] {-1}, new double[1]))
                .hasMessageContaining("step -1");
        int many = Points.MOST_POINTS + 1;
        assertThatThrownBy(() -> points.add("d", new long[many], new double[many]))
                .hasMessageContaining("at most 20000");
    }

    @Test
    void refuses_a_series_twice_in_one_message() {
        var points = Points.withStride(1).add("loss", new long[0], new double[0]);

        assertThatThrownBy(() -> points.add("loss", new long[0], new double[0])).hasMessageContaining("twice");
    }
}
