package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.storage.StorageContext;
import org.stepback.storage.StorageQuota;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;
import org.stepback.training.pace.Pace;

/// The service as Spring makes, starts and stops it, with a course from a folder and its own threads.
class TrainingContextTest {
    private static final String EXERCISE = """
            ---
            title: Two moons
            summary: For the tests
            ---
            ```data moons
            generator: two_moons
            samples: 50
            noise: 0.1
            seed: 7
            ```
            ```network net
            input: moons
            layers:
              - dense: {units: 5, activation: relu}
              - dense: {units: 1, activation: sigmoid}
            seed: 1
            ```
            ```train fit
            network: net
            data: moons
            loss: binary_crossentropy
            optimizer: {adam: {learning_rate: 0.01}}
            batch_size: 16
            epochs: 20
            seed: 3
            ```
            """;

    @TempDir
    private static Path folder;

    @Test
    void a_run_is_trained_and_saved_and_there_again_after_a_restart() throws Exception {
        Files.createDirectory(folder.resolve("moons"));
        Files.writeString(folder.resolve("moons/exercise.md"), EXERCISE);
        Files.writeString(folder.resolve("course.yaml"), "title: For the tests\nexercises: [moons]\n");
        Database database = TestDatabases.h2();

        UUID ada;
        RunStatus done;
        TrainingService first;
        try (StorageContext lab = lab(database)) {
            first = lab.get(TrainingService.class);
            assertThat(first.isRunning()).isTrue();
            ada = lab.account();
            Exercise exercise = lab.get(CourseCatalog.class).exercise("moons").orElseThrow();
            Run run = first.start(ada, exercise, CellReader.resolve(exercise, List.of()), "fit", Pace.FULL);
            await().until(() -> run.status().state() == RunState.DONE);
            done = run.status();
        }
        assertThat(first.isRunning()).isFalse();

        try (StorageContext lab = lab(database)) {
            Run run =
                    lab.get(TrainingService.class).current(ada, "moons", "fit").orElseThrow();
            assertThat(run.status()).isEqualTo(done);
        }
    }

    private static StorageContext lab(Database database) {
        return StorageContext.of(
                database,
                TrainingConfiguration.class,
                Course.class,
                RunSetups.class,
                StorageQuota.class,
                TrainingService.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class Course {
        @Bean
        CourseCatalog catalog() {
            return new CourseCatalog(folder.toString());
        }
    }
}
