package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.storage.TestCourse;

class CourseCatalogTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        TestCourse.copyTo(folder);
    }

    private CourseCatalog catalog() {
        return new CourseCatalog(folder.toString());
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
    }

    @Test
    void a_broken_exercise_is_told_and_does_not_stop_the_others() throws IOException {
        append("moons/exercise.md", "\n```data broken\nsamples: many\n```\n");
        CourseCatalog catalog = catalog();

        assertThat(catalog.course().exercises()).extracting(Exercise::slug).containsExactly("one-unit");
        assertThat(catalog.exercise("moons")).isEmpty();
        assertThat(catalog.key("moons")).isEmpty();
        assertThat(catalog.problems()).isNotEmpty();
        assertThat(catalog.notice())
                .hasValueSatisfying(notice -> assertThat(notice).contains("stepback lint"));
    }

    @Test
    void a_course_that_is_not_there_is_an_empty_one() {
        CourseCatalog catalog = new CourseCatalog(folder.resolve("nowhere").toString());

        assertThat(catalog.course().exercises()).isEmpty();
        assertThat(catalog.notice()).isPresent();
    }

    @Test
    void a_sound_course_has_nothing_to_tell() {
        assertThat(catalog().notice()).isEmpty();
        assertThat(catalog().toString()).doesNotContain("0.5544");
    }

    @Test
    void the_hash_changes_with_what_grades_depend_on_and_with_nothing_else() throws IOException {
        String before = catalog().hash("one-unit");
        String other = catalog().hash("moons");
        append("one-unit/solution.yaml", "# a remark\n");
        assertThat(catalog().hash("one-unit")).isEqualTo(before).isNotEqualTo(other);

        append("one-unit/grading.yaml", "# a remark\n");
        assertThat(catalog().hash("one-unit")).isNotEqualTo(before);
        assertThat(catalog().hash("moons")).isEqualTo(other);
        assertThatThrownBy(() -> catalog().hash("nowhere")).isInstanceOf(RefusedException.class);
    }
}
