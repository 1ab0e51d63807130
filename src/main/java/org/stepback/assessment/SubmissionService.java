package org.stepback.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.grading.Grade;
import org.stepback.grading.GradingService;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.NotebookService;
import org.stepback.training.TrainingService;

/// Grades students' saved answers: to check them, as often as they like, or to hand them in. What is handed in is
/// stored first, for good, and graded after that.
///
/// A method that can't do as it is asked throws a [RefusedException], which says why.
@Service
public class SubmissionService {
    private static final int MOST_LISTED = 100;
    private static final String RUN_FIRST = "Run the training first, with the settings that it has now.";

    private final CourseCatalog catalog;
    private final NotebookService notebooks;
    private final GradingService grading;
    private final Submissions submissions;
    private final GradingQueue queue;
    private final GradingLimit turns;
    private final TrainingService training;
    private final Clock clock;

    SubmissionService(
            CourseCatalog catalog,
            NotebookService notebooks,
            GradingService grading,
            Submissions submissions,
            GradingQueue queue,
            GradingLimit turns,
            TrainingService training,
            Clock clock) {
        this.catalog = catalog;
        this.notebooks = notebooks;
        this.grading = grading;
        this.submissions = submissions;
        this.queue = queue;
        this.turns = turns;
        this.training = training;
        this.clock = clock;
    }

    /// Returns the points of each graded cell; 0 for a prediction.
    public Map<String, Integer> points(String slug) {
        return grading.points(slug);
    }

    /// Returns why the answers that are right in a grade are right, as Markdown, by cell.
    public Map<String, String> explanations(String slug, Grade grade) {
        return grading.explanations(slug, grade);
    }

    /// Grades the student's saved draft and stores nothing. Trainings that are graded for the first time take some
    /// seconds. An answer about a training that has not run as it stands is not judged.
    public CompletableFuture<Grade> check(UUID student, String slug) {
        Notebook notebook = notebooks.open(student, slug);
        Map<String, String> early = early(student, notebook);
        return turns.take(student, () -> grading.check(slug, notebook.edits()))
                .thenApply(grade -> grade.without(early));
    }

    private Map<String, String> early(UUID student, Notebook notebook) {
        Map<String, String> early = new HashMap<>();
        Map<String, Boolean> known = new HashMap<>(); // several questions ask about one training
        notebook.exercise().questions().forEach(question -> question.train()
                .filter(train -> !known.computeIfAbsent(
                        train, _ -> training.hasRun(student, notebook.exercise().slug(), notebook.resolved(), train)))
                .ifPresent(_ -> early.put(question.id(), RUN_FIRST)));
        return early;
    }

    /// Stores the student's saved draft as it is at this press; the future is complete once it is graded.
    ///
    /// Submitting the same revision again, or the same answers as the last time, gives the same submission, unless
    /// the exercise has changed since: a folded cell or a note is no other answer.
    public CompletableFuture<Submission> submit(UUID student, String slug) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as both databases keep it
        Notebook notebook = notebooks.open(student, slug);
        String hash = catalog.hash(slug);
        SubmissionRow stored = submissions
                .find(student, slug, notebook.revision(), hash)
                .or(() -> submissions.newest(student, slug, notebook.edits(), hash))
                .orElseGet(() -> submissions.add(SubmissionRow.received(student, notebook, hash, now)));
        return stored.isGraded()
                ? CompletableFuture.completedFuture(stored.submission())
                : queue.grade(new Submissions.Waiting(stored.id(), student));
    }

    /// Returns the cells that the student has answered right in one of the listed submissions.
    ///
    /// They are read only for an exercise that keeps diagnoses back until then.
    public Set<String> right(UUID student, String slug) {
        return !catalog.wanted(slug).frame().hidesDiagnoses()
                ? Set.of()
                : list(student, slug).stream()
                        .flatMap(submission -> submission.grade().right().stream())
                        .collect(Collectors.toSet());
    }

    /// Returns the student's graded submissions of an exercise, newest first, at most a hundred.
    public List<Submission> list(UUID student, String slug) {
        return submissions.list(student, slug, MOST_LISTED);
    }

    /// Returns the best graded submission of an exercise, of all that there are.
    public Optional<BestScore> best(UUID student, String slug) {
        return Optional.ofNullable(submissions.best(student).get(slug));
    }
}
