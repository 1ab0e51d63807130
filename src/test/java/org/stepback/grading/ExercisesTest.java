package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CourseReader;
import org.stepback.exercise.read.CourseReading;
import org.stepback.storage.TestCourse;

/// The contract of every exercise: its folder reads without a problem, and its grading is proved.
class ExercisesTest {
    static final Path FIXTURES = Path.of(TestCourse.FOLDER);
    private static final Path COURSE = Path.of("exercises");

    @TestFactory
    Stream<DynamicTest> every_exercise_proves_its_grading() throws IOException {
        return Stream.concat(tests(FIXTURES), Files.isDirectory(COURSE) ? tests(COURSE) : Stream.of());
    }

    private static Stream<DynamicTest> tests(Path course) throws IOException {
        CourseReading reading = CourseReader.read(course);
        List<String> folders = folders(course);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(course + " is read whole", () -> {
                    assertThat(reading.problems()).isEmpty();
                    assertThat(folders).isNotEmpty();
                    assertThat(reading.course().exercises())
                            .extracting(Exercise::slug)
                            .containsExactlyInAnyOrderElementsOf(folders);
                })),
                reading.course().exercises().stream()
                        .map(exercise -> DynamicTest.dynamicTest(
                                course + "/" + exercise.slug(), () -> assertThat(SelfTest.findings(
                                                exercise,
                                                reading.key(exercise.slug()).orElseThrow()))
                                        .isEmpty())));
    }

    private static List<String> folders(Path course) throws IOException {
        try (Stream<Path> children = Files.list(course)) {
            return children.filter(child -> Files.exists(child.resolve("exercise.md")))
                    .map(child -> child.getFileName().toString())
                    .toList();
        }
    }
}
