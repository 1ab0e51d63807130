package org.stepback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.read.Vocabulary;
import org.stepback.storage.TestCourse;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void a_sound_course_is_well() {
        assertThat(run("lint", TestCourse.FOLDER)).isEqualTo(Main.WELL);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("2 exercises read, nothing wrong.\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void problems_are_listed_by_file_line_and_column_then_findings(@TempDir Path course) throws IOException {
        TestCourse.copyTo(course);
        edit(course.resolve("moons/exercise.md"), "generator: two_moons", "generator: two_moon");
        edit(course.resolve("one-unit/solution.yaml"), "points: 0", "points: 1");

        assertThat(run("lint", course.toString())).isEqualTo(Main.FOUND);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith(course.resolve("moons/exercise.md") + ":7:12: ")
                                .contains("two_moons"),
                        finding -> assertThat(finding)
                                .isEqualTo(course.resolve("one-unit")
                                        + ": The slip “all wrong” earns 0 points; solution.yaml says 1."),
                        last -> assertThat(last).isEqualTo("1 exercise read, 2 problems found."));
    }

    @Test
    void code_to_import_is_unicode_or_refused_at_its_first_letter(@TempDir Path folder) throws IOException {
        String code = "# Größe\nfrom keras import Sequential, layers\nx = [[0, 1], [1, 0]]\ny = [0, 1]\n"
                + "model = Sequential([layers.Input((2,)), layers.Dense(1, activation='sigmoid')])\n"
                + "model.compile(optimizer='sgd', loss='binary_crossentropy')\nmodel.fit(x, y, epochs=1)\n";
        Path file = folder.resolve("model.py");
        Files.write(file, code.getBytes(StandardCharsets.UTF_8));
        assertThat(run("import", file.toString())).isEqualTo(Main.WELL);
        String notebook = out.toString(StandardCharsets.UTF_8);
        out.reset();
        Files.write(file, code.getBytes(StandardCharsets.UTF_16));
        assertThat(run("import", file.toString())).isEqualTo(Main.WELL);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(notebook);
        Files.write(file, code.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("import", file.toString())).isEqualTo(Main.MISUSE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(file + ":1:5: The file must be UTF-8 text, and here is the byte F6, which is “ö”");
    }

    @Test
    void misuse_is_told_in_one_sentence_and_how_to_do_it() {
        assertThat(run()).isEqualTo(Main.MISUSE);
        assertThat(run("lnit")).isEqualTo(Main.MISUSE);
        assertThat(run("lint", "a", "b")).isEqualTo(Main.MISUSE);
        assertThat(run("lint", "no/such/folder")).isEqualTo(Main.MISUSE);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "A command is missing. Known: lint, train, import, export, names, backup, restore, sign-out.",
                        "There is no command “lnit”. Known: lint, train, import, export, names, backup, restore, sign-out.",
                        "lint takes one folder, not 2. Write “stepback lint [FOLDER]”; the folder is exercises where none is named.",
                        "There is no folder “no/such/folder”. Name the one that has course.yaml in it.");
        assertThat(out.size()).isZero();
    }

    @Test
    void names_are_those_of_the_lists() {
        assertThat(run("names")).isEqualTo(Main.WELL);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        Vocabulary.filled("activations: {activations}"),
                        Vocabulary.filled("initializers: {initializers}"),
                        Vocabulary.filled("layers: {layers}"),
                        Vocabulary.filled("losses: {losses}"),
                        Vocabulary.filled("penalties: {penalties}"));
        assertThat(run("names", "all")).isEqualTo(Main.MISUSE);
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
