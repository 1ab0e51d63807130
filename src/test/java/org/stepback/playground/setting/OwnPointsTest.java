package org.stepback.playground.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.data.Fault;
import org.stepback.data.Header;
import org.stepback.playground.PlaygroundEngine;
import org.stepback.playground.PlaygroundEngineTest;
import org.stepback.playground.PlaygroundLinkTest;

@DisplayName("A person's own points")
class OwnPointsTest {
    @Test
    @DisplayName("go into a link, four letters each, and come back")
    void both_ways() {
        OwnPoints points = new OwnPoints(List.of(
                OwnPoints.Point.ofClass(-6, -6, 0),
                OwnPoints.Point.ofClass(6, 6, 5),
                OwnPoints.Point.ofClass(0.1, -2.5, 2)));
        PlaygroundState state = PlaygroundState.INITIAL
                .with(PlaygroundSettings.DATA, PointPattern.OWN)
                .with(PlaygroundSettings.POINTS, points);
        String link = PlaygroundLink.write(state);
        assertThat(link).matches("data=own&points=[A-Za-z0-9_-]{12}");
        assertThat(PlaygroundLinkTest.read(link).state()).isEqualTo(state);
        assertThat(state.problem()).isEqualTo(LearningTask.CLASSES);
        Samples samples = points.draw(1);
        assertThat(samples.classes()).isEqualTo(6);
        assertThat(samples.x()).containsExactlyInAnyOrder(-6, 6, 0.1);
    }

    @Test
    @DisplayName("may be numbers to predict, from −1 to 1")
    void numbers() {
        OwnPoints points = new OwnPoints(List.of(
                OwnPoints.Point.ofNumber(0, 0, -1),
                OwnPoints.Point.ofNumber(1, 0, 0.5),
                OwnPoints.Point.ofNumber(2, 0, 1)));
        assertThat(points.problem()).isEqualTo(LearningTask.REGRESSION);
        assertThat(points.draw(3).label()).containsExactlyInAnyOrder(-1, 0.5, 1);
        assertThat(points.draw(3).classes()).isZero();
    }

    @ParameterizedTest
    @DisplayName("A text that is none is refused")
    @ValueSource(strings = {"abc", "____", "AAA!", "AAAG"})
    void refused(String text) {
        assertThat(PlaygroundLinkTest.read("points=" + text).problems()).hasSize(1);
    }

    @Test
    @DisplayName("train, one and none of them too, and the network goes on when some are added")
    void train() {
        PlaygroundState none = PlaygroundEngineTest.state("data=own");
        PlaygroundEngine engine = new PlaygroundEngine(none);
        engine.step();
        assertThat(engine.hasEnded()).isTrue();
        assertThat(engine.snapshot().ended()).contains("no points");
        PlaygroundState one =
                none.with(PlaygroundSettings.POINTS, new OwnPoints(List.of(OwnPoints.Point.ofClass(1, 1, 1))));
        engine.change(one);
        int network = engine.snapshot().network();
        PlaygroundEngineTest.epochs(engine, 50);
        assertThat(engine.snapshot().training().loss()).isLessThan(0.1);
        assertThat(engine.snapshot().epoch()).isEqualTo(50);
        OwnPoints many = new OwnPoints(IntStream.range(0, 60)
                .mapToObj(i -> OwnPoints.Point.ofClass(i % 2 * 4 - 2, i / 20.0, i % 2))
                .toList());
        engine.change(one.with(PlaygroundSettings.POINTS, many));
        assertThat(engine.snapshot().network()).isEqualTo(network);
        assertThat(engine.snapshot().epoch()).isEqualTo(50);
        PlaygroundEngineTest.epochs(engine, 100);
        assertThat(engine.snapshot().test().accuracy()).isEqualTo(1);
        engine.change(one.with(
                PlaygroundSettings.POINTS,
                new OwnPoints(List.of(OwnPoints.Point.ofClass(1, 1, 3), OwnPoints.Point.ofClass(0, 0, 0)))));
        assertThat(engine.snapshot().network()).isEqualTo(network + 1);
        assertThat(engine.snapshot().setup().architecture().output().units()).isEqualTo(4);
    }

    @Test
    @DisplayName("come from a table: classes by name, coordinates scaled onto the plane, with a remark")
    void table() {
        OwnCsv csv = read("width,height,kind\n100,2,cat\n200,-2,dog\n300,0,cat\n");
        assertThat(csv.remarks()).containsExactly("width goes from 100 to 300 and was scaled to −5 to 5.");
        assertThat(read("a,b,c\n-299.9999998636977,1,p\n300,2,q\n").remarks())
                .containsExactly("a goes from −300 to 300 and was scaled to −5 to 5.");
        Samples samples = csv.points().draw(1);
        assertThat(samples.classes()).isEqualTo(2);
        assertThat(samples.x()).containsExactlyInAnyOrder(-5, 0, 5);
        assertThat(samples.y()).containsExactlyInAnyOrder(2, -2, 0);
        assertThat(samples.label()).containsExactlyInAnyOrder(0, 1, 0);
    }

    @Test
    @DisplayName("come from a table of numbers to predict")
    void regression() {
        OwnCsv csv = read("a,b,c\n1,2,10\n-3,4,-20\n0,0,5\n");
        assertThat(csv.remarks())
                .containsExactly("The numbers to predict were divided by 20, so that they lie between −1 and 1.");
        double[] labels = csv.points().draw(1).label();
        assertThat(labels).hasSize(3);
        assertThat(labels[0] + labels[1] + labels[2]).isCloseTo(-0.25, within(0.04));
    }

    @ParameterizedTest
    @DisplayName("A table that is none is refused with a sentence")
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,b\n1,2' | three columns",
                "'a,b,c\nx,2,1' | x",
                "'' | empty",
                "'a,b,c\n1,1,p\n1,1,q\n1,1,r\n1,1,s\n1,1,t\n1,1,u\n1,1,v' | at most 6"
            })
    void bad_tables(String text, String part) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }

    @Test
    @DisplayName("A table is asked about its first line, and no sample is lost")
    void first_line() {
        String text = "1,2,0.0\n3,4,1.0\n-1,0,1\n";
        assertThat(OwnCsv.file(text).doubt())
                .contains(new Fault(1, 1, "Does this line name the columns, or is it a sample? \"1\" is a number."));
        OwnCsv samples = OwnCsv.read(OwnCsv.file(text), Header.NONE);
        assertThat(samples.points().points()).hasSize(3);
        assertThat(samples.points().problem()).isEqualTo(LearningTask.CLASSIFICATION);
        assertThat(samples.points().draw(1).label()).containsExactlyInAnyOrder(0, 1, 1);
        assertThat(OwnCsv.read(OwnCsv.file(text), Header.FIRST_LINE).points().points())
                .hasSize(2);
    }

    @ParameterizedTest
    @DisplayName("Labels of 0 and 1 are classes, however they are written")
    @ValueSource(strings = {"0,1", "0.0,1.0", "0.,1.", "0e0,1E0", "-0,+1", "\"0\",\"1.00\""})
    void labels(String labels) {
        String[] each = labels.split(",");
        OwnCsv csv = read("a,b,y\n1,2," + each[0] + "\n3,4," + each[1] + "\n");
        assertThat(csv.points().problem()).isEqualTo(LearningTask.CLASSIFICATION);
        assertThat(csv.points().draw(1).label()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    @DisplayName("Of a long table an even part is taken")
    void long_table() {
        StringBuilder text = new StringBuilder("x,y,c\n");
        IntStream.range(0, 2_000)
                .forEach(i -> text.append(i % 6).append(",1.5,").append(i % 2).append('\n'));
        OwnCsv csv = read(text.toString());
        assertThat(csv.points().points()).hasSize(500);
        assertThat(csv.remarks()).anyMatch(remark -> remark.contains("500 of 2,000 rows"));
    }

    private static OwnCsv read(String text) {
        return OwnCsv.read(OwnCsv.file(text), Header.FIRST_LINE);
    }
}
