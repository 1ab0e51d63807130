package org.stepback.grading;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseCatalog;

/// Grades for the lab: as [Grader] does, with trainings on threads of their own and each done once.
@Service
public class GradingService implements AutoCloseable {
    private final CourseCatalog catalog;
    private final SubmittedTrainings replays;

    /// @param threads how many trainings are replayed at once; 0 for half of the processors
    /// @param waiting how many more may wait for their turn
    /// @param remembered how many verdicts of trainings are kept
    GradingService(
            CourseCatalog catalog,
            @Value("${stepback.grading.threads}") int threads,
            @Value("${stepback.grading.waiting}") int waiting,
            @Value("${stepback.grading.remembered}") int remembered) {
        this.catalog = catalog;
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.replays = new SubmittedTrainings(threads > 0 ? threads : half, waiting, remembered);
    }

    /// Returns the points of a right answer to each graded cell, in the order of the cells; 0 for a prediction.
    public Map<String, Integer> points(String slug) {
        Map<String, Integer> points = new LinkedHashMap<>();
        catalog.key(slug)
                .map(AnswerKey::checks)
                .orElse(List.of())
                .forEach(check -> points.put(check.cell(), check.points()));
        return points;
    }

    /// Returns why the answers that are right in a grade are right, as Markdown, by cell. Nothing is said of others: it
    /// would give the answer away.
    public Map<String, String> explanations(String slug, Grade grade) {
        Map<String, String> all = catalog.key(slug).map(AnswerKey::explanations).orElse(Map.of());
        return grade.right().stream().filter(all::containsKey).collect(Collectors.toMap(cell -> cell, all::get));
    }

    /// Grades a student's edits to check them. The future is complete at once where no training has to be run again.
    ///
    /// @throws RefusedException where there is no such exercise, or too many gradings wait already
    public CompletableFuture<Grade> check(String slug, Collection<Edit> edits) {
        return grade(slug, edits, false);
    }

    /// Grades edits that were handed in: they wait their turn however many wait already.
    ///
    /// @throws RefusedException where there is no such exercise
    public CompletableFuture<Grade> grade(String slug, Collection<Edit> edits) {
        return grade(slug, edits, true);
    }

    private CompletableFuture<Grade> grade(String slug, Collection<Edit> edits, boolean patient) {
        Exercise exercise = catalog.wanted(slug);
        AnswerKey key = catalog.key(slug).orElseThrow();
        Resolved notebook = CellReader.resolve(exercise, edits);
        Map<Check, CompletableFuture<Verdict>> verdicts = new LinkedHashMap<>();
        for (Check check : key.checks()) {
            verdicts.put(check, verdict(exercise, notebook, check, edits, patient));
        }
        return CompletableFuture.allOf(verdicts.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> grade(verdicts));
    }

    private CompletableFuture<Verdict> verdict(
            Exercise exercise, Resolved notebook, Check check, Collection<Edit> edits, boolean patient) {
        return switch (check) {
            case Check.NumberCheck c -> CompletableFuture.completedFuture(Grader.judge(exercise, notebook, c));
            case Check.ChoiceCheck c -> CompletableFuture.completedFuture(Grader.judge(exercise, notebook, c));
            case Check.TrainingCheck c ->
                replays.verdict(
                        configuration(exercise, notebook, c, edits),
                        patient,
                        () -> Grader.judge(exercise, notebook, c));
        };
    }

    /// The input of a training's verdict: the exercise, and the student's changes to the training's cells.
    private Configuration configuration(
            Exercise exercise, Resolved notebook, Check.TrainingCheck check, Collection<Edit> edits) {
        Set<String> cells = new HashSet<>(Set.of(check.cell()));
        if (notebook.cell(check.cell()).orElse(null) instanceof Cell.Train train) {
            cells.add(train.network());
            cells.add(train.data());
        }
        Set<Edit> changes =
                edits.stream().filter(edit -> cells.contains(edit.cell())).collect(Collectors.toUnmodifiableSet());
        return new Configuration(catalog.hash(exercise.slug()), check.cell(), changes);
    }

    private record Configuration(String exerciseHash, String cell, Set<Edit> changes) {}

    private static Grade grade(Map<Check, CompletableFuture<Verdict>> verdicts) {
        Map<String, Graded> cells = new LinkedHashMap<>();
        verdicts.forEach((check, verdict) -> cells.put(check.cell(), Graded.of(verdict.join(), check.points())));
        return new Grade(cells);
    }

    /// Returns how many trainings wait to be run again.
    public int waiting() {
        return replays.waiting();
    }

    @Override
    public void close() {
        replays.close();
    }
}
