package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.training.RunPool;
import org.stepback.web.Visitor;

@DisplayName("Runs side by side")
class PlaygroundSweepTest {
    private static final Visitor OWNER = Visitor.address("192.0.2.1");

    private final RunPool pool = new RunPool(1, Duration.ofMillis(15), System::nanoTime);
    private final PlaygroundState state = PlaygroundEngineTest.state("data=gauss");

    @Test
    @DisplayName("train the same network with each value, and each as it does alone")
    void values() {
        PlaygroundSweep sweep = PlaygroundSweep.of(state, "lr", " 0.001  0.03 0.03 ", 5, pool, OWNER);
        serve();
        List<PlaygroundSweep.Result> results = sweep.results();
        assertThat(results).extracting(PlaygroundSweep.Result::value).containsExactly("0.001", "0.03");
        for (PlaygroundSweep.Result result : results) {
            assertThat(result.over()).isTrue();
            assertThat(result.moments())
                    .extracting(PlaygroundSweep.Moment::epoch)
                    .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            PlaygroundEngine alone =
                    new PlaygroundEngine(state.withText(PlaygroundSettings.LEARNING_RATE, result.value()));
            PlaygroundEngineTest.epochs(alone, 5);
            assertThat(result.moments().getLast().test())
                    .isEqualTo(alone.snapshot().test().loss());
        }
        assertThat(results.get(1).moments().getLast().test())
                .isLessThan(results.get(0).moments().getLast().test());
    }

    @Test
    @DisplayName("end when nobody looks at them any more")
    void closes() {
        PlaygroundSweep sweep = PlaygroundSweep.of(state, "hidden", "none 8tanh,8tanh", 2_000, pool, OWNER);
        sweep.close();
        serve();
        assertThat(sweep.results()).allMatch(result -> !result.over());
    }

    @ParameterizedTest
    @DisplayName("What cannot be compared is refused with a sentence")
    @CsvSource(
            delimiter = '|',
            value = {
                "lr    | 0.1 fast          | 10   | lr must be a number",
                "lr    | ''                | 10   | 1 to 8 values",
                "batch | 1 2 3 4 5 6 7 8 9 | 10   | 1 to 8 values",
                "lr    | 0.1               | 0    | 1 to 2,000 epochs",
                "lr    | 0.1               | 2001 | 1 to 2,000 epochs",
                "test  | yes no            | 10   | no setting “test”",
                "speed | 1                 | 10   | no setting “speed”"
            })
    void refused(String key, String values, int epochs, String part) {
        assertThatThrownBy(() -> PlaygroundSweep.of(state, key, values, epochs, pool, OWNER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }

    private void serve() {
        while (pool.serveOne()) {
            // until nobody is due
        }
    }
}
