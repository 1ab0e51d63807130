package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Problem;

/// Tables without a line of names, and in other encodings, as the data cells of a notebook read them.
class TableHeaderTest {
    private static final String FLOWERS = "5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n";

    @TempDir
    Path folder;

    private Path notebook;

    @BeforeEach
    void name() {
        notebook = folder.resolve("exercise.md");
    }

    @Test
    void a_cell_says_that_the_first_line_is_a_sample() throws IOException {
        Dataset flowers = dataset(FLOWERS, "header: none\ntarget: column 3");
        assertThat(flowers.samples()).isEqualTo(4);
        assertThat(flowers.features()).containsExactly("column 1", "column 2");
        assertThat(flowers.classes()).containsExactly("setosa", "versicolor", "virginica");
    }

    @Test
    void a_cell_says_that_the_first_line_has_names() throws IOException {
        assertThat(dataset("2019,2020,y\n1,2,3\n4,5,6\n", "header: first line\ntarget: y")
                        .features())
                .containsExactly("2019", "2020");
        assertThat(dataset("x,y\n1,2\n4,5\n", "header: first line\ntarget: y").samples())
                .as("said where it need not be")
                .isEqualTo(2);
    }

    @Test
    void two_cells_may_read_one_file_in_two_ways() throws IOException {
        Exercise exercise = read(
                        "1,2\n3,4\n5,6\n",
                        cell("a", "header: none\ntarget: column 2") + cell("b", "header: first line\ntarget: \"2\""))
                .exercise()
                .orElseThrow();
        assertThat(samples(exercise, "a")).isEqualTo(3);
        assertThat(samples(exercise, "b")).isEqualTo(2);
    }

    @Test
    void a_first_line_that_could_be_a_sample_is_asked_about() throws IOException {
        assertThat(problems(FLOWERS, "target: setosa"))
                .containsExactly(
                        "exercise.md:7:7: The table \"t.csv\" has a first line with two meanings. In its line 1,"
                                + " column 1: Does this line name the columns, or is it a sample? \"5.1\" is a number. Write"
                                + " \"header: none\" if it is a sample, and \"header: first line\" if it names the columns.");
    }

    @Test
    void a_table_that_cannot_be_meant_so_is_refused() throws IOException {
        assertThat(problems("x,y\n1,2\n3,4\n", "header: none\ntarget: column 2"))
                .containsExactly("exercise.md:8:9: The table \"t.csv\" cannot be read so. In its line 1, column 1: Each"
                        + " value of the column \"column 1\" must be a number. \"x\" is not a number.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0,1.0", "0,1.", "0e0,1e0", "-0,+1.00"})
    void labels_written_as_decimals_are_classes(String labels) throws IOException {
        String[] each = labels.split(",");
        Exercise exercise = read(
                        "a,y\n1,%s\n2,%s\n3,%1$s\n4,%2$s\n".formatted(each[0], each[1]),
                        cell("d", "target: y\nvalidation_split: 0")
                                + "\n```network n\ninput: d\nlayers:\n  - dense: {units: 1, activation: sigmoid}\n```\n"
                                + "\n```train fit\nnetwork: n\ndata: d\nloss: binary_crossentropy\noptimizer: sgd\n"
                                + "batch_size: 3\nepochs: 1\n```\n")
                .exercise()
                .orElseThrow();
        Cell.Data data = (Cell.Data) exercise.cell("d").orElseThrow();
        assertThat(exercise.dataset(data).classes()).containsExactly("0", "1");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-8"})
    void a_table_in_unicode_is_read(String charset) throws IOException {
        byte[] bytes = "\uFEFFx;art\r\n1;süß\r\n2;bitter\r\n".getBytes(Charset.forName(charset));
        Files.write(folder.resolve("t.csv"), bytes);
        Exercise exercise = notebook(cell("d", "target: art")).exercise().orElseThrow();
        assertThat(exercise.dataset((Cell.Data) exercise.cell("d").orElseThrow())
                        .classes())
                .containsExactly("bitter", "süß");
    }

    @Test
    void a_table_in_another_encoding_is_refused_at_its_first_letter() throws IOException {
        Files.write(folder.resolve("t.csv"), "x,art\n1,süß\n2,bitter\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(notebook(cell("d", "target: art")).problems())
                .extracting(Problem::toString)
                .contains("t.csv:2:4: The file must be UTF-8 text, and here is the byte FC, which is “ü” if the file is"
                        + " Windows-1252 (Latin-1). Save it as UTF-8.");
    }

    private Dataset dataset(String table, String keys) throws IOException {
        Exercise exercise = read(table, cell("d", keys)).exercise().orElseThrow();
        return exercise.dataset((Cell.Data) exercise.cell("d").orElseThrow());
    }

    private static int samples(Exercise exercise, String id) {
        return exercise.shape((Cell.Data) exercise.cell(id).orElseThrow()).samples();
    }

    private List<String> problems(String table, String keys) throws IOException {
        return read(table, cell("d", keys)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static String cell(String id, String keys) {
        return "\n```data " + id + "\nfile: t.csv\n" + keys + "\n```\n";
    }

    private NotebookReading read(String table, String cells) throws IOException {
        Files.writeString(folder.resolve("t.csv"), table);
        return notebook(cells);
    }

    private NotebookReading notebook(String cells) throws IOException {
        Files.writeString(notebook, "---\ntitle: T\nsummary: S\n---\n" + cells);
        return NotebookReading.of(notebook);
    }
}
