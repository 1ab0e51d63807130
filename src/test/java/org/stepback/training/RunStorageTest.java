package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stepback.exercise.Exercise;
import org.stepback.nn.optimizer.Adam;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases.Database;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;

/// What outlives a server that is killed: the same tests on H2 and on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunStorageTest {
    private static final Exercise EXERCISE = Exercises.moons(2_000);
    private static final long STEPS = 6_000;

    private StorageContext storage;
    private JdbcClient jdbc;
    private UUID ada;

    abstract Database database();

    @BeforeAll
    void open() {
        storage = StorageContext.of(database());
        jdbc = storage.get(JdbcClient.class);
    }

    @BeforeEach
    void signIn() {
        jdbc.sql("delete from account").update();
        ada = storage.account();
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Test
    void a_run_is_in_the_database_when_start_returns() {
        server().start(ada, "fit1");

        Server again = server();
        again.revive();
        again.serveAll();

        assertThat(current(again).status().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void after_a_kill_a_run_goes_on_by_itself_from_its_last_save_and_ends_bit_for_bit_as_an_unbroken_one() {
        Server killed = server();
        Run run = killed.start(ada, "fit1");
        killed.serve(3);
        killed.time.pass(Duration.ofSeconds(2));
        killed.serve(1);
        killed.keep();
        long saved = run.status().step();
        killed.serve(4); // what comes now is lost, and drawn again
        assertThat(run.status().step()).isBetween(saved + 1, STEPS - 1);

        Server again = server();
        again.revive();
        Run back = again.service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
        assertThat(back.status().step()).isEqualTo(saved);
        again.serveAll();

        Run unbroken = unbroken();
        Bits.assertSame(back.status(), unbroken.status());
        Bits.assertSame(back.since(Cursor.START), unbroken.since(Cursor.START));
        Bits.assertSame(
                back.worker().image().checkpoint(), unbroken.worker().image().checkpoint());
    }

    @Test
    void after_a_kill_a_paused_run_stays_paused_with_its_pace_and_can_be_resumed() {
        Server killed = server();
        Run run = killed.start(ada, "fit1");
        killed.serve(2);
        killed.service.setPace(ada, Exercises.SLUG, "fit1", new Pace(100));
        killed.pause(run);
        killed.keep();

        Server again = server();
        again.revive();
        again.serveAll();
        Run back = current(again);
        assertThat(back.status()).isEqualTo(run.status());
        assertThat(back.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(back.status().pace()).isEqualTo(new Pace(100));

        again.service.setPace(ada, Exercises.SLUG, "fit1", Pace.FULL);
        again.service.resume(ada, Exercises.SLUG, "fit1");
        again.serveAll();
        Bits.assertSame(back.since(Cursor.START), unbroken().since(Cursor.START));
    }

    @Test
    void a_server_that_stops_in_order_saves_the_very_last_step() {
        Server stopped = server();
        Run run = stopped.start(ada, "fit1");
        stopped.serve(3);
        stopped.service.stop();

        Server again = server();

        assertThat(current(again).status().step())
                .isEqualTo(run.status().step())
                .isPositive();
    }

    @Test
    void a_diverged_run_comes_back_with_the_step_and_the_layer() {
        RunStore store = store();
        RunSetup setup = Setups.diverging();
        RunEngine engine = new RunEngine(setup);
        while (engine.nonFinite().isEmpty()) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
            }
        }
        var view = new RunControl.View(
                RunState.STOPPED, engine.nonFinite().get().sentence(), engine.nonFinite(), Pace.FULL, "");
        RunKey key = new RunKey(ada, setup.slug(), setup.cell());
        Server server = server();
        Run run = new Run(
                UUID.randomUUID(),
                key,
                setup,
                new RunImage(view, engine.checkpoint(), engine.record().copy()),
                new Run.Host(server.pool, server.time, Duration.ofSeconds(2)));

        store.replace(RunRow.of(run, run.worker().image()));
        Runs runs = new Runs(
                store,
                (slug, cell, configuration) -> setup,
                new Run.Host(server.pool, server.time, Duration.ofSeconds(2)),
                Long.MAX_VALUE,
                Long.MAX_VALUE);

        assertThat(runs.find(key).orElseThrow().status()).isEqualTo(run.status());
        assertThat(run.status().nonFinite()).isEqualTo(engine.nonFinite());
    }

    @Test
    void a_save_that_comes_late_does_not_touch_the_run_that_took_the_place() {
        Server server = server();
        Run first = server.start(ada, "fit1");
        server.serve(3);
        Run second = server.start(ada, "fit1");
        store().save(first.id(), first.worker().image());

        assertThat(jdbc.sql("select id from run").query(UUID.class).list()).containsExactly(second.id());
        assertThat(current(server()).status().step()).isZero();
    }

    @Test
    void what_cannot_be_saved_now_is_saved_later() {
        Server server = server();
        Run run = server.start(ada, "fit1");
        server.serve(2);
        server.pause(run);

        jdbc.sql("alter table run_part rename to away").update();
        Quiet.about(RunKeeper.class, server::keep);
        Quiet.about(RunKeeper.class, server::keep);
        jdbc.sql("alter table away rename to run_part").update();
        server.keep();

        assertThat(current(server()).status()).isEqualTo(run.status());
    }

    @Test
    void a_checkpoint_larger_than_a_value_of_the_database_is_kept_in_parts() {
        RunSetup wide = Setups.classify(50, 16, 5, 0.2, new Adam(), 300, 300);
        Server server = server();
        Run.Host host = new Run.Host(server.pool, server.time, Duration.ofSeconds(2));
        RunKey key = new RunKey(ada, wide.slug(), wide.cell());
        Run run = new Run(UUID.randomUUID(), key, wide, Pace.FULL, host);
        run.wake();
        server.serveAll();

        store().replace(RunRow.of(run, run.worker().image()));
        run.worker().save(image -> store().save(run.id(), image));

        assertThat(jdbc.sql("select count(*) from run_part").query(Long.class).single())
                .isGreaterThan(2);
        Runs runs = new Runs(store(), (slug, cell, configuration) -> wide, host, Long.MAX_VALUE, Long.MAX_VALUE);
        Run back = runs.find(key).orElseThrow();
        Bits.assertSame(back.worker().image().checkpoint(), run.worker().image().checkpoint());
    }

    @Test
    void no_value_is_larger_than_its_bound() {
        Server server = server();
        server.start(ada, "fit1");
        server.serveAll();
        server.keep();

        long largest = jdbc.sql("select max(octet_length(content)) from run_part")
                .query(Long.class)
                .single();
        assertThat(largest).isBetween(RunRecord.mostBytes(2) / 4, RunRecord.mostBytes(2) + 10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update run_part set content = 'gibberish'",
                "delete from run_part",
                "update run set state = 'DANCING'",
                "update run set pace = -1",
                "update run set setup = 'gibberish'",
                "update run set setup = '{\"fit1\":{\"epochs\":20}}'",
                "update run set fingerprint = 'another'",
            })
    void a_damaged_row_is_refused_with_a_sentence_and_the_run_can_be_started_afresh(String damage) {
        Server killed = server();
        killed.start(ada, "fit1");
        killed.start(ada, "fit2");
        killed.serve(4);
        jdbc.sql(damage
                        + (damage.contains("run_part")
                                ? " where run in (select id from run where cell = 'fit1')"
                                : " where cell = 'fit1'"))
                .update();

        Server again = server();
        Quiet.about(Runs.class, again::revive);
        Quiet.about(Runs.class, () -> assertThat(again.service.current(ada, Exercises.SLUG, "fit1"))
                .isEmpty());

        if (!damage.contains("DANCING")) {
            assertThat(again.service.lost(ada, Exercises.SLUG, "fit1"))
                    .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("Press Run to start it again."));
        }
        assertThat(again.service.lost(ada, Exercises.SLUG, "fit2")).isEmpty();
        assertThat(again.service.current(ada, Exercises.SLUG, "fit2")).isPresent();
        Run fresh = again.start(ada, "fit1");
        again.serve(4);
        assertThat(fresh.status().step()).isPositive();
        assertThat(again.service.lost(ada, Exercises.SLUG, "fit1")).isEmpty();
    }

    @Test
    void a_run_of_an_exercise_that_has_changed_is_refused_with_a_sentence() {
        Server killed = server();
        killed.start(ada, "fit1");
        killed.serve(2);

        Server changed = new Server(storage, Exercises.moons(2_000, 8));
        Quiet.about(Runs.class, changed::revive);

        assertThat(changed.service.lost(ada, Exercises.SLUG, "fit1"))
                .contains("The exercise has changed since this run was started, so it cannot go on."
                        + " Press Run to start it again.");
        assertThat(changed.start(ada, "fit1").status().step()).isZero();
    }

    @Test
    void a_run_of_an_exercise_that_has_gone_does_not_keep_the_server_from_starting() {
        Server killed = server();
        killed.start(ada, "fit1");

        Exercise another = new Exercise("another", "Another", "", List.of(), Map.of(), Map.of());
        Quiet.about(Runs.class, new Server(storage, another)::revive);

        assertThat(server().service.lost(ada, Exercises.SLUG, "fit1"))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("There is no exercise \"moons\" any more."));
    }

    @Test
    void an_account_that_goes_takes_its_runs_along() {
        server().start(ada, "fit1");

        jdbc.sql("delete from account").update();

        assertThat(jdbc.sql("select count(*) from run_part").query(Long.class).single())
                .isZero();
    }

    private Server server() {
        return new Server(storage, EXERCISE);
    }

    private RunStore store() {
        return new RunStore(jdbc, storage.get(PlatformTransactionManager.class), new ManualTime(), _ -> {});
    }

    private Run current(Server server) {
        return server.service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
    }

    private Run unbroken() {
        Server server = server();
        Run run = server.start(storage.account(), "fit1");
        server.serveAll();
        return run;
    }
}
