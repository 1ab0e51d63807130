package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuiltinTest {
    private Dataset iris;

    @BeforeEach
    void read() throws CsvException {
        iris = Builtin.named("iris").orElseThrow().table().dataset("species");
    }

    @Test
    void iris_has150_flowers_of_three_species() {
        assertThat(iris.samples()).isEqualTo(150);
        assertThat(iris.features()).containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
        assertThat(iris.classes()).containsExactly("setosa", "versicolor", "virginica");
        for (int species = 0; species < 3; species++) {
            assertThat(sum(iris.y().getData(), species)).isEqualTo(50);
        }
    }

    /// The means and the extremes that scikit-learn publishes for the data.
    @Test
    void iris_has_the_published_means_and_extremes() {
        double[] means = {5.843333, 3.057333, 3.758, 1.199333};
        double[] least = {4.3, 2.0, 1.0, 0.1};
        double[] most = {7.9, 4.4, 6.9, 2.5};
        for (int feature = 0; feature < 4; feature++) {
            double[] values = Arrays.copyOfRange(iris.x().getData(), 150 * feature, 150 * feature + 150);
            assertThat(sum(iris.x().getData(), feature) / 150).isCloseTo(means[feature], within(5e-7));
            assertThat(Arrays.stream(values).min()).hasValue(least[feature]);
            assertThat(Arrays.stream(values).max()).hasValue(most[feature]);
        }
    }

    /// Two flowers that other copies of the data have wrong: Fisher's paper has these.
    @Test
    void iris_follows_fishers_paper() {
        assertThat(flower(34)).containsExactly(4.9, 3.1, 1.5, 0.2);
        assertThat(flower(37)).containsExactly(4.9, 3.6, 1.4, 0.1);
    }

    @Test
    void tables_are_found_by_name() {
        assertThat(Builtin.named("iris")).containsSame(Builtin.named("iris").orElseThrow());
        assertThat(Builtin.named("boston")).isEmpty();
        assertThat(Builtin.names()).containsExactly("iris");
    }

    private double[] flower(int index) {
        return IntStream.range(0, 4).mapToDouble(i -> iris.x().get(i, index)).toArray();
    }

    private static double sum(double[] values, int row) {
        return IntStream.range(150 * row, 150 * row + 150)
                .mapToDouble(i -> values[i])
                .sum();
    }
}
