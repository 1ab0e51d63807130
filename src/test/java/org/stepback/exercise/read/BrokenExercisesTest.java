package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.Problem;

/// Every kind of mistake that an author can make, each in a course of its own with the exact list of what is said.
class BrokenExercisesTest {
    private static final Path FOLDER = Path.of("src/test/resources/exercises-broken");
    private static final String EXPECTED = "expected.txt";

    static List<String> kinds() throws IOException {
        try (Stream<Path> kinds = Files.list(FOLDER)) {
            return kinds.map(kind -> kind.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_mistake_is_told_with_its_place_and_what_to_change(String kind) throws IOException {
        CourseReading reading = CourseReader.read(FOLDER.resolve(kind));
        String said = String.join(
                "\n", reading.problems().stream().map(Problem::toString).toList());
        assertThat(said)
                .isEqualTo(Vocabulary.filled(
                        Files.readString(FOLDER.resolve(kind).resolve(EXPECTED)).strip()));
        assertThat(reading.course().exercise("x"))
                .as("a broken exercise is left out")
                .isEmpty();
        assertThat(reading.key("x")).isEmpty();
    }
}
