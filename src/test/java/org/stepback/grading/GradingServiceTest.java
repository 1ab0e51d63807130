package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CourseCatalog;

class GradingServiceTest {
    private final CourseCatalog catalog = new CourseCatalog(ExercisesTest.FIXTURES.toString());
    private final GradingService grading = new GradingService(catalog, 1, 10, 100);

    @AfterEach
    void close() {
        grading.close();
    }

    @Test
    void grades_as_the_grader_does() {
        for (Exercise exercise : catalog.course().exercises()) {
            AnswerKey key = catalog.key(exercise.slug()).orElseThrow();
            List<Edit> edits = key.solution().edits();

            Grade grade = grading.grade(exercise.slug(), edits).join();

            assertThat(grade).isEqualTo(Grader.grade(exercise, key, edits));
            assertThat(grade.earned()).isEqualTo(exercise.totalPoints()).isPositive();
        }
    }

    @Test
    void numbers_and_choices_are_graded_at_once() {
        assertThat(grading.grade("one-unit", List.of())).isDone();
    }

    @Test
    void a_training_that_was_replayed_before_is_graded_at_once_until_its_configuration_changes() {
        List<Edit> edits = catalog.key("moons").orElseThrow().solution().edits();
        grading.grade("moons", edits).join();

        assertThat(grading.grade("moons", edits)).isDone();
        CompletableFuture<Grade> changed = grading.grade("moons", List.of());
        assertThat(changed.join().earned()).isZero();
    }

    @Test
    void an_unknown_exercise_is_refused() {
        assertThatThrownBy(() -> grading.grade("nowhere", List.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no such exercise in this course.");
    }
}
