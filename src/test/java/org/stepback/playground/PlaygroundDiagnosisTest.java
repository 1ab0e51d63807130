package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.PointPattern;

@DisplayName("What is wrong with a playground's training")
class PlaygroundDiagnosisTest {
    @ParameterizedTest
    @DisplayName("is nothing with any figure, as the Playground comes")
    @EnumSource(value = PointPattern.class, names = "OWN", mode = EnumSource.Mode.EXCLUDE)
    void healthy(PointPattern figure) {
        PlaygroundEngine engine = engine("data=" + figure.key());
        for (int epoch = 1; epoch <= 300; epoch++) {
            epoch(engine);
            assertThat(titles(engine)).as("after epoch %d", epoch).isEmpty();
        }
    }

    @ParameterizedTest
    @DisplayName("is a learning rate that is too large")
    @ValueSource(strings = {"lr=10", "lr=10&data=xor&hidden=8relu,8relu", "data=plane&lr=10"})
    void too_large(String link) {
        assertThat(titles(trained(link, 20))).contains("A learning rate that is too large");
    }

    @Test
    @DisplayName("is a learning rate that is too small, after many epochs only")
    void too_small() {
        PlaygroundEngine engine = trained("lr=0.00001", 50);
        assertThat(titles(engine)).isEmpty();
        for (int epoch = 0; epoch < 60; epoch++) {
            epoch(engine);
        }
        assertThat(titles(engine)).containsExactly("A learning rate that is too small");
        assertThat(engine.diagnoses().getFirst().evidence())
                .startsWith("In ")
                .contains(" steps the weights changed by");
    }

    @Test
    @DisplayName("is gone once the setting is another, and there is none before the first step")
    void mended() {
        PlaygroundEngine engine = trained("lr=10", 20);
        assertThat(titles(engine)).isNotEmpty();
        engine.change(state("lr=0.03"));
        assertThat(titles(engine)).isEmpty();
        engine.begin();
        for (int epoch = 0; epoch < 20; epoch++) {
            epoch(engine);
        }
        assertThat(titles(engine)).isEmpty();
    }

    @Test
    @DisplayName("is units that are dead or all the same, in their layer")
    void units() {
        PlaygroundEngine engine = engine("hidden=4relu,2relu&lr=0.003");
        for (int unit = 0; unit < 4; unit++) {
            engine.set(0, unit, 0, 0);
            engine.set(0, unit, 1, 0);
            engine.set(0, unit, 2, -5 - unit);
        }
        epoch(engine);
        assertThat(engine.diagnoses()).anySatisfy(found -> {
            assertThat(found.title()).isEqualTo("Dead relu units");
            assertThat(found.layer()).isEqualTo(1);
            assertThat(found.evidence()).startsWith("4 of the 4 units of layer 1 give 0");
        });
    }

    private static List<String> titles(PlaygroundEngine engine) {
        return engine.diagnoses().stream().map(Diagnosis::title).toList();
    }

    private static PlaygroundEngine trained(String link, int epochs) {
        PlaygroundEngine engine = engine(link);
        for (int epoch = 0; epoch < epochs && !engine.hasEnded(); epoch++) {
            epoch(engine);
        }
        return engine;
    }

    private static void epoch(PlaygroundEngine engine) {
        while (!engine.step()) {
            assertThat(engine.hasEnded()).isFalse();
        }
        engine.snapshot();
    }

    private static PlaygroundEngine engine(String link) {
        return new PlaygroundEngine(PlaygroundEngineTest.state(link));
    }

    private static PlaygroundState state(String link) {
        return PlaygroundEngineTest.state(link);
    }
}
