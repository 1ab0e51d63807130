package org.stepback.interop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Option;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.NotebookFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Jupyter asks of a file, from the schema of nbformat 4.5
/// (https://github.com/jupyter/nbformat/blob/main/nbformat/v4/nbformat.v4.5.schema.json).
class JupyterNotebookTest {
    private static final String CELLS = """
            ---
            title: Two "moons"
            summary: A notebook
            ---

            A formula $\\frac{1}{2}$, a "quote" and a backslash \\\\.

            ```data moons
            generator: two_moons
            samples: 40
            seed: 1
            ```

            ```network net
            input: moons
            layers:
              - dense: {units: 3, activation: relu}
              - dense: {units: 1, activation: sigmoid}
            seed: 1
            ```

            ```train fit
            network: net
            data: moons
            loss: binary_crossentropy
            optimizer: {adam: {learning_rate: 0.01}}
            batch_size: 10
            epochs: 2
            seed: 1
            ```
            """;

    static Stream<JsonNode> notebooks() {
        return Stream.of(read(NotebookFile.read(CELLS, "x.md").notebook().orElseThrow()), JupyterNotebookTest.empty());
    }

    private static JsonNode empty() {
        return JsonMapper.shared().readTree(JupyterNotebook.of(Exercise.blank("~x", "Nothing yet")));
    }

    private static JsonNode read(NotebookFile file) {
        List<OwnCell> own = file.cells();
        Exercise blank = Exercise.blank("~x", file.title());
        Resolved resolved = CellReader.resolve(blank, List.of(), own);
        var merged =
                new Exercise(blank.slug(), blank.title(), blank.summary(), resolved.cells(), blank.tables(), Map.of());
        return JsonMapper.shared().readTree(JupyterNotebook.of(merged));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void the_file_has_the_fields_that_jupyter_requires_and_no_others(JsonNode file) {
        assertThat(Set.copyOf(file.propertyNames()))
                .isEqualTo(Set.of("metadata", "nbformat_minor", "nbformat", "cells"));
        assertThat(file.get("nbformat").asInt()).isEqualTo(4);
        assertThat(file.get("nbformat_minor").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(file.get("metadata").get("kernelspec").get("name").isString())
                .isTrue();
        assertThat(file.get("metadata").get("kernelspec").get("display_name").isString())
                .isTrue();
        assertThat(file.get("metadata").get("language_info").get("name").isString())
                .isTrue();
        assertThat(file.get("cells").isArray()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void each_cell_has_the_fields_of_its_type_and_an_id_of_its_own(JsonNode file) {
        Set<String> ids = new HashSet<>();
        for (JsonNode cell : file.get("cells")) {
            String type = cell.get("cell_type").asString();
            assertThat(type).isIn("markdown", "code");
            Set<String> wanted = type.equals("code")
                    ? Set.of("id", "cell_type", "metadata", "source", "outputs", "execution_count")
                    : Set.of("id", "cell_type", "metadata", "source");
            assertThat(Set.copyOf(cell.propertyNames())).isEqualTo(wanted);
            assertThat(cell.get("id").asString()).matches("[a-zA-Z0-9-_]{1,64}");
            assertThat(ids.add(cell.get("id").asString())).isTrue();
            assertThat(cell.get("metadata").isObject()).isTrue();
            assertThat(cell.get("source").isString()).isTrue();
            if (type.equals("code")) {
                assertThat(cell.get("outputs").isArray()).isTrue();
                assertThat(cell.get("execution_count").isNull()).isTrue();
            }
        }
    }

    @Test
    void an_empty_note_is_no_cell() {
        var note = new OwnCell("note", OwnCell.NOTE, " \n", "");
        JsonNode file = read(new NotebookFile("Title", List.of(note)));

        assertThat(file.get("cells"))
                .isEqualTo(read(new NotebookFile("Title", List.of())).get("cells"));
    }

    @Test
    void prose_is_markdown_word_for_word_and_a_training_is_the_program_that_the_export_writes() {
        NotebookFile file = NotebookFile.read(CELLS, "x.md").notebook().orElseThrow();
        List<JsonNode> cells = read(file).get("cells").valueStream().toList();

        assertThat(cells.getFirst().get("source").asString()).isEqualTo("# Two \"moons\"");
        assertThat(cells.get(1).get("source").asString())
                .isEqualTo("A formula $\\frac{1}{2}$, a \"quote\" and a backslash \\\\.");
        Optional<String> program = cells.stream()
                .filter(cell -> cell.get("cell_type").asString().equals("code"))
                .map(cell -> cell.get("source").asString())
                .reduce((first, last) -> last);
        assertThat(program.orElseThrow()).contains("import keras", "model.fit(");
    }

    /// A cell has no `__file__`, and its numbers lie where it runs.
    @Test
    void a_training_of_many_samples_runs_in_cells(@TempDir Path folder) throws IOException {
        Interpreter python = Interpreter.with("numpy");
        String many = CELLS.replace("samples: 40", "samples: 3000");
        NotebookFile file = NotebookFile.read(many, "x.md").notebook().orElseThrow();
        Files.writeString(folder.resolve("notebook.ipynb"), read(file).toString());
        Files.writeString(folder.resolve("run.py"), """
                import json, sys
                from unittest.mock import MagicMock
                keras = sys.modules["keras"] = MagicMock()
                cells, seen = json.load(open("notebook.ipynb", encoding="utf-8"))["cells"], {}
                for cell in cells:
                    if cell["cell_type"] == "code":
                        exec(cell["source"], seen)
                print(keras.Sequential.return_value.fit.call_args.args[0].shape)
                """);

        assertThat(python.run(folder, "run.py")).contains("(3000, 2)");
    }

    @Test
    void a_choice_is_asked_with_its_options() {
        var options = List.of(new Option("a", "More $x$"), new Option("b", "Less"));
        var question = new Cell.ChoiceQuestion("q", "More or less?", options, Optional.empty());
        var notebook = new Exercise("~x", "Title", "", List.of(question), Map.of(), Map.of());

        assertThat(JsonMapper.shared()
                        .readTree(JupyterNotebook.of(notebook))
                        .get("cells")
                        .get(1)
                        .get("source")
                        .asString())
                .isEqualTo("**Question:** More or less?\n\n- More $x$\n- Less");
    }
}
