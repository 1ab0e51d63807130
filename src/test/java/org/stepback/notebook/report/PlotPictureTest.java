package org.stepback.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepback.notebook.report.PlotPicture.Kind;
import org.stepback.notebook.report.PlotPicture.Series;

class PlotPictureTest {
    private static final double NAN = Double.NaN;

    private static String picture(Kind kind, double[] x, double[] y) {
        return new PlotPicture("Fit", "size", "price", List.of(new Series("a <b>", 1, kind, x, y))).svg();
    }

    @Test
    void a_line_runs_from_corner_to_corner() {
        assertThat(picture(Kind.LINE, new double[] {1, 2, 3}, new double[] {0, 5, 10}))
                .contains("<path class=\"line tone-2\" d=\"M70.0 346.0L289.0 196.0L508.0 46.0\"/>")
                .contains(">1<", ">2<", ">3<", ">0<", ">5<", ">10<", ">size<", ">price<");
    }

    @Test
    void points_are_rings_in_their_places() {
        String svg = picture(Kind.POINTS, new double[] {1, 3}, new double[] {10, 0});
        assertThat(svg).contains("cx=\"70.0\" cy=\"46.0\"", "cx=\"508.0\" cy=\"346.0\"");
        assertThat(svg.split("<circle", -1)).hasSize(1 + 2 + 1); // and the one beside the name
    }

    @Test
    void what_is_not_finite_is_left_out() {
        assertThat(picture(Kind.LINE, new double[] {1, 2, 3}, new double[] {0, NAN, 10}))
                .contains("d=\"M70.0 346.0M508.0 46.0\"");
        String nothing = picture(Kind.POINTS, new double[] {NAN}, new double[] {Double.POSITIVE_INFINITY});
        assertThat(nothing).doesNotContain("NaN", "Infinity", "∞");
        assertThat(picture(Kind.LINE, new double[] {2, 2}, new double[] {7, 7})).doesNotContain("NaN", "∞");
    }

    @Test
    void names_are_text() {
        assertThat(picture(Kind.GUIDE, new double[] {0, 1}, new double[] {0, 1}))
                .contains("a &lt;b&gt;")
                .doesNotContain("<b>");
    }
}
