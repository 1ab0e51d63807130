package org.stepback.assessment;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.stepback.Meters;
import org.stepback.exercise.RefusedException;

/// Lets each student have only so many gradings under way, so that one can't keep the others waiting.
@Component
class GradingLimit {
    private static final int EACH = 3;

    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    /// @throws RefusedException where the student's earlier ones are not done yet
    <T> CompletableFuture<T> take(UUID student, Supplier<CompletableFuture<T>> grading) {
        int turns = underWay.merge(student, 1, Integer::sum);
        try {
            if (turns > EACH) {
                Meters.limitHit("gradings of a student");
                throw new RefusedException("Your earlier answers are still being checked. Please wait for them.");
            }
            return grading.get().whenComplete((done, failure) -> giveBack(student));
        } catch (RuntimeException e) {
            giveBack(student);
            throw e;
        }
    }

    private void giveBack(UUID student) {
        underWay.computeIfPresent(student, (id, turns) -> turns > 1 ? turns - 1 : null);
    }
}
