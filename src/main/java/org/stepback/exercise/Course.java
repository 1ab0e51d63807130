package org.stepback.exercise;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /// The place of an exercise in the course.
    ///
    /// @param number 1 for the first
    public record Place(int number, int of, Optional<Exercise> before, Optional<Exercise> after) {}

    /// Returns where an exercise stands; empty if it is none of this course.
    public Optional<Place> place(String slug) {
        List<Exercise> all = exercises();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).slug().equals(slug))
                .mapToObj(i -> new Place(
                        i + 1,
                        all.size(),
                        i == 0 ? Optional.empty() : Optional.of(all.get(i - 1)),
                        i + 1 == all.size() ? Optional.empty() : Optional.of(all.get(i + 1))))
                .findFirst();
    }

    public Optional<Exercise> exercise(String slug) {
        return all().filter(exercise -> exercise.slug().equals(slug)).findFirst();
    }

    private Stream<Exercise> all() {
        return parts.stream().flatMap(part -> part.exercises().stream());
    }
}
