package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.training.RunPool;

@DisplayName("A playground's run")
class PlaygroundRunTest {
    private long now;
    private final RunPool pool = new RunPool(1, Duration.ofMillis(15), () -> now);

    @Test
    @DisplayName("stands still until it is played, then takes epochs at its pace")
    void paces() {
        PlaygroundRun run = run("pace=10");
        serve();
        assertThat(run.snapshot().epoch()).isZero();
        run.play();
        serve();
        assertThat(run.view().playing()).isTrue();
        for (int tenth = 0; tenth < 9; tenth++) {
            run.seen();
            now += 100_000_000;
            serve();
        }
        assertThat(run.snapshot().epoch()).isEqualTo(10);
        run.pause();
        serve();
        assertThat(run.view().playing()).isFalse();
        now += 1_000_000_000;
        serve();
        assertThat(run.snapshot().epoch()).isEqualTo(10);
    }

    @Test
    @DisplayName("begins at once where it is told to, until nobody looks or its page is gone")
    void begins() {
        PlaygroundRun run = new PlaygroundRun(PlaygroundEngineTest.state("pace=10"), true, pool);
        assertThat(run.view().playing()).isTrue();
        run.seen();
        serve();
        assertThat(run.snapshot().epoch()).isEqualTo(1);
        now += PlaygroundRun.PATIENCE_NANOS + 1;
        serve();
        assertThat(run.view().playing()).isFalse();
        assertThat(run.snapshot().epoch()).isEqualTo(1);
        PlaygroundRun gone = new PlaygroundRun(PlaygroundEngineTest.state("pace=10"), true, pool);
        gone.close();
        serve();
        assertThat(gone.snapshot().step()).isZero();
    }

    @Test
    @DisplayName("takes one step of the chosen kind, and pauses for it")
    void steps() {
        PlaygroundRun run = run("pace=1");
        run.step();
        serve();
        assertThat(run.snapshot().step()).isEqualTo(25);
        assertThat(run.snapshot().epoch()).isEqualTo(1);
        run.change(PlaygroundEngineTest.state("pace=1&step=batch"));
        run.step();
        serve();
        assertThat(run.snapshot().step()).isEqualTo(26);
        run.play();
        run.step();
        serve();
        assertThat(run.view().playing()).isFalse();
        run.change(PlaygroundEngineTest.state("step=sample"));
        run.step();
        serve();
        assertThat(run.snapshot().step()).isEqualTo(1);
    }

    @Test
    @DisplayName("stands still after a reset, and after a change that needs a new network")
    void resets() {
        PlaygroundRun run = run("pace=1");
        run.play();
        serve();
        run.reset();
        serve();
        assertThat(run.view().playing()).isFalse();
        assertThat(run.snapshot().step()).isZero();
        run.play();
        serve();
        run.change(PlaygroundEngineTest.state("pace=1&lr=0.1&opt=adam"));
        serve();
        assertThat(run.view().playing()).isTrue();
        run.change(PlaygroundEngineTest.state("pace=1&lr=0.1&opt=adam&data=xor"));
        serve();
        assertThat(run.view().playing()).isFalse();
    }

    @Test
    @DisplayName("shows what it has when the page has taken the last, and only then while it trains")
    void shows() {
        PlaygroundRun run = run("pace=10");
        run.seen();
        run.play();
        serve();
        long version = run.view().version();
        now += 500_000_000;
        serve();
        assertThat(run.view().version()).isEqualTo(version);
        run.seen();
        now += 100_000_000;
        serve();
        assertThat(run.view().version()).isEqualTo(version + 1);
    }

    @Test
    @DisplayName("pauses when no page takes anything for a minute")
    void unseen() {
        PlaygroundRun run = run("pace=1");
        run.play();
        for (int second = 0; second < 62; second++) {
            serve();
            now += 1_000_000_000;
        }
        serve();
        assertThat(run.view().playing()).isFalse();
        assertThat(run.view().notice()).contains("nobody has looked");
        run.reset();
        serve();
        assertThat(run.view().notice()).isEmpty();
        run.play();
        serve();
        assertThat(run.view().playing()).isTrue();
        assertThat(run.view().notice()).isEmpty();
    }

    @Test
    @DisplayName("there is a limited number of them, and a page that is gone makes room")
    void limited() {
        Playgrounds playgrounds = new Playgrounds(pool);
        PlaygroundRun first = playgrounds
                .open(PlaygroundEngineTest.state("hidden=none"), false)
                .orElseThrow();
        for (int i = 1; i < Playgrounds.MOST; i++) {
            assertThat(playgrounds.open(PlaygroundEngineTest.state("hidden=none"), false))
                    .isPresent();
        }
        assertThat(playgrounds.open(PlaygroundEngineTest.state(""), false)).isEmpty();
        playgrounds.close(first);
        first.play();
        serve();
        assertThat(first.snapshot().step()).isZero();
        assertThat(playgrounds.open(PlaygroundEngineTest.state(""), false)).isPresent();
    }

    private PlaygroundRun run(String link) {
        return new PlaygroundRun(PlaygroundEngineTest.state(link), false, pool);
    }

    private void serve() {
        while (pool.serveOne()) {
            // until nobody is due
        }
    }
}
