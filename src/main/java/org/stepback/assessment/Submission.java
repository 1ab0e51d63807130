package org.stepback.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepback.exercise.Edit;
import org.stepback.grading.Grade;

/// An immutable copy of a student's answers to one exercise, with what they earned.
///
/// @param exercise the exercise's slug
/// @param revision the draft's revision that was submitted
public record Submission(
        UUID id, UUID student, String exercise, long revision, List<Edit> edits, Grade grade, Instant created) {
    public Submission {
        edits = List.copyOf(edits);
    }

    public int earned() {
        return grade.earned();
    }

    public int total() {
        return grade.total();
    }
}
