package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.Course;
import org.stepback.storage.TestCourse;

class CourseReloadTest {
    @TempDir
    Path folder;

    private CourseCatalog catalog;
    private CourseReload reload;

    @BeforeEach
    void open() throws IOException {
        TestCourse.copyTo(folder);
        catalog = new CourseCatalog(folder.toString());
        reload = new CourseReload(catalog, folder.toString());
    }

    @AfterEach
    void close() {
        reload.close();
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
    }

    @Test
    void a_changed_exercise_is_read_again_with_its_hash() throws IOException {
        String before = catalog.hash("one-unit");
        append("one-unit/exercise.md", "\nMore words.\n");

        Awaitility.await().until(() -> !catalog.hash("one-unit").equals(before));
    }

    @Test
    void an_exercise_with_a_mistake_goes_and_comes_back_repaired() throws IOException {
        String sound = Files.readString(folder.resolve("moons/exercise.md"));
        append("moons/exercise.md", "\n```data broken\nsamples: many\n```\n");
        reload.look();
        assertThat(catalog.exercise("moons")).isEmpty();

        Files.writeString(folder.resolve("moons/exercise.md"), sound);
        Awaitility.await().until(() -> catalog.exercise("moons").isPresent());
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void a_course_without_a_change_stays_the_same_object() {
        Course before = catalog.course();
        reload.look();
        assertThat(catalog.course()).isSameAs(before);
    }

    @Test
    void an_exercise_whose_folder_is_gone_goes_too() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("moons"))) {
            for (Path file : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
        reload.look();
        assertThat(catalog.exercise("moons")).isEmpty();
        assertThat(catalog.exercise("one-unit")).isPresent();
    }
}
