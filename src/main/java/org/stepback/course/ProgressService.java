package org.stepback.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.stepback.assessment.BestScore;
import org.stepback.assessment.Submissions;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.notebook.NotebookService;

/// Counts the points of students in the course.
@Service
public class ProgressService {
    private final CourseCatalog catalog;
    private final NotebookService notebooks;
    private final Submissions submissions;

    ProgressService(CourseCatalog catalog, NotebookService notebooks, Submissions submissions) {
        this.catalog = catalog;
        this.notebooks = notebooks;
        this.submissions = submissions;
    }

    /// Returns the student's progress in every exercise of the course, by slug, in the course's order; two queries.
    public Map<String, Progress> of(UUID student) {
        Map<String, BestScore> best = submissions.best(student);
        Set<String> started = notebooks.started(student);
        Map<String, Progress> all = new LinkedHashMap<>();
        for (Exercise exercise : catalog.course().exercises()) {
            String slug = exercise.slug();
            all.put(slug, progress(exercise, best.get(slug), started.contains(slug)));
        }
        return all;
    }

    private static Progress progress(Exercise exercise, @Nullable BestScore best, boolean started) {
        return best == null
                ? new Progress(0, exercise.totalPoints(), 0, started)
                : new Progress(best.earned(), best.total(), best.attempts(), true);
    }
}
