package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CourseCatalog;

abstract class NotebookServiceTest extends NotebookStorageTest {
    private static final String MOONS = "moons";
    private static final String ONE_UNIT = "one-unit";
    private static final Edit FASTER = new Edit("fit", "optimizer", "{\"adam\":{\"learning_rate\":0.03}}");
    private static final Edit MALFORMED = new Edit("fit", "optimizer", "{\"adam\":{\"learning_rate\":\"1,030\"}}");

    private Notebook edit(Edit edit) {
        return notebooks().edit(student, MOONS, edit);
    }

    private static double learningRate(Notebook notebook) {
        return ((Cell.Train) notebook.resolved().cell("fit").orElseThrow())
                .optimizer()
                .schedule()
                .rate(0);
    }

    @Test
    void an_untouched_notebook_is_the_author_s() {
        Notebook notebook = notebooks().open(student, MOONS);

        assertThat(notebook.edits()).isEmpty();
        assertThat(notebook.revision()).isZero();
        assertThat(notebook.resolved().cells()).isEqualTo(notebook.exercise().cells());
    }

    @Test
    void an_edit_is_there_when_the_page_and_the_server_come_back() {
        assertThat(learningRate(edit(FASTER))).isEqualTo(0.03);
        restart();

        Notebook notebook = notebooks().open(student, MOONS);
        assertThat(notebook.edits()).containsExactly(FASTER);
        assertThat(notebook.edited("fit")).isTrue();
        assertThat(notebook.edited("net")).isFalse();
        assertThat(learningRate(notebook)).isEqualTo(0.03);
    }

    @Test
    void what_can_t_be_read_is_kept_as_typed_and_said() {
        Notebook notebook = edit(MALFORMED);

        assertThat(notebook.edits()).containsExactly(MALFORMED);
        assertThat(learningRate(notebook)).isEqualTo(0.00001);
        assertThat(notebook.resolved().problems("fit"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("1.030 or 1030"));
    }

    @Test
    void the_author_s_own_value_takes_the_edit_away_however_it_is_written() {
        edit(FASTER);
        Notebook notebook = edit(new Edit("fit", "optimizer", "{\"adam\": {\"learning_rate\": 1e-5}}"));

        assertThat(notebook.edits()).isEmpty();
        assertThat(notebook.revision()).isEqualTo(2);
        notebooks().edit(student, ONE_UNIT, new Edit("z", Edit.ANSWER, "\"0.3\""));
        assertThat(notebooks()
                        .edit(student, ONE_UNIT, new Edit("z", Edit.ANSWER, "\"\""))
                        .edits())
                .isEmpty();
    }

    @Test
    void one_cell_or_all_can_be_restored() {
        edit(FASTER);
        edit(new Edit("net", "seed", "5"));
        edit(new Edit("wild", "optimizer", "\"sgd\""));

        assertThat(notebooks().restore(student, MOONS, "fit").edits())
                .extracting(Edit::cell)
                .containsExactly("net", "wild");
        assertThat(notebooks().restoreAll(student, MOONS).edits()).isEmpty();
        assertThat(notebooks().open(student, MOONS).edits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fit | epochs | 5 | has locked",
                "moons | noise | 0 | has locked",
                "fitt | epochs | 5 | Unknown cell",
                "fit | epoch | 5 | Unknown field",
                "fit | id | \"x\" | Unknown field",
                "net | seed | {not json | could not be read",
                "net | seed | 5 6 | ",
            })
    void a_forged_edit_is_refused_and_changes_nothing(String cell, String field, String json, String reason) {
        assertThatThrownBy(() -> edit(new Edit(cell, field, json)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason == null ? "" : reason);
        assertThat(notebooks().open(student, MOONS).revision()).isZero();
    }

    @Test
    void an_unknown_exercise_or_cell_is_refused() {
        assertThatThrownBy(() -> notebooks().open(student, "../moons"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no such exercise in this course.");
        assertThatThrownBy(() -> notebooks().restore(student, MOONS, "nowhere")).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_value_or_a_draft_beyond_its_bound_is_refused() {
        String long4096 = '"' + "x".repeat(4094) + '"';
        assertThat(edit(new Edit("fit", "optimizer", long4096)).revision()).isEqualTo(1);
        assertThatThrownBy(() -> edit(new Edit("fit", "optimizer", long4096 + " ")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> edit(new Edit("fit", "optimizer", "\"\ud800\"")))
                .isInstanceOf(RefusedException.class);

        get(Drafts.class).update(student, MOONS, "Test", text -> EditsText.write(obsolete()));
        assertThatThrownBy(() -> edit(new Edit("fit", "optimizer", long4096)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("65536");
    }

    private static List<Edit> obsolete() {
        return IntStream.range(0, 16)
                .mapToObj(i -> new Edit("gone", "field" + i, '"' + "x".repeat(3900) + '"'))
                .toList();
    }

    @Test
    void edits_that_the_author_s_version_has_no_place_for_are_kept_and_ignored() {
        Edit gone = new Edit("gone", "seed", "1");
        Edit locked = new Edit("fit", "epochs", "9999");
        get(Drafts.class).update(student, MOONS, "Test", text -> EditsText.write(List.of(gone, locked)));

        Notebook notebook = edit(FASTER);

        assertThat(notebook.edits()).containsExactly(FASTER);
        assertThat(EditsText.read(
                        get(Drafts.class).find(student, MOONS).orElseThrow().edits()))
                .containsExactlyInAnyOrder(gone, locked, FASTER);
    }

    @Test
    void a_student_only_ever_touches_the_own_notebook() {
        UUID other = account();
        edit(FASTER);

        assertThat(notebooks().open(other, MOONS).edits()).isEmpty();
        notebooks().restoreAll(other, MOONS);
        assertThat(notebooks().open(student, MOONS).edits()).containsExactly(FASTER);
    }

    @Test
    void two_tabs_lose_nothing_and_the_last_value_of_a_field_counts() throws Exception {
        List<String> cells = List.of("net", "fit", "wild");
        atOnce(cells.size(), tab -> {
            String field = cells.get(tab).equals("net") ? "seed" : "optimizer";
            for (int i = 1; i <= 20; i++) {
                String value = field.equals("seed") ? "" + (100 + i) : "{\"sgd\":{\"learning_rate\":" + i + "}}";
                edit(new Edit(cells.get(tab), field, value));
            }
            return tab;
        });

        Notebook notebook = notebooks().open(student, MOONS);
        assertThat(notebook.edits())
                .containsExactly(
                        new Edit("fit", "optimizer", "{\"sgd\":{\"learning_rate\":20}}"),
                        new Edit("net", "seed", "120"),
                        new Edit("wild", "optimizer", "{\"sgd\":{\"learning_rate\":20}}"));
        assertThat(notebook.revision()).isEqualTo(60);
    }

    @Test
    void no_text_form_of_a_notebook_shows_how_it_is_graded() {
        assertThat(get(CourseCatalog.class).toString() + notebooks().open(student, ONE_UNIT))
                .doesNotContain("You forgot the bias", "0.5544", "squared error");
    }
}
