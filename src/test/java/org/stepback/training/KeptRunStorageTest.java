package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.Evaluation;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases.Database;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.LossCurve;
import org.stepback.training.series.NewPoints;

/// The history of a cell's runs, forks and sweeps: the same tests on H2 and on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeptRunStorageTest {
    private static final Exercise EXERCISE = Exercises.moons(20);
    private static final Edit FASTER = new Edit("fit1", "optimizer", "{\"adam\":{\"learning_rate\":0.1}}");

    private StorageContext storage;
    private Server server;
    private UUID ada;

    abstract Database database();

    @BeforeAll
    void open() {
        storage = StorageContext.of(database());
    }

    @BeforeEach
    void signIn() {
        server = new Server(storage, EXERCISE);
        ada = storage.account();
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Test
    void each_run_is_kept_with_its_result_the_newest_first() {
        Run first = finished("fit1");
        Run second = finished("fit1", FASTER);

        List<KeptRun> kept = server.service.kept(ada, Exercises.SLUG, "fit1");

        assertThat(kept).extracting(KeptRun::number).containsExactly(2, 1);
        assertThat(kept).extracting(KeptRun::id).containsExactly(second.id(), first.id());
        assertThat(kept.getLast().training()).isEqualTo(first.status().training());
        assertThat(kept.getFirst().validation()).isEqualTo(second.status().validation());
        assertThat(kept.getFirst().state()).isEqualTo(RunState.DONE);
        assertThat(kept.getFirst().step()).isEqualTo(60);
        assertThat(kept.getFirst().setup()).isEqualTo(second.setup().configuration());
        assertThat(kept.getFirst().curve().step()).startsWith(0, 3).endsWith(60).hasSize(21);
        assertThat(kept.getFirst().curve().training())
                .endsWith(second.status().training().loss());
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit2")).isEmpty();
    }

    @Test
    void a_run_that_is_reset_in_the_middle_is_kept_and_one_without_a_step_is_not() {
        server.start(ada, "fit1");
        server.service.reset(ada, Exercises.SLUG, "fit1");
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1")).isEmpty();

        Run run = server.start(ada, "fit1");
        server.serve(2);
        long step = run.status().step();
        server.service.reset(ada, Exercises.SLUG, "fit1");

        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.step()).isEqualTo(step).isPositive());
    }

    @Test
    void only_its_owner_names_and_deletes_a_kept_run() {
        UUID eve = storage.account();
        UUID run = finished("fit1").id();

        server.service.rename(eve, run, "mine");
        server.service.forget(eve, run);
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1"))
                .extracting(KeptRun::title)
                .containsExactly("Run 1");
        assertThat(server.service.kept(eve, Exercises.SLUG, "fit1")).isEmpty();

        server.service.rename(ada, run, "  baseline ");
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1"))
                .extracting(KeptRun::title)
                .containsExactly("baseline");
        assertThatThrownBy(() -> server.service.rename(ada, run, "x".repeat(81)))
                .hasMessage("A name has at most 80 letters.");
        server.service.forget(ada, run);
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1")).isEmpty();
    }

    @Test
    void a_deleted_run_comes_back_as_it_was() {
        finished("fit1");
        UUID named = finished("fit1", FASTER).id();
        server.service.rename(ada, named, "fast");
        KeptRun run = server.service.kept(ada, Exercises.SLUG, "fit1").getFirst();

        server.service.forget(ada, named);
        server.service.restore(ada, Exercises.SLUG, "fit1", run);

        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1"))
                .first()
                .usingRecursiveComparison()
                .isEqualTo(run);
    }

    @Test
    void a_run_whose_number_another_has_by_now_comes_back_under_the_next() {
        UUID other = finished("fit1").id();
        KeptRun run = server.service.kept(ada, Exercises.SLUG, "fit1").getFirst();
        UUID id = UUID.randomUUID();
        KeptRun same = new KeptRun(
                id,
                run.number(),
                "",
                run.setup(),
                run.state(),
                run.step(),
                run.training(),
                run.validation(),
                run.curve());

        server.service.restore(ada, Exercises.SLUG, "fit1", same);

        List<KeptRun> kept = server.service.kept(ada, Exercises.SLUG, "fit1");
        assertThat(kept).extracting(KeptRun::number).containsExactly(2, 1);
        assertThat(kept).extracting(KeptRun::id).containsExactly(id, other);
    }

    @Test
    void a_name_of_any_characters_is_kept_as_it_was_given_or_refused_with_a_sentence() {
        UUID run = finished("fit1").id();
        for (int code = 0x21; code <= Character.MAX_CODE_POINT; code = code < 0x300 ? code + 1 : code + 911) {
            String name = "a" + Character.toString(code) + "b";
            if (Character.getType(code) != Character.SURROGATE) {
                server.service.rename(ada, run, name);
                assertThat(server.service.kept(ada, Exercises.SLUG, "fit1"))
                        .extracting(KeptRun::title)
                        .containsExactly(name);
            }
        }
        for (String broken : List.of("a\0b", "a\uD83D", "\uDE00b", "\uDE00\uD83D")) {
            assertThatThrownBy(() -> server.service.rename(ada, run, broken))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("A character of this text is broken. Type it again.");
        }
    }

    @Test
    void where_there_are_too_many_the_oldest_without_a_name_goes() {
        var store = new RunStore(
                        storage.get(JdbcClient.class),
                        storage.get(PlatformTransactionManager.class),
                        server.time,
                        _ -> {})
                .kept();
        RunKey key = new RunKey(ada, Exercises.SLUG, "fit1");
        List<KeptRun> runs = IntStream.rangeClosed(1, KeptRuns.MOST + 2)
                .mapToObj(number -> kept(number == 1 ? "first" : ""))
                .toList();
        runs.forEach(run -> store.keep(key, run));

        List<Integer> numbers = store.of(key).stream().map(KeptRun::number).toList();

        assertThat(numbers)
                .hasSize(KeptRuns.MOST)
                .startsWith(KeptRuns.MOST + 2)
                .endsWith(1)
                .doesNotContain(2, 3);
    }

    private static KeptRun kept(String name) {
        Evaluation none = new Evaluation(1, Double.NaN);
        LossCurve curve = new LossCurve(new long[] {0}, new double[] {1}, new double[] {Double.NaN});
        return new KeptRun(UUID.randomUUID(), 0, name, "{}", RunState.DONE, 5, none, none, curve);
    }

    @Test
    void a_fork_with_the_same_settings_is_the_unbroken_run_bit_for_bit() {
        Run run = finished("fit1");
        NewPoints unbroken = run.since(Cursor.START);

        Run fork = fork(31);
        server.serveAll();

        Bits.assertSame(fork.since(Cursor.START), unbroken);
    }

    @Test
    void a_fork_has_the_same_past_and_another_future() {
        NewPoints unbroken = finished("fit1").since(Cursor.START);

        Run fork = fork(31, FASTER);
        server.serveAll();

        NewPoints forked = fork.since(Cursor.START);
        assertThat(fork.status().state()).isEqualTo(RunState.DONE);
        assertThat(Arrays.copyOf(forked.steps().loss(), 32))
                .isEqualTo(Arrays.copyOf(unbroken.steps().loss(), 32));
        assertThat(forked.steps().loss()[32]).isNotEqualTo(unbroken.steps().loss()[32]);
        assertThat(forked.steps().learningRate()[30]).isEqualTo(0.01);
        assertThat(forked.steps().learningRate()[31]).isEqualTo(0.1);
    }

    @Test
    void a_fork_outlives_the_server_before_and_after_it_leaves_the_past() {
        finished("fit1");
        Run whole = fork(31, new Edit("fit1", "optimizer", "{\"sgd\":{\"learning_rate\":0.1,\"momentum\":0.9}}"));
        server.serveAll();
        for (int steps : new int[] {10, 31, 45}) {
            finished("fit1");
            Run fork = fork(31, new Edit("fit1", "optimizer", "{\"sgd\":{\"learning_rate\":0.1,\"momentum\":0.9}}"));
            server.service.pause(ada, Exercises.SLUG, "fit1");
            for (int i = 0; i < steps; i++) {
                server.service.step(ada, Exercises.SLUG, "fit1");
            }
            server.serveAll();
            assertThat(fork.status().step()).isEqualTo(steps);
            server.keep();

            Server again = new Server(storage, EXERCISE);
            again.service.resume(ada, Exercises.SLUG, "fit1");
            again.serveAll();

            Run back = again.service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
            Bits.assertSame(back.since(Cursor.START), whole.since(Cursor.START));
        }
    }

    @Test
    void a_run_that_is_rewound_pauses_there_and_goes_on_as_it_did() {
        NewPoints unbroken = finished("fit1").since(Cursor.START);

        Run rewound = server.service.rewind(ada, EXERCISE, Exercises.resolved(EXERCISE), "fit1", new Pace(1), 31);
        server.serve(10_000);

        assertThat(rewound.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(rewound.status().step())
                .as("though its pace is one step a second")
                .isEqualTo(31);
        assertThat(rewound.status().reason()).startsWith("Rewound: this is the run after step 31.");
        server.service.setPace(ada, Exercises.SLUG, "fit1", Pace.FULL);
        server.service.resume(ada, Exercises.SLUG, "fit1");
        server.serveAll();
        Bits.assertSame(rewound.since(Cursor.START), unbroken);
    }

    @Test
    void a_run_that_is_rewound_pauses_there_though_the_server_is_started_anew() {
        finished("fit1");
        Run rewound = server.service.rewind(ada, EXERCISE, Exercises.resolved(EXERCISE), "fit1", Pace.FULL, 31);
        server.service.pause(ada, Exercises.SLUG, "fit1");
        for (int i = 0; i < 10; i++) {
            server.service.step(ada, Exercises.SLUG, "fit1");
        }
        server.serveAll();
        assertThat(rewound.status().step()).isEqualTo(10);
        server.keep();

        Server again = new Server(storage, EXERCISE);
        again.service.resume(ada, Exercises.SLUG, "fit1");
        again.serveAll();

        Run back = again.service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
        assertThat(back.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(back.status().step()).isEqualTo(31);
        assertThat(back.status().reason()).startsWith("Rewound: this is the run after step 31.");
    }

    @Test
    void a_fork_of_a_fork_keeps_both_pasts() {
        finished("fit1");
        fork(10, FASTER);
        server.serveAll();
        NewPoints first = server.service
                .current(ada, Exercises.SLUG, "fit1")
                .orElseThrow()
                .since(Cursor.START);

        Run second = fork(20, new Edit("fit1", "optimizer", "{\"adam\":{\"learning_rate\":0.001}}"));
        server.serveAll();

        double[] rates = second.since(Cursor.START).steps().learningRate();
        assertThat(rates[9]).isEqualTo(0.01);
        assertThat(rates[10]).isEqualTo(0.1);
        assertThat(rates[19]).isEqualTo(0.1);
        assertThat(rates[20]).isEqualTo(0.001);
        assertThat(Arrays.copyOf(second.since(Cursor.START).steps().loss(), 20))
                .isEqualTo(Arrays.copyOf(first.steps().loss(), 20));
    }

    @Test
    void a_fork_with_another_network_or_at_a_step_that_was_not_taken_is_refused() {
        finished("fit1");

        assertThatThrownBy(() ->
                        fork(31, new Edit("net", "layers", "[{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("A fork keeps the run's past");
        assertThatThrownBy(() -> fork(31, new Edit("fit1", "batch_size", "8")))
                .hasMessageStartingWith("A fork keeps the run's past");
        assertThatThrownBy(() -> fork(61)).hasMessage("The run has taken 60 steps so far: fork it at one of them.");
        assertThatThrownBy(() -> fork(60))
                .hasMessage("A fork leaves its run at a step from 1 to 59. To fork later, raise the epochs.");
        assertThatThrownBy(() -> fork(0)).hasMessageStartingWith("A fork leaves its run at a step from 1");
        assertThatThrownBy(() -> server.service.fork(ada, EXERCISE, Exercises.resolved(EXERCISE), "fit2", Pace.FULL, 3))
                .hasMessageStartingWith("There is no run here yet");
    }

    @Test
    void a_sweep_gives_what_single_runs_give_and_keeps_each() {
        Sweep sweep = sweep(SweptSetting.LEARNING_RATE, 0.001, 0.1);
        server.serveAll();

        assertThat(sweep.isOver()).isTrue();
        assertThat(sweep.results()).extracting(Sweep.Result::value).containsExactly(0.001, 0.1);
        Run single = finished("fit1", FASTER);
        assertThat(sweep.results().getLast().training())
                .isEqualTo(single.status().training());
        assertThat(sweep.results().getLast().validation())
                .isEqualTo(single.status().validation());
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1"))
                .extracting(KeptRun::title)
                .containsExactly("Run 3", "learning rate 0.1", "learning rate 0.001");
    }

    @Test
    void a_value_that_cannot_be_trained_with_is_told_and_the_others_go_on() {
        Sweep sweep = sweep(SweptSetting.BATCH_SIZE, 8, 41);
        server.serveAll();

        assertThat(sweep.results().getFirst().sentence()).isEmpty();
        assertThat(sweep.results().getLast().sentence()).contains("40");
        assertThat(sweep.results().getLast().training().loss()).isNaN();
    }

    @Test
    void units_of_hidden_layers_are_swept_and_the_output_is_left() {
        Sweep sweep = sweep(SweptSetting.UNITS, 2, 9);
        server.serveAll();

        assertThat(sweep.results())
                .allSatisfy(result -> assertThat(result.training().loss()).isPositive());
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1").getFirst().setup())
                .contains("\"units\":9")
                .contains("\"units\":1,");
    }

    @Test
    void what_the_exercise_keeps_as_it_is_cannot_be_swept() {
        assertThatThrownBy(() -> sweep(SweptSetting.SEED, 4, 5))
                .isInstanceOf(RefusedException.class)
                .hasMessage("This exercise keeps the seed as it is.");
    }

    @Test
    void one_sweep_at_a_time_with_few_values_and_it_stops_where_it_is_told_to() {
        Sweep sweep = sweep(SweptSetting.LEARNING_RATE, 0.001, 0.01, 0.1);
        assertThatThrownBy(() -> sweep(SweptSetting.LEARNING_RATE, 1))
                .hasMessageStartingWith("A sweep of yours is under way");

        sweep.cancel();
        server.serveAll();

        assertThat(sweep.isOver()).isTrue();
        assertThat(sweep.results()).isEmpty();
        assertThat(server.service.kept(ada, Exercises.SLUG, "fit1")).isEmpty();
        assertThatThrownBy(() -> sweep(SweptSetting.LEARNING_RATE, new double[Sweep.MOST_VALUES + 1]))
                .hasMessage("A sweep takes 1 to 16 values, not 17.");
    }

    private Sweep sweep(SweptSetting setting, double... values) {
        List<Double> all = Arrays.stream(values).boxed().toList();
        return server.service.sweep(ada, EXERCISE, Exercises.resolved(EXERCISE), "fit1", setting, all);
    }

    private Run fork(long step, Edit... edits) {
        return server.service.fork(ada, EXERCISE, Exercises.resolved(EXERCISE, edits), "fit1", Pace.FULL, step);
    }

    private Run finished(String cell, Edit... edits) {
        Run run = server.start(ada, cell, edits);
        server.serveAll();
        server.keep();
        assertThat(run.status().state()).isEqualTo(RunState.DONE);
        return run;
    }
}
