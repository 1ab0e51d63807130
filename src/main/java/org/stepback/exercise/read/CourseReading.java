package org.stepback.exercise.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Course;
import org.stepback.exercise.Problem;

/// The result of reading a course's folder.
///
/// @param course its sound exercises; one with a problem is left out
/// @param keys the answer key of each of its exercises, by slug
/// @param problems everything that is wrong, by file and line
public record CourseReading(Course course, Map<String, AnswerKey> keys, List<Problem> problems) {
    public CourseReading {
        keys = Map.copyOf(keys);
        problems = List.copyOf(problems);
    }

    public Optional<AnswerKey> key(String slug) {
        return Optional.ofNullable(keys.get(slug));
    }
}
