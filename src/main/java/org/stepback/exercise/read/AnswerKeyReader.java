package org.stepback.exercise.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Check;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Solution;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.MappingReader;

/// Reads how an exercise is graded and how it is solved.
final class AnswerKeyReader {
    static final String GRADING = "grading.yaml";
    static final String SOLUTION = "solution.yaml";

    private final Exercise exercise;
    private final Map<String, Kind> kinds;
    private final boolean soundExercise;
    private final Map<String, Integer> points = new HashMap<>();
    private final Map<String, String> explanations = new HashMap<>();

    /// @param kinds every cell of the exercise, sound or not
    /// @param soundExercise whether all the cells are there, so that a solution can be tried on them
    AnswerKeyReader(Exercise exercise, Map<String, Kind> kinds, boolean soundExercise) {
        this.exercise = exercise;
        this.kinds = kinds;
        this.soundExercise = soundExercise;
    }

    /// The most points of each graded cell; known once the key is read.
    Map<String, Integer> points() {
        return points;
    }

    /// Returns the key; empty, with findings, if anything is wrong. An exercise without questions needs neither file.
    Optional<AnswerKey> read(Path folder, Findings grading, Findings solution) {
        boolean questions = kinds.values().stream().anyMatch(Kind::isQuestion);
        List<Check> checks = questions || Files.exists(folder.resolve(GRADING))
                ? fields(folder.resolve(GRADING), grading).map(this::checks).orElse(List.of())
                : List.of();
        checks.forEach(check -> points.put(check.cell(), check.points()));
        boolean solved = !checks.isEmpty() || Files.exists(folder.resolve(SOLUTION));
        Solution answers = new Solution(List.of(), List.of());
        if (solved && grading.none() && soundExercise) {
            SolutionReader reader = new SolutionReader(exercise.withPoints(points));
            answers =
                    fields(folder.resolve(SOLUTION), solution).map(reader::read).orElse(answers);
        }
        return grading.none() && solution.none()
                ? Optional.of(new AnswerKey(checks, explanations, answers))
                : Optional.empty();
    }

    private static Optional<MappingReader> fields(Path file, Findings findings) {
        return MappingReader.file(file, ExerciseReader.MAX_BYTES, findings);
    }

    private List<Check> checks(MappingReader fields) {
        FieldReader slot = fields.slot("checks");
        CheckReader reader = new CheckReader(exercise, kinds);
        Map<String, Check> checks = reader.read(slot);
        explanations.putAll(reader.explanations());
        fields.done();
        List<Check> inOrder = new ArrayList<>();
        kinds.forEach((id, kind) -> {
            Check check = checks.get(id);
            if (check != null) {
                inOrder.add(check);
            } else if (kind.isQuestion()) {
                slot.refuse("The question \"" + id + "\" needs a check.");
            }
        });
        return inOrder;
    }
}
