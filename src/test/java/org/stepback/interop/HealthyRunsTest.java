package org.stepback.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseReader;
import org.stepback.exercise.read.CourseReading;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Trainer;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.RateDiagnosis;
import org.stepback.nn.diagnosis.RunObservation;
import org.stepback.nn.diagnosis.RunRecorder;

/// The built-in exercises as their solutions leave them.
class HealthyRunsTest {
    /// Trainings that an exercise makes sick on purpose, to be looked at.
    private static final List<String> SICK = List.of("slow", "fast", "edge", "linear", "zeroed");

    private static final int SEEDS = 10;

    private final CourseReading course = CourseReader.read(Path.of("exercises"));

    private static List<Diagnosis> diagnoses(TrainingSpec spec) {
        Trainer trainer = spec.trainer();
        trainer.detail(true);
        RunRecorder recorder = new RunRecorder(trainer.network().layers());
        long steps = (long) spec.train().epochs() * trainer.stepsPerEpoch();
        while (trainer.steps() < steps && trainer.nonFinite().isEmpty()) {
            recorder.step(trainer.step());
            if (trainer.nonFinite().isEmpty() && trainer.steps() % trainer.stepsPerEpoch() == 0) {
                EpochEvaluation end = EpochEvaluation.of(trainer, spec.split());
                double held = end.validation().map(Evaluation::loss).orElse(Double.NaN);
                recorder.rest(trainer.steps(), end.training().loss(), held);
            }
        }
        var samples = spec.split().train();
        return Diagnosis.of(
                RunObservation.of(trainer, spec.train().loss(), recorder.series(), samples.x(), samples.y()));
    }

    private Exercise solved(Exercise exercise) {
        var edits = course.key(exercise.slug()).orElseThrow().solution().edits();
        return new Exercise(
                exercise.slug(),
                exercise.title(),
                exercise.summary(),
                CellReader.resolve(exercise, edits).cells(),
                exercise.tables(),
                exercise.points());
    }

    @Test
    void a_solution_has_no_diagnosis_whatever_its_seed() {
        int runs = 0;
        for (Exercise exercise : course.course().exercises()) {
            Exercise solved = solved(exercise);
            for (Cell cell : solved.cells()) {
                if (cell instanceof Cell.Train train && !SICK.contains(train.id())) {
                    TrainingSpec spec = TrainingSpec.of(solved, Optional.of(train.id()));
                    for (int seed = 0; seed < SEEDS; seed++) {
                        assertThat(diagnoses(spec.withSeed(seed)))
                                .as(exercise.slug() + "/" + train.id() + " with seed " + seed)
                                .isEmpty();
                        runs++;
                    }
                    assertThat(diagnoses(spec)).isEmpty();
                }
            }
        }
        assertThat(runs).isGreaterThan(2 * SEEDS);
    }

    @ParameterizedTest
    @CsvSource({"slow, TooSmall", "fast, TooLarge", "edge, TooLarge"})
    void what_the_exercise_on_learning_rates_shows_is_diagnosed(String cell, String kind) {
        Exercise exercise = course.course().exercises().stream()
                .filter(one -> one.slug().equals("learning-rate"))
                .findFirst()
                .orElseThrow();
        assertThat(diagnoses(TrainingSpec.of(solved(exercise), Optional.of(cell))))
                .filteredOn(RateDiagnosis.class::isInstance)
                .singleElement()
                .satisfies(found -> assertThat(found.getClass().getSimpleName()).isEqualTo(kind));
    }
}
