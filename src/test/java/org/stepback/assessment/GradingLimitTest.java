package org.stepback.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.RefusedException;

class GradingLimitTest {
    private final GradingLimit turns = new GradingLimit();
    private final UUID student = UUID.randomUUID();

    @Test
    void a_student_has_three_gradings_under_way_and_the_others_have_theirs() {
        var first = new CompletableFuture<String>();
        turns.take(student, () -> first);
        turns.take(student, CompletableFuture::new);
        turns.take(student, CompletableFuture::new);

        assertThatThrownBy(() -> turns.take(student, CompletableFuture::new))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Your earlier answers are still being checked. Please wait for them.");
        assertThat(turns.take(UUID.randomUUID(), () -> CompletableFuture.completedFuture("done")))
                .isCompletedWithValue("done");

        first.complete("done");
        assertThat(turns.take(student, CompletableFuture::new)).isNotDone();
    }

    @Test
    void a_turn_that_failed_or_was_refused_is_given_back() {
        for (int i = 0; i < 5; i++) {
            turns.take(student, () -> CompletableFuture.failedFuture(new IllegalStateException()));
            assertThatThrownBy(() -> turns.take(student, () -> {
                        throw new RefusedException("full");
                    }))
                    .hasMessage("full");
        }
        assertThat(turns.take(student, () -> CompletableFuture.completedFuture(1)))
                .isCompleted();
    }
}
