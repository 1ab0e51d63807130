package org.stepback.exercise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The exercises of a course in their order, gathered in parts.
public record Course(String title, List<Part> parts) {
    /// A stretch of the course.
    ///
    /// @param title empty if the course has no named parts
    public record Part(String title, List<Exercise> exercises) {
        public Part {
            exercises = List.copyOf(exercises);
        }
    }

    public Course {
        parts = List.copyOf(parts);
    }

    public List<Exercise> exercises() {
        return all().toList();
    }

    public Optional<Exercise> exercise(String slug) {
        return all().filter(exercise -> exercise.slug().equals(slug)).findFirst();
    }

    private Stream<Exercise> all() {
        return parts.stream().flatMap(part -> part.exercises().stream());
    }
}
