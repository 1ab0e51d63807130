package org.stepback.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepback.notebook.report.RidgePicture.Row;
import org.stepback.training.series.Histogram;

class RidgePictureTest {
    /// All in the first part, and half as many in the last.
    private static Histogram ends(double low, double high) {
        byte[] bins = new byte[Histogram.BINS];
        bins[0] = (byte) 255;
        bins[Histogram.BINS - 1] = (byte) 102;
        return new Histogram(low, high, bins);
    }

    private static RidgePicture picture(Row... rows) {
        return new RidgePicture("weights W", "weights of layer 1", List.of(rows));
    }

    @Test
    void a_distribution_is_high_where_many_numbers_lie() {
        String svg = picture(new Row(7, ends(-1, 1))).svg();

        // 174 pixels from −1 to 1, so that the middle of the first of 32 parts is 2.7 from the left; 26 high
        assertThat(svg)
                .contains("d=\"M44.0 146.0L46.7 120.0L52.2 146.0")
                .contains("L215.3 135.6L218.0 146.0\"")
                .contains(">&minus;1<", ">1<", ">7<", ">weights W<", "aria-label=\"weights of layer 1\"");
    }

    @Test
    void the_oldest_is_behind_and_above_and_the_newest_alone_stands_out() {
        String svg = picture(new Row(0, ends(0, 1)), new Row(1, ends(0, 2)), new Row(2, ends(0, 4)))
                .svg();

        assertThat(svg).contains("\"M44.0 30.0L", "\"M44.0 88.0L", "\"M44.0 146.0L");
        assertThat(svg.split("newest", -1)).hasSize(1 + 1);
        assertThat(svg.indexOf("M44.0 30.0")).isLessThan(svg.indexOf("M44.0 88.0"));
        assertThat(svg.lastIndexOf("class=\"ridge tone-1 newest\"")).isLessThan(svg.lastIndexOf("M44.0 146.0"));
        assertThat(svg).contains("L87.5 30.0\""); // the first ends at 1 of 4
    }

    @Test
    void equal_numbers_are_a_spike_in_the_middle() {
        assertThat(picture(new Row(0, ends(2, 2))).svg()).contains("d=\"M129.5 146.0L131.0 120.0L132.5 146.0\"");
        assertThat(picture(new Row(0, ends(0, 0))).svg())
                .contains("L131.0 120.0")
                .doesNotContain("NaN");
    }

    @Test
    void what_has_no_number_is_left_out() {
        Histogram none = new Histogram(Double.NaN, Double.NaN, new byte[Histogram.BINS]);

        assertThat(picture(new Row(0, none)).isEmpty()).isTrue();
        assertThat(picture().isEmpty()).isTrue();
        assertThat(picture(new Row(0, none), new Row(5, ends(0, 1))).svg())
                .contains(">5<", "M44.0 146.0")
                .doesNotContain("NaN");
    }

    @Test
    void of_many_rows_few_are_named_the_newest_always() {
        Row[] rows = IntStream.range(0, 32)
                .mapToObj(i -> new Row(10 + i, ends(0, 1)))
                .toArray(Row[]::new);

        String svg = picture(rows).svg();

        assertThat(svg.split("class=\"ridge", -1)).hasSize(1 + 32);
        assertThat(svg).contains(">41<", ">34<", ">13<").doesNotContain(">40<", ">10<");
    }
}
