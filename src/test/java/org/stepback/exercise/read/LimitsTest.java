package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.Problem;
import org.stepback.exercise.yaml.Findings;

/// What is too large to lie in the tests' own folder.
class LimitsTest {
    private static final String FRONT = "---\ntitle: Large\nsummary: Too large\n---\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeCourse() throws IOException {
        Files.writeString(folder.resolve("course.yaml"), "title: Large\nexercises: [x]\n");
        Files.createDirectory(folder.resolve("x"));
    }

    @Test
    void a_file_is_not_read_beyond_its_limit() throws IOException {
        assertThat(problems(FRONT + "a\n".repeat(128_000)))
                .containsExactly("x/exercise.md:1:1: The file is larger than 256 kB. Make it smaller.");
    }

    @Test
    void prose_is_bounded_so_that_it_is_rendered_quickly() throws IOException {
        assertThat(problems(FRONT + "<a ".repeat(10_001)))
                .containsExactly(
                        "x/exercise.md:5:1: The prose between two cells has at most 30000 characters. This has 30002.");
    }

    @Test
    void an_exercise_has_at_most_a_hundred_cells() throws IOException {
        String cell = "```data d%d\ngenerator: xor\n```\n";
        StringBuilder text = new StringBuilder(FRONT);
        for (int i = 1; i <= 101; i++) {
            text.append(cell.formatted(i));
        }
        assertThat(problems(text.toString()))
                .containsExactly(
                        "x/exercise.md:305:1: An exercise has at most 100 cells, counting each stretch of prose.");
    }

    @Test
    void a_table_is_not_read_beyond_its_limit() throws IOException {
        Files.writeString(folder.resolve("x/big.csv"), "a,b\n" + "1,2\n".repeat(500_001));
        assertThat(problems(FRONT + "Hello\n"))
                .containsExactly("x/big.csv:1:1: The file is larger than 2000 kB. Make it smaller.");
    }

    @Test
    void an_exercise_has_at_most_twenty_tables() throws IOException {
        for (int i = 0; i < 21; i++) {
            Files.writeString(folder.resolve("x/t" + i + ".csv"), "a,b\n1,2\n");
        }
        assertThat(problems(FRONT + "Hello\n"))
                .containsExactly("x/exercise.md:1:1: An exercise has at most 20 tables. Its folder has 21.");
    }

    @Test
    void a_cell_holds_a_bounded_count_of_numbers() throws IOException {
        String rows = Lab.list(300, "[" + "1, ".repeat(9) + "1]");
        assertThat(problems(FRONT + "```data d\nx: " + rows + "\ny: " + Lab.list(300, "0") + "\n```\n"))
                .containsExactly(
                        "x/exercise.md:6:4: A cell holds at most 2000 numbers, and here are 3300. Put them into a CSV"
                                + " file.");
        String kernel = Lab.list(2, Lab.list(512, "0"));
        String second = Lab.list(512, Lab.list(9, "0"));
        assertThat(problems(FRONT
                        + "```data d\ngenerator: xor\n```\n```network n\ninput: d\nlayers: [dense: {units: 512,"
                        + " activation: relu}, dense: {units: 9, activation: relu}]\nweights: [{kernel: " + kernel
                        + ", bias: "
                        + Lab.list(512, "0") + "}, {kernel: " + second + ", bias: " + Lab.list(9, "0") + "}]\n```\n"))
                .containsExactly("x/exercise.md:11:10: A cell holds at most 5000 weights, and here are 5632.");
    }

    @Test
    void a_bomb_of_aliases_stays_small() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ", ").repeat(9))
                    .append("x]\n");
        }
        assertThat(problems(FRONT + "```data d\n" + bomb + "```\n"))
                .hasSize(100)
                .allMatch(problem -> problem.contains("Aliases"));
    }

    @Test
    void deep_yaml_is_not_followed() throws IOException {
        assertThat(problems(FRONT + "```data d\nx: " + "[".repeat(100_000) + "\n```\n"))
                .containsExactly("x/exercise.md:6:23: Values can stand at most 20 levels deep within each other.");
        assertThat(problems(FRONT + "```data d\nx: " + "{a: ".repeat(50_000) + "\n```\n"))
                .hasSize(1);
    }

    @Test
    void many_problems_are_cut_off() throws IOException {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            keys.append("key").append(i).append(": 1\n");
        }
        assertThat(problems(FRONT + "```data d\ngenerator: xor\n" + keys + "```\n"))
                .hasSize(Findings.MAX);
    }

    @Test
    void a_folder_in_place_of_a_file_is_no_file() throws IOException {
        Files.createDirectory(folder.resolve("x/exercise.md"));
        assertThat(CourseReader.read(folder).problems())
                .extracting(Problem::toString)
                .containsExactly("x/exercise.md:1:1: The file exercise.md is missing.");
        assertThat(CourseReader.read(folder.resolve("nowhere")).problems())
                .extracting(Problem::toString)
                .containsExactly("course.yaml:1:1: The file course.yaml is missing.");
    }

    private List<String> problems(String exercise) throws IOException {
        Files.writeString(folder.resolve("x/exercise.md"), exercise);
        return CourseReader.read(folder).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
