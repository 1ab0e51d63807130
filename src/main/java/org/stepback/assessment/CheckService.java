package org.stepback.assessment;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.stepback.exercise.RefusedException;
import org.stepback.grading.Grade;
import org.stepback.grading.GradingService;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.NotebookService;

/// Tells students how their saved answers do, as often as they like; nothing is stored.
@Service
public class CheckService {
    private final NotebookService notebooks;
    private final GradingService grading;
    private final GradingLimit turns;

    CheckService(NotebookService notebooks, GradingService grading, GradingLimit turns) {
        this.notebooks = notebooks;
        this.grading = grading;
        this.turns = turns;
    }

    /// Returns the points of each graded cell; 0 for a prediction.
    public Map<String, Integer> points(String slug) {
        return grading.points(slug);
    }

    /// The grade of the student's saved draft. Trainings that are graded for the first time take some seconds.
    ///
    /// @throws RefusedException where there is no such exercise, or too much is being graded already
    public CompletableFuture<Grade> check(UUID student, String slug) {
        Notebook notebook = notebooks.open(student, slug);
        return turns.take(student, () -> grading.grade(slug, notebook.edits()));
    }
}
