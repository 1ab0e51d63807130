package org.stepback.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointsTest {
    @Test
    void carriesStrideStepsAndValuesWithAllTheirDigits() {
        var points = Points.withStride(4).add("loss", new long[] {4, 8}, new double[] {0.1 + 0.2, 1e-300});

        assertThat(points.toJson().toString())
                .isEqualTo(
                        "{\"stride\":4,\"series\":[{\"id\":\"loss\",\"x\":[4,8],\"y\":[0.30000000000000004,1.0E-300]}]}");
    }

    @Test
    void writesWhatJsonHasNoNumberForAsText() {
        var points = Points.withStride(1).add("loss", new long[] {1, 2, 3}, new double[] {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        });

        assertThat(points.toJson().at("/series/0/y").toString()).isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void namesTheStrideOfASeriesThatIsThinnedApart() {
        var points = Points.withStride(8).add("val_loss", 39, new long[] {39}, new double[] {0.5});

        assertThat(points.toJson().at("/series/0/stride").asLong()).isEqualTo(39);
    }

    @Test
    void refusesWhatTheBrowserCouldNotDraw() {
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
    void refusesASeriesTwiceInOneMessage() {
        var points = Points.withStride(1).add("loss", new long[0], new double[0]);

        assertThatThrownBy(() -> points.add("loss", new long[0], new double[0])).hasMessageContaining("twice");
    }
}
