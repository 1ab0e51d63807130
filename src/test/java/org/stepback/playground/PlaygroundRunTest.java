package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.RefusedException;
import org.stepback.training.RunPool;
import org.stepback.web.Visitor;

@DisplayName("A playground's run")
class PlaygroundRunTest {
    private static final Visitor PERSON = Visitor.person(UUID.randomUUID().toString());
    private static final Visitor OWNER = Visitor.address("192.0.2.1");

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
        PlaygroundRun run = new PlaygroundRun(PlaygroundEngineTest.state("pace=10"), true, pool, OWNER);
        assertThat(run.view().playing()).isTrue();
        run.seen();
        serve();
        assertThat(run.snapshot().epoch()).isEqualTo(1);
        now += PlaygroundRun.PATIENCE_NANOS + 1;
        serve();
        assertThat(run.view().playing()).isFalse();
        assertThat(run.snapshot().epoch()).isEqualTo(1);
        PlaygroundRun gone = new PlaygroundRun(PlaygroundEngineTest.state("pace=10"), true, pool, OWNER);
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
        for (int address = 0; address < 4; address++) {
            fill(playgrounds, Visitor.address("192.0.2." + address), Playgrounds.MOST_OF_ADDRESS - address / 3);
        }
        PlaygroundRun last = open(playgrounds, PERSON);
        assertThatThrownBy(() -> open(playgrounds, PERSON)).hasMessageStartingWith("The Playground is full: ");
        playgrounds.close(last);
        last.play();
        serve();
        assertThat(last.snapshot().step()).isZero();
        open(playgrounds, PERSON);
    }

    @Test
    @DisplayName("an address has a quarter of the places, a person twenty, and both are told what to do")
    void shares() {
        Playgrounds playgrounds = new Playgrounds(pool);
        fill(playgrounds, OWNER, 100);
        assertThatThrownBy(() -> open(playgrounds, OWNER))
                .hasMessage(
                        "From your network's address 100 pages of the Playground are open, as many as may be without"
                                + " an account. Close some of them, or enter the lab as a guest, and open this page again.");
        fill(playgrounds, PERSON, 20);
        assertThatThrownBy(() -> open(playgrounds, PERSON))
                .hasMessage("You have 20 pages of the Playground open, as many as one person may have."
                        + " Close some of them, and open this page again.");
        open(playgrounds, Visitor.address("192.0.2.2"));
    }

    @Test
    @DisplayName("one whose page gives no sign takes no place")
    void abandoned() {
        Playgrounds playgrounds = new Playgrounds(pool);
        fill(playgrounds, OWNER, 99);
        boolean[] present = {true};
        playgrounds.open(PlaygroundEngineTest.state("hidden=none"), false, OWNER, () -> present[0]);
        assertThatThrownBy(() -> open(playgrounds, OWNER)).isInstanceOf(RefusedException.class);
        present[0] = false;
        open(playgrounds, OWNER);
    }

    private static void fill(Playgrounds playgrounds, Visitor owner, int count) {
        for (int i = 0; i < count; i++) {
            open(playgrounds, owner);
        }
    }

    private static PlaygroundRun open(Playgrounds playgrounds, Visitor owner) {
        return playgrounds.open(PlaygroundEngineTest.state("hidden=none"), false, owner, () -> true);
    }

    @Test
    @DisplayName("eighty of one address leave a student more than half of the slices")
    void shared() {
        RunPool crowded = new RunPool(1, Duration.ofMillis(1), () -> now += 50_000);
        for (int i = 0; i < 80; i++) {
            new PlaygroundRun(PlaygroundEngineTest.state("pace=max"), true, crowded, OWNER);
        }
        int[] slices = new int[1];
        RunPool.Job student = nanos -> {
            slices[0]++;
            now += nanos;
            return 0;
        };
        crowded.enlist(student, Visitor.person(UUID.randomUUID().toString())).wake();
        for (int i = 0; i < 500; i++) {
            crowded.serveOne();
        }
        assertThat(slices[0]).isGreaterThan(250);
    }

    private PlaygroundRun run(String link) {
        return new PlaygroundRun(PlaygroundEngineTest.state(link), false, pool, OWNER);
    }

    private void serve() {
        while (pool.serveOne()) {
            // until nobody is due
        }
    }
}
