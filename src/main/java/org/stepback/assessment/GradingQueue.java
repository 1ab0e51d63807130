package org.stepback.assessment;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepback.Rounds;
import org.stepback.grading.Grade;
import org.stepback.grading.GradingService;

/// Grades what was handed in, student after student in turn.
///
/// Nothing is refused: what waits has its row. What is not graded when the lab ends, or when a grading fails, is taken
/// up again after the next start, or a minute later.
@Component
class GradingQueue extends Rounds {
    /// How many are graded at once; their trainings share a few threads.
    private static final int AT_ONCE = 16;

    private static final Logger log = LoggerFactory.getLogger(GradingQueue.class);

    private final Submissions submissions;
    private final GradingService grading;
    private final FairLine<UUID, UUID> line = new FairLine<>();
    private final Map<UUID, CompletableFuture<Submission>> underWay = new HashMap<>();
    private int working;

    GradingQueue(Submissions submissions, GradingService grading) {
        super("submissions", Duration.ZERO, Duration.ofMinutes(1));
        this.submissions = submissions;
        this.grading = grading;
    }

    /// Takes up what waits in the table.
    @Override
    protected void round() {
        try {
            submissions.waiting().forEach(this::grade);
        } catch (RuntimeException noDatabaseNow) {
            log.warn("Submissions that wait could not be read: {}", noDatabaseNow.getMessage());
        }
    }

    /// Returns the submission once it is graded.
    synchronized CompletableFuture<Submission> grade(Submissions.Waiting received) {
        CompletableFuture<Submission> graded = underWay.computeIfAbsent(received.id(), id -> {
            line.add(received.student(), id);
            return new CompletableFuture<>();
        });
        startNext();
        return graded.copy();
    }

    private synchronized void startNext() {
        while (working < AT_ONCE && !line.isEmpty()) {
            UUID next = line.next();
            working++;
            Thread.ofVirtual().name("submission-" + next).start(() -> work(next));
        }
    }

    private void work(UUID id) {
        CompletableFuture<Submission> graded = promise(id);
        try {
            SubmissionRow row = submissions.find(id).orElseThrow(CancellationException::new); // its student is gone
            graded.complete(row.isGraded() ? row.submission() : submissions.grade(row, gradeOf(row)));
        } catch (RuntimeException failure) {
            graded.completeExceptionally(failure);
        } finally {
            done(id);
        }
    }

    private Grade gradeOf(SubmissionRow row) {
        return grading.grade(row.exercise(), row.editList()).join();
    }

    private synchronized CompletableFuture<Submission> promise(UUID id) {
        return underWay.get(id);
    }

    private synchronized void done(UUID id) {
        underWay.remove(id);
        working--;
        startNext();
    }
}
