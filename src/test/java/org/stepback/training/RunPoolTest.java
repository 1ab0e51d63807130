package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stepback.web.Visitor;

class RunPoolTest {
    private static final Duration SLICE = Duration.ofMillis(15);

    private final ManualTime time = new ManualTime();
    private final RunPool pool = new RunPool(1, SLICE, time);
    private final List<String> served = new ArrayList<>();

    @Test
    void jobs_that_always_want_more_are_served_in_turn() {
        for (String name : List.of("a", "b", "c")) {
            enlist(name, job(name, SLICE, 0)).wake();
        }

        serve(7);

        assertThat(served).containsExactly("a", "b", "c", "a", "b", "c", "a");
    }

    @Test
    void somebody_whose_slice_was_four_times_too_long_sits_out_three_turns_while_others_wait() {
        enlist("heavy", job("heavy", SLICE.multipliedBy(4), 0)).wake();
        enlist("light", job("light", SLICE, 0)).wake();

        serve(10);

        assertThat(served).startsWith("heavy", "light", "light", "light", "light", "heavy");
    }

    @Test
    void one_student_has_four_of_five_slices_beside_all_strangers() {
        for (int i = 0; i < 80; i++) {
            pool.enlist(job("stranger", SLICE, 0), Visitor.address("192.0.2.1")).wake();
            pool.enlist(job("stranger", SLICE, 0), Visitor.address("198.51.100." + i))
                    .wake();
        }
        enlist("ada", job("ada", SLICE, 0)).wake();

        serve(1_000);

        assertThat(Collections.frequency(served, "ada")).isBetween(799, 801);
    }

    @Test
    void strangers_share_by_address() {
        for (int i = 0; i < 80; i++) {
            pool.enlist(job("many", SLICE, 0), Visitor.address("192.0.2.1")).wake();
        }
        pool.enlist(job("one", SLICE, 0), Visitor.address("192.0.2.2")).wake();

        serve(1_000);

        assertThat(Collections.frequency(served, "one")).isEqualTo(500);
    }

    @Test
    void a_person_with_many_jobs_has_no_more_than_one_with_one_and_serves_them_in_turn() {
        enlist("ada", job("ada 1", SLICE, 0)).wake();
        enlist("ada", job("ada 2", SLICE, 0)).wake();
        enlist("ada", job("ada 3", SLICE, 0)).wake();
        enlist("bob", job("bob", SLICE, 0)).wake();

        serve(8);

        assertThat(served).containsExactly("ada 1", "bob", "ada 2", "bob", "ada 3", "bob", "ada 1", "bob");
    }

    @Test
    void who_comes_back_is_served_next_and_has_saved_nothing_up() {
        enlist("ada", job("ada", SLICE, 0)).wake();
        enlist("eve", job("eve", SLICE, 0)).wake();
        RunPool.Turn bob = enlist("bob", job("bob", SLICE, 0));
        serve(100);
        served.clear();

        bob.wake();
        serve(6);

        assertThat(served.subList(0, 3)).containsOnlyOnce("ada", "bob", "eve");
        assertThat(Collections.frequency(served, "bob")).isEqualTo(2);
    }

    @Test
    void who_has_used_much_time_does_not_get_rid_of_it_by_going_away_for_a_moment() {
        RunPool.Turn[] eve = new RunPool.Turn[1];
        eve[0] = enlist("eve", job("eve", SLICE.multipliedBy(10), RunPool.IDLE));
        enlist("ada", job("ada", SLICE, 0)).wake();
        for (int i = 0; i < 100; i++) {
            eve[0].wake();
            serve(1);
            eve[0] = enlist("eve", job("eve", SLICE.multipliedBy(10), RunPool.IDLE));
        }

        assertThat(Collections.frequency(served, "eve")).isBetween(8, 11);
    }

    @Test
    void a_long_job_alone_gets_every_slice() {
        enlist("heavy", job("heavy", SLICE.multipliedBy(4), 0)).wake();

        serve(3);

        assertThat(served).containsExactly("heavy", "heavy", "heavy");
    }

    @Test
    void a_job_that_waits_gets_its_slice_when_it_is_due_and_no_earlier() {
        enlist("ada", job("paced", Duration.ZERO, Duration.ofMillis(100).toNanos()))
                .wake();

        serve(1);
        assertThat(pool.serveOne()).isFalse();
        time.pass(Duration.ofMillis(99));
        assertThat(pool.serveOne()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(pool.serveOne()).isTrue();
    }

    @Test
    void a_job_is_woken_out_of_its_wait() {
        RunPool.Turn turn =
                enlist("ada", job("paced", Duration.ZERO, Duration.ofHours(1).toNanos()));
        turn.wake();
        serve(1);

        turn.wake();

        assertThat(pool.serveOne()).isTrue();
        assertThat(pool.serveOne()).isFalse();
    }

    @Test
    void waking_a_job_twice_gives_one_slice() {
        RunPool.Turn turn = enlist("ada", job("idle", Duration.ZERO, RunPool.IDLE));

        turn.wake();
        turn.wake();

        assertThat(pool.serveOne()).isTrue();
        assertThat(pool.serveOne()).isFalse();
    }

    @Test
    void a_job_woken_in_the_middle_of_its_slice_gets_one_more() {
        AtomicInteger slices = new AtomicInteger();
        RunPool.Turn[] turn = new RunPool.Turn[1];
        turn[0] = enlist("ada", nanos -> {
            if (slices.incrementAndGet() == 1) {
                turn[0].wake();
            }
            return RunPool.IDLE;
        });
        turn[0].wake();

        assertThat(pool.serveOne()).isTrue();
        assertThat(pool.serveOne()).isTrue();
        assertThat(pool.serveOne()).isFalse();
    }

    @Test
    void a_job_that_throws_is_dropped_and_the_others_go_on() {
        enlist("broken", nanos -> {
                    throw new IllegalStateException("meant to fail");
                })
                .wake();
        enlist("sound", job("sound", SLICE, 0)).wake();

        Quiet.about(RunPool.class, () -> serve(3));

        assertThat(served).containsExactly("sound", "sound");
    }

    @Test
    void a_job_is_never_in_two_threads_at_once() {
        RunPool threads = new RunPool(4, Duration.ofNanos(1));
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        int[] slices = new int[1]; // plain: what one slice writes, the next one sees
        List<RunPool.Turn> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean observed = i == 0;
            turns.add(threads.enlist(
                    nanos -> {
                        if (observed) {
                            overlapped.compareAndSet(false, !inside.compareAndSet(false, true));
                            slices[0]++;
                            inside.set(false);
                        }
                        return slices[0] < 20_000 ? 0 : RunPool.IDLE;
                    },
                    Visitor.person(Integer.toString(i % 2))));
        }
        threads.start();
        try {
            turns.forEach(RunPool.Turn::wake);
            await().until(() -> {
                turns.getFirst().wake();
                return slices[0] >= 20_000;
            });
        } finally {
            threads.stop();
        }

        assertThat(overlapped).isFalse();
    }

    @Test
    void it_can_be_stopped_and_started_again() {
        RunPool threads = new RunPool(2, SLICE);
        AtomicInteger slices = new AtomicInteger();
        RunPool.Turn turn = threads.enlist(
                nanos -> {
                    slices.incrementAndGet();
                    return RunPool.IDLE;
                },
                Visitor.person("ada"));
        threads.start();
        threads.stop();
        turn.wake();
        assertThat(slices).hasValue(0);

        threads.start();

        await().untilAsserted(() -> assertThat(slices).hasValue(1));
        threads.stop();
    }

    private RunPool.Turn enlist(String person, RunPool.Job job) {
        return pool.enlist(job, Visitor.person(person));
    }

    private RunPool.Job job(String name, Duration takes, long wait) {
        return nanos -> {
            served.add(name);
            time.pass(takes);
            return wait;
        };
    }

    private void serve(int slices) {
        for (int i = 0; i < slices; i++) {
            pool.serveOne();
        }
    }
}
