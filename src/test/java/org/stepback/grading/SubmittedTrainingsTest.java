package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.RefusedException;

class SubmittedTrainingsTest {
    private final SubmittedTrainings replays = new SubmittedTrainings(1, 1, 2);
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        replays.close();
    }

    private Supplier<Verdict> run(Verdict verdict) {
        return () -> {
            runs.incrementAndGet();
            return verdict;
        };
    }

    private Supplier<Verdict> waiting() {
        return () -> {
            try {
                gate.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return run(new Verdict.Correct()).get();
        };
    }

    @Test
    void equal_work_is_done_once_while_it_runs_and_afterwards() {
        CompletableFuture<Verdict> first = replays.verdict("a", false, waiting());
        CompletableFuture<Verdict> second = replays.verdict("a", false, waiting());
        gate.countDown();

        assertThat(first.join()).isEqualTo(new Verdict.Correct());
        assertThat(second.join()).isEqualTo(new Verdict.Correct());
        assertThat(replays.verdict("a", false, waiting())).isCompletedWithValue(new Verdict.Correct());
        assertThat(runs).hasValue(1);
    }

    @Test
    void what_was_used_least_is_forgotten() {
        replays.verdict("a", false, run(new Verdict.Correct())).join();
        replays.verdict("b", false, run(new Verdict.Correct())).join();
        replays.verdict("a", false, run(new Verdict.Correct())).join();
        replays.verdict("c", false, run(new Verdict.Correct())).join();
        assertThat(runs).hasValue(3);

        replays.verdict("a", false, run(new Verdict.Correct())).join();
        assertThat(runs).hasValue(3);
        replays.verdict("b", false, run(new Verdict.Correct())).join();
        assertThat(runs).hasValue(4);
    }

    @Test
    void what_could_not_be_graded_is_tried_again() {
        replays.verdict("a", false, run(new Verdict.NotGraded("?"))).join();
        replays.verdict("a", false, run(new Verdict.Correct())).join();

        assertThat(runs).hasValue(2);
        assertThat(replays.verdict("a", false, run(new Verdict.NotGraded("?"))).join())
                .isEqualTo(new Verdict.Correct());
    }

    @Test
    void more_than_may_wait_are_refused_with_a_sentence() {
        replays.verdict("a", false, waiting());
        replays.verdict("b", false, waiting());

        assertThatThrownBy(() -> replays.verdict("c", false, waiting()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Many students are being graded at this moment. Please try again in a minute.");
        assertThat(replays.verdict("b", false, waiting())).isNotDone();
        assertThat(replays.verdict("c", true, waiting()))
                .as("what is handed in waits its turn")
                .isNotDone();
    }
}
