package org.stepback.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.stepback.exercise.CourseCatalog;
import org.stepback.exercise.Exercise;

/// How far students are in the course.
@Service
public class ProgressService {
    private final CourseCatalog catalog;
    private final Submissions submissions;

    ProgressService(CourseCatalog catalog, Submissions submissions) {
        this.catalog = catalog;
        this.submissions = submissions;
    }

    /// The student's progress in every exercise of the course, by slug, in the course's order; one query.
    public Map<String, Progress> of(UUID student) {
        Map<String, Progress> touched = submissions.progress(student);
        Map<String, Progress> all = new LinkedHashMap<>();
        for (Exercise exercise : catalog.course().exercises()) {
            Progress progress = touched.getOrDefault(exercise.slug(), Progress.NONE);
            all.put(exercise.slug(), progress.attempts() > 0 ? progress : progress.outOf(exercise.totalPoints()));
        }
        return all;
    }
}
