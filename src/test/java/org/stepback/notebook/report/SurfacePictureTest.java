package org.stepback.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepback.training.LossSurface;
import org.stepback.training.LossSurface.Stop;

class SurfacePictureTest {
    private static final int SIDE = LossSurface.SIDE;

    private static double[] flat(double loss) {
        double[] cells = new double[SIDE * SIDE];
        Arrays.fill(cells, loss);
        return cells;
    }

    private static String picture(double[] cells, List<Stop> path, Stop... next) {
        return new SurfacePicture(2, cells, path, List.of(next)).svg();
    }

    @Test
    void bands_go_by_the_logarithm_above_the_lowest() {
        var bands = new Bands(new double[] {3, 103, Double.NaN});

        assertThat(bands.of(3)).isZero();
        assertThat(bands.of(12)).isEqualTo(6); // 12 ln 10 / ln 101 = 5.99
        assertThat(bands.of(103)).isEqualTo(Bands.TOP);
        assertThat(bands.of(Double.POSITIVE_INFINITY)).isEqualTo(Bands.TOP);
        assertThat(bands.of(Double.NaN)).isEqualTo(Bands.TOP);
        assertThat(bands.at(0)).isEqualTo(3);
        assertThat(bands.at(0.5)).isCloseTo(3 + Math.sqrt(101) - 1, within(1e-12));
        assertThat(bands.at(1)).isCloseTo(103, within(1e-12));
        assertThat(new Bands(new double[] {5, 5}).of(5)).isZero();
    }

    @Test
    void a_row_is_drawn_from_below_and_as_strong_as_it_is_high() {
        double[] cells = flat(1);
        cells[0] = 2; // below and left
        cells[SIDE * SIDE - 1] = Double.NaN; // above and right

        String svg = picture(cells, List.of());

        assertThat(svg)
                .contains("<rect x=\"70.0\" y=\"386.0\" width=\"15.0\" height=\"15.0\" fill=\"currentColor\""
                        + " stroke=\"none\" fill-opacity=\"0.84\"")
                .contains("<rect x=\"85.0\" y=\"386.0\" width=\"360.0\"")
                .contains("<rect x=\"430.0\" y=\"26.0\" width=\"15.0\"");
        assertThat(svg)
                .contains(
                        ">&minus;2<",
                        ">0<",
                        ">2<",
                        ">1<",
                        ">1.09<"); // the bar: 1 to 2, its middle √101 − 1 hundredths up
        assertThat(svg).doesNotContain("NaN", "∞");
    }

    @Test
    void the_way_ends_in_the_middle_and_the_arrow_begins_there() {
        String svg = picture(
                flat(1), List.of(new Stop(0, -1, -1), new Stop(5, -1, 0)), new Stop(6, 1, 0), new Stop(7, 2, 1));

        // 375 pixels from −2 to 2
        assertThat(svg).contains("<path class=\"past\" d=\"M93.8 281.3L93.8 187.5L187.5 187.5\"/>");
        assertThat(svg).contains("<path class=\"ahead\" d=\"M281.3 187.5L375.0 93.8\"/>");
        assertThat(svg).contains("<path class=\"shaft\" d=\"M187.5 187.5L268.3 187.5\"/>"); // the head is 13 long
        assertThat(svg).contains("translate(281.3 187.5) rotate(0.0)");
        assertThat(svg).contains("<circle class=\"here\" cx=\"187.5\" cy=\"187.5\"");
    }

    @Test
    void steps_that_are_not_finite_or_far_away_do_no_harm() {
        String svg = picture(flat(1), List.of(), new Stop(1, 1e300, 0), new Stop(2, Double.NaN, 0));

        assertThat(svg).contains("10000.0").doesNotContain("NaN", "Infinity", "E300");
        assertThat(picture(flat(1), List.of(), new Stop(1, Double.NaN, 0))).doesNotContain("NaN", "head");
        assertThat(picture(flat(1), List.of())).doesNotContain("class=\"head\"");
        assertThat(picture(flat(1), List.of(), new Stop(1, 0, 0))).doesNotContain("NaN");
    }
}
