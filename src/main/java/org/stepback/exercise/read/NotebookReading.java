package org.stepback.exercise.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Problem;

/// The result of reading one notebook: a file like an exercise's `exercise.md`, without a grading.
///
/// @param exercise is there if nothing is wrong
/// @param problems everything that is wrong, in the order of the lines
public record NotebookReading(Optional<Exercise> exercise, List<Problem> problems) {
    public NotebookReading {
        problems = List.copyOf(problems);
    }

    /// Reads a notebook, and those tables of its folder that it names. Never throws for a file's content.
    public static NotebookReading of(Path file) {
        return ExerciseReader.notebook(file);
    }
}
