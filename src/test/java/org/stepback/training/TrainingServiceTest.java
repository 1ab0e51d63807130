package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.unit.DataSize;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.replay.Replay;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.NewPoints;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingServiceTest {
    private static final Exercise EXERCISE = Exercises.moons(2_000);

    /// Some 55 MB while it trains.
    private static final Edit WIDE = new Edit(
            "net",
            "layers",
            "[{\"dense\":{\"units\":440,\"activation\":\"relu\"}},{\"dense\":{\"units\":440,\"activation\":\"relu\"}},"
                    + "{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]");

    private StorageContext storage;
    private Server server;
    private TrainingService service;
    private UUID ada;

    @BeforeAll
    void open() {
        storage = StorageContext.of(TestDatabases.h2());
    }

    @BeforeEach
    void signIn() {
        server = new Server(storage, EXERCISE);
        service = server.service;
        ada = storage.account();
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Test
    void a_started_run_is_the_cells_current_one() {
        Run run = server.start(ada, "fit1");

        assertThat(service.current(ada, Exercises.SLUG, "fit1")).containsSame(run);
        assertThat(service.current(ada, Exercises.SLUG, "fit2")).isEmpty();
        assertThat(service.current(ada, "another", "fit1")).isEmpty();
    }

    @Test
    void a_prepared_run_stands_at_step_0_until_it_is_stepped_or_resumed() {
        Run run = service.prepare(ada, EXERCISE, Exercises.resolved(EXERCISE), "fit1", Pace.FULL);
        server.serveAll();
        assertThat(run.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(run.status().step()).isZero();
        assertThat(run.status().validation().loss()).isPositive();

        service.step(ada, Exercises.SLUG, "fit1");
        server.serveAll();
        assertThat(run.status().step()).isEqualTo(1);

        service.resume(ada, Exercises.SLUG, "fit1");
        server.serveAll();
        assertThat(run.status().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void only_its_owner_reaches_a_run() {
        UUID eve = storage.account();
        Run run = server.start(ada, "fit1");
        server.serve(1);

        assertThat(service.current(eve, Exercises.SLUG, "fit1")).isEmpty();
        List<Runnable> attempts = List.of(
                () -> service.pause(eve, Exercises.SLUG, "fit1"),
                () -> service.resume(eve, Exercises.SLUG, "fit1"),
                () -> service.step(eve, Exercises.SLUG, "fit1"),
                () -> service.setPace(eve, Exercises.SLUG, "fit1", new Pace(10)));
        for (Runnable attempt : attempts) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("There is no run here yet. Press Run to start one.");
        }
        service.reset(eve, Exercises.SLUG, "fit1");

        assertThat(run.status().state()).isEqualTo(RunState.RUNNING);
        assertThat(service.current(ada, Exercises.SLUG, "fit1")).containsSame(run);
    }

    @Test
    void a_second_start_takes_the_place_of_the_first() {
        Run first = server.start(ada, "fit1");
        server.serve(1);
        Run second = server.start(ada, "fit1");
        server.serveAll();

        assertThat(first.isCurrent()).isFalse();
        assertThat(first.status().state()).isEqualTo(RunState.STOPPED);
        assertThat(second.isCurrent()).isTrue();
        assertThat(service.current(ada, Exercises.SLUG, "fit1")).containsSame(second);
    }

    @Test
    void a_reset_run_is_gone() {
        Run run = server.start(ada, "fit1");
        server.serve(1);

        service.reset(ada, Exercises.SLUG, "fit1");
        server.serveAll();
        server.keep();

        assertThat(run.isCurrent()).isFalse();
        assertThat(run.status().state()).isEqualTo(RunState.STOPPED);
        assertThat(service.current(ada, Exercises.SLUG, "fit1")).isEmpty();
        assertThat(new Server(storage, EXERCISE).service.current(ada, Exercises.SLUG, "fit1"))
                .isEmpty();
    }

    @Test
    void a_fifth_run_pauses_the_one_that_nobody_has_looked_at_for_longest() {
        List<Run> runs = List.of("fit1", "fit2", "fit3", "fit4").stream()
                .map(cell -> {
                    server.time.pass(Duration.ofSeconds(1));
                    return server.start(ada, cell);
                })
                .toList();
        RunViewer watch = runs.getFirst().watch();

        Run fifth = server.start(ada, "fit5");
        server.serve(5);

        assertThat(runs.get(1).status().state()).isEqualTo(RunState.PAUSED);
        assertThat(runs.get(1).status().reason())
                .isEqualTo("Paused: 4 of your runs may train at once, and you started another. Press Resume to go on.");
        assertThat(List.of(runs.get(0), runs.get(2), runs.get(3), fifth))
                .allMatch(run -> run.status().state() == RunState.RUNNING);

        service.resume(ada, Exercises.SLUG, "fit2");
        server.serve(5);

        assertThat(runs.get(1).status().state()).isEqualTo(RunState.RUNNING);
        assertThat(runs.get(2).status().state()).isEqualTo(RunState.PAUSED);
        watch.close();
    }

    @Test
    void starting_a_cell_again_pauses_no_other() {
        List<Run> runs = List.of("fit1", "fit2", "fit3", "fit4").stream()
                .map(cell -> server.start(ada, cell))
                .toList();

        server.start(ada, "fit4");
        server.serve(4);

        assertThat(runs.subList(0, 3)).allMatch(run -> run.status().state() == RunState.RUNNING);
    }

    @Test
    void one_persons_runs_pause_no_other_persons() {
        UUID bob = storage.account();
        List.of("fit1", "fit2", "fit3", "fit4").forEach(cell -> server.start(ada, cell));

        Run run = server.start(bob, "fit1");
        server.serve(8);

        assertThat(List.of("fit1", "fit2", "fit3", "fit4"))
                .allMatch(cell -> service.current(ada, Exercises.SLUG, cell)
                                .orElseThrow()
                                .status()
                                .state()
                        == RunState.RUNNING);
        assertThat(run.status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void a_run_that_nobody_looks_at_ends_after_its_budget_and_one_that_is_watched_does_not() {
        Run abandoned = server.start(ada, "fit1");
        Run watched = server.start(ada, "fit2");
        RunViewer watch = watched.watch();
        server.serve(2);

        server.time.pass(Duration.ofMinutes(29));
        server.keep();
        assertThat(abandoned.status().state()).isEqualTo(RunState.RUNNING);
        long step = abandoned.status().step();
        server.time.pass(Duration.ofMinutes(2));
        server.keep();

        assertThat(abandoned.status().state()).isEqualTo(RunState.STOPPED);
        assertThat(abandoned.status().reason())
                .isEqualTo("Nobody looked at this run for 30 minutes, so it stopped at step %,d.".formatted(step)
                        + " Press Run to start it again.");
        assertThat(watched.status().state()).isEqualTo(RunState.RUNNING);
        watch.close();
    }

    @Test
    void a_run_that_stands_still_leaves_the_memory_when_nobody_looks_and_is_read_back_as_it_was() {
        Run run = server.start(ada, "fit1");
        server.serveAll();
        server.keep();
        NewPoints points = run.since(Cursor.START);
        server.time.pass(Duration.ofMinutes(11));

        server.keep();

        assertThat(run.isCurrent()).isFalse();
        Run back = service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
        assertThat(back).isNotSameAs(run);
        assertThat(back.status()).isEqualTo(run.status());
        assertThat(back.since(points.cursor()).fresh()).isTrue();
        Bits.assertSame(back.since(Cursor.START), points);
        assertThat(back.network().kernel(0).data).isEqualTo(run.network().kernel(0).data);
    }

    @Test
    void a_run_that_is_not_saved_yet_stays_in_memory() {
        Run run = server.start(ada, "fit1");
        server.serve(1);
        server.pause(run);
        server.time.pass(Duration.ofMinutes(11));

        assertThat(run.isCurrent()).isTrue();
        server.keep(); // saves first, so that it may leave
        assertThat(run.isCurrent()).isFalse();
        Run back = service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
        assertThat(back.status()).isEqualTo(run.status());
    }

    @Test
    void where_the_memory_is_full_runs_that_stand_still_make_room_and_else_the_start_is_refused() {
        Run over = server.start(ada, "fit1");
        server.serveAll();
        DataSize memory = DataSize.ofBytes(2 * over.setup().estimate().bytes() + over.bytes() / 2);
        Server small = new Server(storage, EXERCISE, Server.limits(memory));
        Run idle = small.start(ada, "fit1");
        small.serveAll();
        small.keep();
        small.start(ada, "fit2");
        small.time.pass(Duration.ofSeconds(1));

        small.start(ada, "fit3");
        assertThat(idle.isCurrent()).isFalse();
        assertThatThrownBy(() -> small.start(ada, "fit4"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The server has no memory left for another run. Wait until some others have ended, and try again.");
    }

    @Test
    void finished_runs_give_up_their_memory_though_a_page_shows_them() {
        Server small = small(DataSize.ofMegabytes(256), DataSize.ofMegabytes(64));
        List<Run> done = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> {
                    Run run = small.start(ada, "fit" + i, WIDE);
                    run.watch();
                    small.serveAll();
                    small.keep();
                    return run;
                })
                .toList();
        assertThat(done).allMatch(run -> run.status().state() == RunState.DONE && run.isCurrent());

        for (int i = 1; i <= 4; i++) {
            assertThat(small.start(storage.account(), "fit" + i, WIDE).isCurrent())
                    .isTrue();
        }
        assertThat(done).allMatch(Run::isCurrent);
        assertThat(done.stream().mapToLong(Run::bytes).sum())
                .isLessThan(done.getFirst().setup().estimate().bytes());
    }

    @Test
    void a_finished_run_shows_and_replays_all_that_it_did() {
        Run run = server.start(ada, "fit1");
        server.serve(1);
        double[] early = Arrays.copyOf(run.worker().image().checkpoint().weights(), 10);
        server.serveAll();
        long last = run.setup().totalSteps();

        assertThat(run.bytes()).isLessThan(run.setup().estimate().bytes());
        assertThat(run.worker().image().checkpoint().step()).isEqualTo(last);
        assertThat(run.network().kernel(0).data)
                .isEqualTo(Arrays.copyOf(run.worker().rest().weights(), 10))
                .isNotEqualTo(early);
        Replay replay = run.replay();
        assertThat(replay.distance(last + 1)).isZero();
        assertThat(replay.trace(last).step()).isEqualTo(last);
    }

    @Test
    void a_person_has_a_share_of_the_memory_and_is_told_what_to_do() {
        Server small = small(DataSize.ofMegabytes(256), DataSize.ofMegabytes(64));
        Run paused = small.start(ada, "fit1", WIDE);
        paused.watch();
        small.pause(paused);
        small.keep();

        assertThatThrownBy(() -> small.start(ada, "fit2", WIDE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Your other runs take up the memory that one person may have. Reset one of them, or use"
                        + " fewer units or samples, and try again.");
        assertThat(small.start(ada, "fit1", WIDE).isCurrent()).isTrue(); // in place of the first
        assertThat(small.start(storage.account(), "fit1", WIDE).isCurrent()).isTrue();
        small.service.reset(ada, Exercises.SLUG, "fit1");
        assertThat(small.start(ada, "fit2", WIDE).isCurrent()).isTrue();
    }

    @Test
    void a_sweep_takes_of_its_persons_share() {
        Server small = small(DataSize.ofMegabytes(256), DataSize.ofMegabytes(64));
        Exercise exercise = Exercises.moons(1);
        Sweep sweep = small.service.sweep(
                ada,
                exercise,
                Exercises.resolved(exercise, WIDE),
                "fit1",
                SweptSetting.LEARNING_RATE,
                List.of(0.1, 0.2));

        assertThatThrownBy(() -> small.start(ada, "fit2", WIDE))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Your other runs take up the memory");
        small.serveAll();
        assertThat(sweep.isOver()).isTrue();
        assertThat(small.start(ada, "fit2", WIDE).isCurrent()).isTrue();
    }

    private Server small(DataSize memory, DataSize perPerson) {
        return new Server(storage, Exercises.moons(1), Server.limits(memory, perPerson));
    }

    @Test
    void a_run_that_finds_no_room_after_a_restart_goes_on_once_there_is_some() {
        long one = server.start(ada, "fit1").setup().estimate().bytes();
        server.time.pass(Duration.ofSeconds(1));
        server.start(ada, "fit2");
        Server small = new Server(storage, EXERCISE, Server.limits(DataSize.ofBytes(one + one / 2)));
        Quiet.about(RunKeeper.class, small::revive);

        assertThat(small.service.current(ada, Exercises.SLUG, "fit2")).isEmpty();
        assertThat(small.service.lost(ada, Exercises.SLUG, "fit2"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("no memory left"));
        small.serveAll();
        small.keep();
        small.time.pass(Duration.ofSeconds(1));

        Run second = small.service.current(ada, Exercises.SLUG, "fit2").orElseThrow();
        assertThat(small.service.lost(ada, Exercises.SLUG, "fit2")).isEmpty();
        small.serveAll();
        assertThat(second.status().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void a_run_that_would_cost_too_much_is_refused_and_leaves_the_last_one_alone() {
        Run run = server.start(ada, "fit1");
        Edit wide = new Edit(
                "net",
                "layers",
                "[{\"dense\":{\"units\":512,\"activation\":\"relu\"}},{\"dense\":{\"units\":512,\"activation\":\"relu\"}},"
                        + "{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]");

        assertThatThrownBy(() -> server.start(ada, "fit1", wide))
                .isInstanceOf(RefusedException.class)
                .hasMessage("This network has 264,705 parameters; the limit is 200,000. Use fewer units or layers.");

        assertThat(run.isCurrent()).isTrue();
    }

    @Test
    void a_cell_with_a_problem_is_refused_with_its_sentence() {
        Edit wrong = new Edit("fit1", "epochs", "\"1e12\"");

        assertThatThrownBy(() -> server.start(ada, "fit1", wrong))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("from 1 to 10000");
        assertThatThrownBy(() -> server.start(ada, "net"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("This exercise has no such cell: net.");
    }
}
