package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.exercise.OwnCell;

class NotebookFileTest {
    private static final List<String> NOTES = List.of(
            "Plain.",
            "# Heading\n\nTwo paragraphs, *one* $x^2$.\n\n- a\n- b",
            "",
            "\n\nblank lines first",
            "blank lines last\n\n",
            "```data fake\ngenerator: xor\n```",
            "```\nnever closed",
            "$$\nnever closed",
            "<!-- note other -->",
            "<!-- note other: 3 lines -->\nx",
            "<!-- never closed",
            "> quote\n> ```train x\n> ```",
            "---\ntitle: no\n---",
            "~~~\n```data a\n~~~",
            "ü 😀 \t\\");
    private static final List<String> TEXTS = List.of(
            "generator: two_moons\nsamples: 400\n",
            "# mine ```` ticks\ngenerator: [broken\n",
            "a: \"---\"\n",
            "",
            "generator: xor # ```\n");

    private static NotebookFile read(String text) {
        NotebookFile.Reading reading = NotebookFile.read(text, "notebook.md");
        assertThat(reading.problems()).isEmpty();
        return reading.notebook().orElseThrow();
    }

    @Test
    void what_was_written_is_read_back_the_same_whatever_the_cells_say() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<OwnCell> cells = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                boolean note = random.nextBoolean();
                cells.add(
                        note
                                ? new OwnCell("n" + i, OwnCell.NOTE, NOTES.get(random.nextInt(NOTES.size())), "")
                                : new OwnCell(
                                        "c" + i,
                                        OwnCell.KINDS.get(random.nextInt(3)),
                                        TEXTS.get(random.nextInt(TEXTS.size())),
                                        ""));
            }
            NotebookFile file = new NotebookFile("A \"title\": $x$", cells);

            assertThat(read(file.write())).isEqualTo(file);
            assertThat(read(file.write().replace("\n", "\r\n"))).isEqualTo(file);
        }
    }

    @Test
    void a_note_of_one_line_and_an_empty_one_are_written_as_a_person_would() {
        List<OwnCell> notes = List.of(
                new OwnCell("fence", OwnCell.NOTE, "```", ""),
                new OwnCell("empty", OwnCell.NOTE, "", ""),
                new OwnCell("last", OwnCell.NOTE, "The end.", ""));
        String text = new NotebookFile("Notes", notes).write();

        assertThat(text)
                .contains("<!-- note fence: 1 line -->\n", "<!-- note empty -->\n")
                .doesNotContain("1 lines");
        assertThat(NotebookFile.read(text, "x.md").notebook().orElseThrow().cells())
                .isEqualTo(notes);
        String older = text.replace("1 line ", "1 lines ");
        assertThat(NotebookFile.read(older, "x.md").notebook().orElseThrow().cells())
                .isEqualTo(notes);
    }

    @Test
    void an_author_s_file_comes_in_without_its_locks_and_with_its_questions_as_notes() {
        NotebookFile file = read("""
                ---
                title: From an author
                summary: x
                ---
                Some prose.

                ```data moons
                generator: xor
                editable: []
                ```

                ```number first
                label: How many?
                ```
                """);

        assertThat(file.title()).isEqualTo("From an author");
        assertThat(file.cells())
                .containsExactly(
                        new OwnCell("note", "note", "Some prose.", ""),
                        new OwnCell("moons", "data", "generator: xor\n", ""),
                        new OwnCell("note-2", "note", "**Question:** How many?", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: x | must start with a line",
                "---\\ntitle: x\\nsummary: y\\n---\\n```data\\n```  | a kind and an id",
                "---\\ntitle: x\\nsummary: y\\n---\\n```data d\\n``` \\n```data d\\n``` | has the id",
                "---\\ntitle: x\\nsummary: y\\n---\\n```data d\\na: 1 | never closed",
            })
    void what_can_t_be_read_is_said_with_its_place(String text, String reason) {
        NotebookFile.Reading reading = NotebookFile.read(text.replace("\\n", "\n"), "notebook.md");

        assertThat(reading.notebook()).isEmpty();
        assertThat(reading.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains(reason));
    }
}
