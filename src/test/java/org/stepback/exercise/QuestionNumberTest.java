package org.stepback.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Students see numbers of questions and exercises, in the order of the page and of the course.
class QuestionNumberTest {
    private static Exercise exercise(String slug, String... cells) {
        return new Exercise(
                slug,
                slug,
                "",
                List.of(cells).stream()
                        .map(id -> (Cell) new Cell.NumberQuestion(id, "?", Optional.empty(), Optional.empty()))
                        .toList(),
                Map.of(),
                Map.of());
    }

    @Test
    void graded_cells_are_numbered_in_their_order() {
        Exercise exercise = exercise("a", "third-by-name", "own", "first-by-name")
                .withPoints(Map.of("first-by-name", 1, "third-by-name", 0));

        assertThat(exercise.question("third-by-name")).contains(new QuestionNumber(1, 2));
        assertThat(exercise.question("first-by-name").map(QuestionNumber::shown))
                .contains("Question 2 of 2");
        assertThat(exercise.question("own")).isEmpty();
        assertThat(exercise.question("nowhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2             | 2
            2 3           | 2 and 3
            1 3 4 5 8     | 1, 3–5 and 8
            2 3 4 5 6 7 8 | 2–8
            1 2 4         | 1, 2 and 4
            """)
    void several_are_listed_with_ranges(String numbers, String listed) {
        int[] each = Stream.of(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(QuestionNumber.listed(each)).isEqualTo(listed);
    }

    @Test
    void an_exercise_has_its_place_over_all_parts() {
        Exercise a = exercise("a");
        Exercise b = exercise("b");
        Exercise c = exercise("c");
        Course course =
                new Course("", List.of(new Course.Part("One", List.of(a)), new Course.Part("Two", List.of(b, c))));

        assertThat(course.place("a")).contains(new Course.Place(1, 3, Optional.empty(), Optional.of(b)));
        assertThat(course.place("b")).contains(new Course.Place(2, 3, Optional.of(a), Optional.of(c)));
        assertThat(course.place("c")).contains(new Course.Place(3, 3, Optional.of(b), Optional.empty()));
        assertThat(course.place("d")).isEmpty();
    }
}
