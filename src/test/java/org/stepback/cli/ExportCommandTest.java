package org.stepback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    private static final String NOTEBOOK = """
            ---
            title: Plane
            summary: A plane
            ---
            ```data plane
            generator: plane
            samples: SAMPLES
            ```
            ```network net
            input: plane
            layers:
              - dense: {units: 1, activation: linear}
            ```
            ```train fit
            network: net
            data: plane
            loss: mean_squared_error
            optimizer: sgd
            epochs: 2
            ```
            """;

    private final Commands commands = new Commands();

    @TempDir
    private Path folder;

    private String notebook;
    private String large;

    @BeforeEach
    void writeNotebooks() throws IOException {
        notebook = Files.writeString(folder.resolve("a.md"), NOTEBOOK.replace("SAMPLES", "50"))
                .toString();
        large = Files.writeString(folder.resolve("large.md"), NOTEBOOK.replace("SAMPLES", "5000"))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keras", "pytorch", "numpy"})
    void a_program_is_printed_or_written(String framework) throws IOException {
        assertThat(commands.run("export", notebook, "--as", framework)).isEqualTo(Main.WELL);
        String printed = commands.out();
        assertThat(printed).startsWith("# “Plane”: the training fit of a Stepback notebook, in ");

        Path program = folder.resolve("program.py");
        assertThat(commands.run("export", notebook, "--as", framework, "--cell", "fit", "--out", program.toString()))
                .isEqualTo(Main.WELL);
        assertThat(commands.out()).isEqualTo("Wrote “" + program + "”.\n");
        assertThat(program).hasContent(printed);
        assertThat(folder.resolve("program.json")).doesNotExist();
    }

    @Test
    void many_numbers_are_written_beside_the_program() {
        Path program = folder.resolve("program.py");
        assertThat(commands.run("export", large, "--as", "numpy", "--out", program.toString()))
                .isEqualTo(Main.WELL);
        assertThat(commands.out()).contains(" and its numbers “" + folder.resolve("program.json") + "”.");
        assertThat(folder.resolve("program.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOTEBOOK",
                "NOTEBOOK --as jax",
                "NOTEBOOK --as Numpy",
                "--as numpy",
                "none.md --as numpy",
                "NOTEBOOK --as numpy --cell fti",
                "NOTEBOOK --as numpy --out FOLDER",
                "NOTEBOOK --as numpy --out FOLDER/numpy.py",
                "LARGE --as numpy"
            })
    void misuse_is_one_sentence(String line) {
        String[] args = ("export " + line)
                .replace("NOTEBOOK", notebook)
                .replace("LARGE", large)
                .replace("FOLDER", folder.toString())
                .split(" ");
        assertThat(commands.run(args)).as(line).isEqualTo(Main.MISUSE);
        assertThat(commands.err().lines()).hasSize(1).allSatisfy(said -> assertThat(said)
                .doesNotContain("Exception", "mistake in Stepback"));
        assertThat(commands.out()).isEmpty();
    }

    @Test
    void a_training_that_cannot_be_is_refused() throws IOException {
        String bad = NOTEBOOK.replace("SAMPLES", "50").replace("mean_squared_error", "binary_crossentropy");
        Path file = Files.writeString(folder.resolve("bad.md"), bad);
        assertThat(commands.run("export", file.toString(), "--as", "numpy")).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).contains("binary_crossentropy").hasLineCount(1);
    }
}
