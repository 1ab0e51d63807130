package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.NewPoints;

class RunTest {
    private final ManualTime time = new ManualTime();
    private final RunPool pool = new RunPool(1, Duration.ofMillis(1), time);

    @Test
    void a_run_takes_all_its_steps_and_is_done() {
        Run run = started(Setups.small(50));
        assertThat(run.status().state()).isEqualTo(RunState.QUEUED);

        serveAll();

        RunStatus status = run.status();
        assertThat(status.state()).isEqualTo(RunState.DONE);
        assertThat(status.step()).isEqualTo(150).isEqualTo(status.totalSteps());
        assertThat(status.epoch()).isEqualTo(50).isEqualTo(status.epochs());
        assertThat(status.loss()).isBetween(0.0, 0.5);
        assertThat(status.validation().loss()).isBetween(0.0, 0.5);
        assertThat(status.reason()).isEmpty();
        assertThat(status.stepsPerSecond()).isZero();
    }

    @Test
    void while_it_trains_it_says_how_fast() {
        Run run = started(Setups.manySteps(1_000));
        for (int i = 0; i < 10; i++) {
            time.pass(Duration.ofMillis(99));
            pool.serveOne();
        }

        long stepsASlice = run.status().step() / 10;
        assertThat(run.status().state()).isEqualTo(RunState.RUNNING);
        assertThat(run.status().stepsPerSecond()).isBetween(stepsASlice * 8.0, stepsASlice * 12.0);
    }

    @Test
    void a_paused_run_stands_still_until_it_is_resumed() {
        Run run = started(Setups.manySteps(1_000));
        pool.serveOne();

        run.control().pause("");
        run.wake();
        serveAll();
        long step = run.status().step();
        assertThat(run.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(step).isBetween(1L, run.status().totalSteps() - 1);
        run.wake();
        serveAll();
        assertThat(run.status().step()).isEqualTo(step);

        run.control().resume();
        run.wake();
        pool.serveOne();
        assertThat(run.status().step()).isGreaterThan(step);
    }

    @Test
    void step_takes_one_mini_batch_and_pauses_a_run_that_trains() {
        Run run = started(Setups.small(50));
        run.control().step();
        run.wake();
        serveAll();
        assertThat(run.status().step()).isEqualTo(1);
        assertThat(run.status().state()).isEqualTo(RunState.PAUSED);

        run.control().step();
        run.control().step();
        run.wake();
        serveAll();

        assertThat(run.status().step()).isEqualTo(3);
        assertThat(run.since(Cursor.START).epochEnds().step()).containsExactly(0, 3);
    }

    @Test
    void the_last_step_by_hand_ends_the_run() {
        Run run = started(Setups.small(1));
        for (int i = 0; i < 3; i++) {
            run.control().step();
        }
        run.wake();
        serveAll();

        assertThat(run.status().state()).isEqualTo(RunState.DONE);
        assertThatThrownBy(() -> run.control().step())
                .isInstanceOf(RefusedException.class)
                .hasMessage("This run has ended. Press Run to start it again.");
        assertThatThrownBy(() -> run.control().resume()).isInstanceOf(RefusedException.class);
    }

    @Property(tries = 50)
    void however_it_is_paused_stepped_paced_and_resumed_it_ends_bit_for_bit_as_an_unbroken_run(
            @ForAll("commands") @Size(max = 40) List<String> commands) {
        Run unbroken = started(Setups.small(60));
        serveAll();
        Run steered = started(Setups.small(60));
        for (String command : commands) {
            if (!steered.status().state().isOver()) {
                steer(steered, command);
            }
        }
        if (!steered.status().state().isOver()) {
            steered.control().setPace(Pace.FULL);
            steered.control().resume();
            steered.wake();
            serveAll();
        }

        Bits.assertSame(steered.status(), unbroken.status());
        Bits.assertSame(steered.since(Cursor.START), unbroken.since(Cursor.START));
        Bits.assertSame(
                steered.worker().image().checkpoint(), unbroken.worker().image().checkpoint());
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return Arbitraries.of("pause", "resume", "step", "slow", "full", "slice", "wait")
                .list();
    }

    private void steer(Run run, String command) {
        switch (command) {
            case "pause" -> run.control().pause("");
            case "resume" -> run.control().resume();
            case "step" -> run.control().step();
            case "slow" -> run.control().setPace(new Pace(10));
            case "full" -> run.control().setPace(Pace.FULL);
            case "slice" -> pool.serveOne();
            default -> time.pass(Duration.ofMillis(250));
        }
        run.wake();
    }

    @Test
    void a_paced_run_takes_its_steps_when_they_are_due_and_leaves_the_thread_in_between() {
        Run run = started(Setups.manySteps(1_000));
        run.control().setPace(new Pace(10));
        serveAll();
        assertThat(run.status().step()).isEqualTo(1);

        for (int i = 0; i < 100; i++) {
            time.pass(Duration.ofMillis(100));
            serveAll();
        }

        assertThat(run.status().step()).isBetween(100L, 101L);
        assertThat(run.status().state()).isEqualTo(RunState.RUNNING);
        assertThat(run.status().stepsPerSecond()).isBetween(9.0, 11.0);
    }

    @Test
    void a_diverging_run_stops_and_says_where() {
        Run run = started(Setups.diverging());
        serveAll();

        RunStatus status = run.status();
        NonFinite where = status.nonFinite().orElseThrow();
        assertThat(status.state()).isEqualTo(RunState.STOPPED);
        assertThat(status.reason()).contains("At step " + where.step(), "smaller learning rate");
        assertThat(where.layer()).isBetween(1, 2);
        assertThat(status.step()).isEqualTo(where.step()).isLessThan(status.totalSteps());
        assertThat(run.since(Cursor.START).steps().step()).endsWith(where.step());
    }

    @Test
    void an_error_ends_its_run_alone_with_a_sentence() {
        RunSetup setup = Setups.manySteps(50);
        Run broken = started(setup);
        Run sound = started(Setups.small(50));
        pool.serveOne();
        setup.train().x().data = new double[0]; // no step can read its samples any more

        Quiet.about(RunWorker.class, this::serveAll);

        assertThat(broken.status().state()).isEqualTo(RunState.FAILED);
        assertThat(broken.status().reason()).startsWith("An error in the server ended this run");
        assertThat(sound.status().state()).isEqualTo(RunState.DONE);
        List<RunImage> saved = new ArrayList<>();
        broken.worker().save(saved::add);
        assertThat(saved)
                .singleElement()
                .satisfies(image -> assertThat(image.control().state()).isEqualTo(RunState.FAILED));
    }

    @Test
    void the_version_changes_with_each_step_and_with_each_change_of_state() {
        Run run = started(Setups.small(50));
        serveAll();
        long done = run.version();
        serveAll();
        assertThat(run.version()).isEqualTo(done);

        Run paused = started(Setups.small(50));
        long before = paused.version();
        paused.control().pause("");
        assertThat(paused.version()).isGreaterThan(before);
    }

    @Test
    void the_network_shown_is_exact_where_the_run_stands_still_and_recent_where_it_trains() {
        Run run = started(Setups.manySteps(1_000));
        pool.serveOne();
        run.network();
        Network early = run.network();
        pool.serveOne();
        assertThat(run.network()).isNotSameAs(early);

        run.control().pause("");
        run.wake();
        serveAll();

        double[] weights = run.worker().image().checkpoint().weights();
        assertThat(run.network().kernel(0).get(0, 0)).isEqualTo(weights[0]);
        assertThat(run.network()).isSameAs(run.network());
    }

    @Test
    void predictions_are_those_of_the_network_and_bounded() {
        Run run = started(Setups.small(5));
        serveAll();
        DMatrixRMaj grid = new DMatrixRMaj(new double[][] {{0, 1, 2}, {0, 0.5, 1}});

        assertThat(run.predictions(grid).data)
                .isEqualTo(run.network().predict(grid).data)
                .hasSize(3);
        assertThat(run.maxGrid()).isEqualTo(10_000);
        assertThatThrownBy(() -> run.predictions(new DMatrixRMaj(2, 10_001)))
                .hasMessage("A grid for this network has at most 10000 points, not 10001.");
        RunSetup wide = Setups.classify(50, 16, 1, 0.2, new Sgd(), 256, 256);
        assertThat(started(wide).maxGrid()).isBetween(500, 1_000);
    }

    @Test
    void a_run_is_kept_to_be_saved_at_each_change_of_state_and_now_and_then_while_it_trains() {
        Run run = started(Setups.manySteps(10_000));
        AtomicInteger saves = new AtomicInteger();
        Runnable save = () -> run.worker().save(image -> saves.incrementAndGet());
        for (int i = 0; i < 5; i++) {
            pool.serveOne();
            save.run();
        }
        assertThat(saves).hasValue(0);

        time.pass(Duration.ofSeconds(2));
        pool.serveOne();
        pool.serveOne();
        save.run();
        save.run();
        assertThat(saves).hasValue(1);
        assertThat(run.worker().isSaved()).isFalse();

        run.control().pause("");
        run.wake();
        serveAll();
        save.run();
        save.run();
        assertThat(saves).hasValue(2);
        assertThat(run.worker().isSaved()).isTrue();
    }

    @Test
    void what_could_not_be_saved_is_saved_the_next_time() {
        Run run = started(Setups.small(5));
        serveAll();
        List<RunImage> saved = new ArrayList<>();

        assertThatThrownBy(() -> run.worker().save(image -> {
                    throw new IllegalStateException("meant to fail");
                }))
                .isInstanceOf(IllegalStateException.class);
        run.worker().save(saved::add);

        assertThat(saved).hasSize(1);
    }

    @Test
    void a_cursor_of_another_run_gives_all_points_afresh() {
        Run one = started(Setups.small(5));
        Run other = started(Setups.small(5));
        serveAll();
        NewPoints first = one.since(Cursor.START);

        assertThat(first.fresh()).isTrue();
        assertThat(one.since(first.cursor()).isEmpty()).isTrue();
        assertThat(other.since(first.cursor()).fresh()).isTrue();
        assertThat(other.since(first.cursor()).steps().step())
                .isEqualTo(first.steps().step());
    }

    @Test
    void it_counts_the_pages_that_look_at_it() {
        Run run = started(Setups.small(5));
        time.pass(Duration.ofMinutes(10));
        assertThat(run.unwatched()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));

        RunViewer one = run.watch();
        RunViewer other = run.watch();
        one.close();
        one.close();
        time.pass(Duration.ofMinutes(10));
        assertThat(run.unwatched()).isZero();
        other.close();
        time.pass(Duration.ofMinutes(10));

        assertThat(run.unwatched()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    private Run started(RunSetup setup) {
        RunKey key = new RunKey(UUID.randomUUID(), setup.slug(), setup.cell());
        Run run = new Run(UUID.randomUUID(), key, setup, Pace.FULL, new Run.Host(pool, time, Duration.ofSeconds(2)));
        run.wake();
        return run;
    }

    private void serveAll() {
        while (pool.serveOne()) {
            assertThat(pool).isNotNull();
        }
    }
}
