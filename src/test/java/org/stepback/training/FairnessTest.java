package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.NewPoints;

/// With real threads: what a class feels when one of them trains something large.
class FairnessTest {
    private final RunPool pool = new RunPool(1, Duration.ofMillis(15));
    private final Run.Host host = new Run.Host(pool, InstantSource.system(), Duration.ofSeconds(2));

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void ten_light_runs_are_done_while_a_heavy_one_goes_on() {
        Run heavy = run(Setups.heavy(10_000));
        List<Run> light =
                IntStream.range(0, 10).mapToObj(i -> run(Setups.small(200))).toList();
        heavy.wake();
        light.forEach(Run::wake);
        pool.start();

        await().atMost(Duration.ofMinutes(2))
                .until(() -> light.stream().allMatch(run -> run.status().state() == RunState.DONE));

        assertThat(heavy.status().state()).isEqualTo(RunState.RUNNING);
        long step = heavy.status().step();
        await().atMost(Duration.ofMinutes(2)).until(() -> heavy.status().step() > step);
    }

    @Test
    void what_threads_and_slices_do_does_not_reach_the_numbers() {
        RunPool many = new RunPool(4, Duration.ofNanos(20_000));
        Run.Host crowded = new Run.Host(many, InstantSource.system(), Duration.ofNanos(1));
        List<Run> runs = IntStream.range(0, 12)
                .mapToObj(i -> new Run(UUID.randomUUID(), key(), Setups.small(100), Pace.FULL, crowded))
                .toList();
        Run alone = run(Setups.small(100));
        alone.wake();
        pool.start();
        many.start();
        try {
            runs.forEach(Run::wake);
            await().until(() -> {
                runs.forEach(run -> run.since(Cursor.START)); // readers are there all the time
                runs.forEach(Run::network);
                return runs.stream().allMatch(run -> run.status().state() == RunState.DONE)
                        && alone.status().state() == RunState.DONE;
            });
        } finally {
            many.stop();
        }

        for (Run run : runs) {
            Bits.assertSame(run.since(Cursor.START), alone.since(Cursor.START));
            assertThat(run.network().kernel(0).data).isEqualTo(alone.network().kernel(0).data);
        }
    }

    @Test
    void a_page_that_reads_now_and_then_has_what_a_newcomer_gets() {
        Run run = run(Setups.manySteps(300));
        run.wake();
        pool.start();
        Page page = new Page();
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            boolean done = run.status().state() == RunState.DONE;
            page.add(run.since(page.cursor()));
            return done;
        });

        NewPoints all = run.since(Cursor.START);
        assertThat(all.steps().stride()).isGreaterThan(8);
        assertThat(page.steps()).isEqualTo(all.steps().step());
        assertThat(page.losses()).isEqualTo(all.steps().loss());
        assertThat(page.epochEnds()).isEqualTo(all.epochEnds().step());
    }

    private Run run(RunSetup setup) {
        return new Run(UUID.randomUUID(), key(), setup, Pace.FULL, host);
    }

    private static RunKey key() {
        return new RunKey(UUID.randomUUID(), "exercise", "fit");
    }
}
