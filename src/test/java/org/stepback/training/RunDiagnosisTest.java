package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseReader;
import org.stepback.exercise.read.CourseReading;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.RateDiagnosis;
import org.stepback.nn.diagnosis.RunSeries;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.NewPoints;
import org.stepback.training.series.NonFiniteHistory;

/// What a page says is wrong with a run, while it trains and once it is over.
class RunDiagnosisTest {
    /// Trainings that an exercise makes sick on purpose, to be looked at.
    private static final List<String> SICK = List.of("slow", "fast", "edge", "linear", "zeroed");

    private static final CourseReading COURSE = CourseReader.read(Path.of("exercises"));

    private record Training(Exercise exercise, String cell) {
        RunSetup setup() {
            var edits = COURSE.key(exercise.slug()).orElseThrow().solution().edits();
            var setups = new RunSetups(_ -> Optional.of(exercise), TrainingLimits.DEFAULTS);
            return setups.of(exercise, CellReader.resolve(exercise, edits), cell);
        }

        @Override
        public String toString() {
            return exercise.slug() + "/" + cell;
        }
    }

    private static Stream<Training> trainings() {
        return COURSE.course().exercises().stream().flatMap(exercise -> exercise.cells().stream()
                .filter(Cell.Train.class::isInstance)
                .map(cell -> new Training(exercise, cell.id())));
    }

    static Stream<Training> healthy() {
        return trainings().filter(training -> !SICK.contains(training.cell()));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_solution_is_well_at_every_moment(Training training) {
        RunSetup setup = training.setup();
        RunEngine engine = new RunEngine(setup);
        int looks = 0;
        while (!engine.isDone()) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
                long step = engine.record().lastStep();
                if (step < 20 || step % Math.max(1, setup.totalSteps() / 50) == 0) {
                    assertThat(checkup(engine, false)).as("after step " + step).isEmpty();
                    looks++;
                }
            }
        }
        assertThat(checkup(engine, true)).isEmpty();
        assertThat(looks).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"slow, TooSmall", "fast, TooLarge", "edge, TooLarge"})
    void what_the_exercise_on_learning_rates_shows_is_told_at_the_end(String cell, String kind) {
        Training training = trainings()
                .filter(each -> each.toString().equals("learning-rate/" + cell))
                .findFirst()
                .orElseThrow();

        assertThat(checkup(finished(new RunEngine(training.setup())), true))
                .filteredOn(RateDiagnosis.class::isInstance)
                .singleElement()
                .satisfies(found -> assertThat(found.getClass().getSimpleName()).isEqualTo(kind));
    }

    @Test
    void nobody_is_too_slow_before_the_end() {
        RunEngine engine = finished(new RunEngine(Setups.classify(50, 16, 20, 0.2, new Sgd().at(1e-6), 5)));

        assertThat(checkup(engine, false)).isEmpty();
        assertThat(checkup(engine, true)).singleElement().isInstanceOf(RateDiagnosis.TooSmall.class);
    }

    @Test
    void a_run_that_diverges_has_an_autopsy() {
        RunEngine engine = new RunEngine(Setups.diverging());
        List<Double> losses = new ArrayList<>();
        while (engine.nonFinite().isEmpty()) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
                losses.add(engine.record().latest().loss());
            }
        }
        var first = engine.nonFinite().orElseThrow();

        assertThat(checkup(engine, false)).first().isEqualTo(new Diagnosis.NotFinite(first));
        NonFiniteHistory autopsy = NonFiniteHistory.of(first, engine.record().since(Cursor.START));
        assertThat(losses.get((int) autopsy.bestStep()))
                .isEqualTo(losses.stream().min(Double::compare).orElseThrow());
        assertThat(autopsy.lastSoundStep()).isEqualTo(first.step() - 1);
        assertThat(autopsy.before())
                .extracting(NonFiniteHistory.Step::step)
                .isSorted()
                .endsWith(first.step());
        assertThat(autopsy.before()).hasSize((int) Math.min(5, first.step())).allSatisfy(step -> assertThat(step.loss())
                .isEqualTo(losses.get((int) step.step() - 1)));
    }

    @Test
    void the_series_has_the_kept_steps_and_the_last_one() {
        RunEngine engine = new RunEngine(Setups.manySteps(100));
        while (engine.record().lastStep() < 1_235) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
            }
        }
        NewPoints points = engine.record().since(Cursor.START);

        RunSeries series = RunDiagnosis.series(points);

        assertThat(points.layers().step()).doesNotContain(1_235);
        assertThat(series.steps()).startsWith(1).endsWith(1_235);
        assertThat(series.steps()).hasSize(points.layers().step().length + 1);
        assertThat(series.loss()).doesNotContain(Double.NaN).hasSameSizeAs(series.steps());
        assertThat(series.loss()).endsWith(engine.record().latest().loss());
        assertThat(series.gradientNorm()[1]).hasSameSizeAs(series.steps()).endsWith(Double.NaN);
        assertThat(series.restSteps()).startsWith(100).doesNotContain(0);
    }

    private static List<Diagnosis> checkup(RunEngine engine, boolean over) {
        return RunDiagnosis.of(
                engine.setup(), engine.record().since(Cursor.START), engine.network(), engine.nonFinite(), over);
    }

    private static RunEngine finished(RunEngine engine) {
        while (!engine.isDone() && engine.nonFinite().isEmpty()) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
            }
        }
        return engine;
    }
}
