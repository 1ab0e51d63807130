package org.stepback.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.grading.Verdict;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.NotebookService;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases;
import org.stepback.training.TrainingService;
import org.stepback.training.pace.Pace;

/// Questions that ask what a training will do, or has done.
class QuestionsAboutRunsTest {
    private static final String EXERCISE = """
            ---
            title: Two moons
            summary: For the tests
            diagnoses: hidden
            ---
            ```data moons
            generator: two_moons
            samples: 50
            seed: 7
            ```
            ```network net
            input: moons
            layers:
              - dense: {units: 1, activation: sigmoid}
            seed: 1
            ```
            ```choice before
            label: What will it do?
            predicts: fit
            options: {a: Rise, b: Fall}
            ```
            ```train fit
            network: net
            data: moons
            loss: binary_crossentropy
            optimizer: sgd
            epochs: 2
            editable: [epochs]
            ```
            ```choice after
            label: What did it do?
            train: fit
            options: {a: Rise, b: Fall}
            ```
            """;
    private static final String GRADING = """
            checks:
              - {cell: before, points: 0, correct: b}
              - {cell: after, points: 1, correct: b}
            """;
    private static final String SLUG = "moons";

    @TempDir
    private static Path folder;

    private StorageContext lab;
    private UUID student;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve(SLUG));
        Files.writeString(folder.resolve("moons/exercise.md"), EXERCISE);
        Files.writeString(folder.resolve("moons/grading.yaml"), GRADING);
        Files.writeString(folder.resolve("moons/solution.yaml"), "edits: {before: {answer: b}, after: {answer: b}}\n");
        Files.writeString(folder.resolve("course.yaml"), "title: For the tests\nexercises: [moons]\n");
        lab = StorageContext.of(TestDatabases.h2(), Course.class, AssessmentStorage.class);
        student = lab.account();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    static class Course {
        @Bean
        CourseCatalog catalog() {
            return new CourseCatalog(folder.toString());
        }
    }

    private void edit(String cell, String field, String json) {
        lab.get(NotebookService.class).edit(student, SLUG, new Edit(cell, field, json));
    }

    private Notebook notebook() {
        return lab.get(NotebookService.class).open(student, SLUG);
    }

    private Verdict verdict() {
        return lab.get(SubmissionService.class)
                .check(student, SLUG)
                .join()
                .cells()
                .get("after")
                .verdict();
    }

    private void run() {
        TrainingService training = lab.get(TrainingService.class);
        Notebook now = notebook();
        training.start(student, now.exercise(), now.resolved(), "fit", Pace.FULL);
        await().until(() -> training.hasRun(student, SLUG, now.resolved(), "fit"));
    }

    @Test
    void an_answer_about_a_training_is_judged_once_that_has_run_as_it_stands() {
        edit("after", Edit.ANSWER, "\"b\"");
        assertThat(verdict())
                .isEqualTo(new Verdict.NotYet("Run the training first, with the settings that it has now."));

        run();
        assertThat(verdict()).isEqualTo(new Verdict.Correct());

        edit("fit", "epochs", "3");
        assertThat(verdict()).isInstanceOf(Verdict.NotYet.class);
        run();
        assertThat(verdict()).isEqualTo(new Verdict.Correct());
    }

    @Test
    void a_prediction_is_kept_as_it_was_before_the_first_run() {
        TrainingService training = lab.get(TrainingService.class);
        edit("before", Edit.ANSWER, "\"a\"");
        edit("before", Edit.ANSWER, "\"b\"");
        assertThat(training.prediction(student, SLUG, "before")).isEmpty();

        run();
        assertThat(training.prediction(student, SLUG, "before")).contains("b");

        edit("before", Edit.ANSWER, "\"a\"");
        run();
        lab.get(NotebookService.class).restoreAll(student, SLUG);
        assertThat(training.prediction(student, SLUG, "before")).contains("b");
        assertThat(training.prediction(lab.account(), SLUG, "before")).isEmpty();
    }

    @Test
    void no_prediction_before_the_first_run_is_kept_as_none() {
        run();
        edit("before", Edit.ANSWER, "\"b\"");
        run();
        assertThat(lab.get(TrainingService.class).prediction(student, SLUG, "before"))
                .contains("");
    }

    @Test
    void a_diagnosis_waits_for_the_choices_about_its_own_training() {
        Exercise exercise = notebook().exercise();
        assertThat(exercise.diagnosing("fit")).extracting(Cell::id).containsExactly("after");
        assertThat(exercise.diagnosing("other")).isEmpty();
        assertThat(exercise.predictions("fit")).extracting(Cell::id).containsExactly("before");
    }
}
