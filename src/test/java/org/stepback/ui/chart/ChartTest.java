package org.stepback.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private final Chart chart = new Chart("Loss", "Lower is better.", "No points yet.");

    @Test
    void tells_the_browser_its_series_in_order() {
        chart.define(List.of(Chart.Series.of("loss", "Training", 0), Chart.Series.sparse("val_loss", "Validation", 1)));

        assertThat(chart.getElement().getPropertyRaw("series").toString())
                .isEqualTo("[{\"id\":\"loss\",\"name\":\"Training\",\"tone\":0,\"smoothable\":true,\"dashed\":false,"
                        + "\"ownStride\":false,\"hidden\":false},{\"id\":\"val_loss\",\"name\":\"Validation\",\"tone\":1,"
                        + "\"smoothable\":false,\"dashed\":true,\"ownStride\":true,\"hidden\":false}]");
    }

    @Test
    void names_the_unit_of_an_axis_only_where_there_is_one() {
        assertThat(chart.yAxis("loss", "nats").getElement().getProperty("yName"))
                .isEqualTo("loss (nats)");
        assertThat(chart.yAxis("accuracy", "").getElement().getProperty("yName"))
                .isEqualTo("accuracy");
    }

    @Test
    void is_busy_until_the_points_have_landed_or_the_page_has_gone() {
        assertThat(chart.isBusy()).isFalse();

        chart.add(Points.withStride(1), () -> {});

        assertThat(chart.isBusy()).isTrue();
    }

    @Test
    void refuses_too_many_series_and_the_same_id_twice() {
        var many = IntStream.rangeClosed(0, Chart.MOST_SERIES)
                .mapToObj(i -> Chart.Series.of("s" + i, "s" + i, i))
                .toList();
        var twice = List.of(Chart.Series.of("a", "A", 0), Chart.Series.of("a", "B", 1));

        assertThatThrownBy(() -> chart.define(many)).hasMessageContaining("at most 64");
        assertThatThrownBy(() -> chart.define(twice)).hasMessageContaining("Two series are called a");
        assertThatThrownBy(() -> Chart.Series.of("", "", 0)).hasMessageContaining("id");
    }
}
