package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CellText;

/// What a student adds to an exercise's notebook, and how each change is taken back.
abstract class OwnCellsTest extends NotebookStorageTest {
    private static final String MOONS = "moons";
    private static final List<String> AUTHORS = List.of("moons", "net", "fit", "line", "wild");

    private Notebook open() {
        return notebooks().open(student, MOONS);
    }

    private Notebook add(String behind, String kind) {
        return notebooks().add(student, MOONS, behind, kind);
    }

    private Notebook retype(String cell, String text) {
        return notebooks().retype(student, MOONS, cell, text);
    }

    private Notebook undo() {
        return notebooks().undo(student, MOONS);
    }

    private Notebook redo() {
        return notebooks().redo(student, MOONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "network", "train", "note"})
    void a_new_cell_runs_as_it_is_and_is_there_after_a_restart(String kind) {
        add("fit", kind);
        restart();

        Notebook notebook = open();
        assertThat(notebook.order()).hasSize(6).startsWith("moons", "net", "fit");
        String id = notebook.order().get(3);
        assertThat(notebook.own(id)).map(OwnCell::kind).hasValue(kind);
        assertThat(notebook.resolved().cell(id)).isPresent();
        assertThat(notebook.resolved().problems()).isEmpty();
    }

    @Test
    void a_new_training_takes_the_nearest_network_above_it_and_that_one_s_data() {
        add("fit", "data");
        Notebook notebook = add("line", "train");

        Cell.Train train =
                (Cell.Train) notebook.resolved().cell(notebook.order().get(5)).orElseThrow();
        assertThat(train.network()).isEqualTo("line");
        assertThat(train.data()).isEqualTo("moons");
    }

    @Test
    void cells_stand_where_they_were_put_and_move_across_the_author_s() {
        add("", "note");
        add("note", "data");
        add("wild", "note");
        assertThat(open().order()).containsExactly("note", "data", "moons", "net", "fit", "line", "wild", "note-2");

        notebooks().move(student, MOONS, "note", "data");
        assertThat(open().order()).startsWith("data", "note", "moons");
        notebooks().move(student, MOONS, "data", "net");
        assertThat(open().order()).containsExactly("note", "moons", "net", "data", "fit", "line", "wild", "note-2");
        notebooks().move(student, MOONS, "note-2", "");
        assertThat(open().order()).startsWith("note-2", "note", "moons");
    }

    @Test
    void a_deleted_cell_comes_back_in_its_place_with_its_text_also_after_a_restart() {
        add("moons", "note");
        retype("note", "What I *think*");
        notebooks().delete(student, MOONS, "note");
        assertThat(open().order()).isEqualTo(AUTHORS);
        restart();

        assertThat(undo().order()).containsExactly("moons", "note", "net", "fit", "line", "wild");
        assertThat(open().text("note")).isEqualTo("What I *think*");
        restart();
        assertThat(redo().order()).isEqualTo(AUTHORS);
    }

    @Test
    void every_change_is_undone_and_redone_one_by_one() {
        notebooks().edit(student, MOONS, new Edit("net", "seed", "5"));
        add("fit", "network");
        notebooks().move(student, MOONS, "net-2", "");
        notebooks().restoreAll(student, MOONS);
        Notebook last = open();

        assertThat(last.undo()).hasValue("Restore all cells");
        assertThat(undo().field("net", "seed").asInt()).isEqualTo(5);
        assertThat(undo().order()).startsWith("moons", "net", "fit", "net-2");
        assertThat(undo().own()).isEmpty();
        assertThat(undo().edits()).isEmpty();
        assertThat(open().undo()).isEmpty();
        assertThat(undo().revision()).isEqualTo(open().revision());

        for (int i = 0; i < 4; i++) {
            redo();
        }
        assertThat(open().own()).isEqualTo(last.own());
        assertThat(open().edits()).isEqualTo(last.edits());
        assertThat(open().redo()).isEmpty();
    }

    @Test
    void a_new_change_ends_what_can_be_redone() {
        add("fit", "note");
        undo();
        add("fit", "data");

        assertThat(open().redo()).isEmpty();
        assertThat(redo().own()).extracting(OwnCell::id).containsExactly("data");
    }

    @Test
    void typing_on_is_one_change() {
        add("fit", "note");
        retype("note", "O");
        retype("note", "On");
        retype("note", "One");

        assertThat(undo().text("note")).isEmpty();
        assertThat(redo().text("note")).isEqualTo("One");
    }

    @Test
    void folding_is_kept_and_is_no_change_to_undo() {
        notebooks().fold(student, MOONS, "fit", true);
        restart();

        assertThat(open().folded()).containsExactly("fit");
        assertThat(open().undo()).isEmpty();
        assertThat(notebooks().fold(student, MOONS, "fit", false).folded()).isEmpty();
    }

    @Test
    void a_control_changes_its_place_in_the_text_and_nothing_else() {
        add("moons", "data");
        retype("data", "# mine\ngenerator: two_moons   # round\nsamples: 300\n");

        Notebook notebook = notebooks().edit(student, MOONS, "data", "samples", old -> CellText.value("200"));
        assertThat(notebook.text("data")).isEqualTo("# mine\ngenerator: two_moons   # round\nsamples: 200\n");
        notebook = notebooks().edit(student, MOONS, "data", "noise", old -> CellText.value("1,300"));
        assertThat(notebook.text("data")).endsWith("samples: 200\nnoise: \"1,300\"\n");
        assertThat(notebook.resolved().problems("data"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("1.300 or 1300"));
        assertThat(notebook.field("data", "noise").asString()).isEqualTo("1,300");
    }

    @Test
    void a_text_that_can_t_be_read_is_kept_as_typed_and_the_cell_goes_on_as_before() {
        add("moons", "data");
        Notebook notebook = retype("data", "samples: [1");

        assertThat(notebook.text("data")).isEqualTo("samples: [1");
        assertThat(notebook.resolved().cell("data")).isPresent();
        assertThat(notebook.resolved().problems("data"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Line 1, column 10: "));
        assertThatThrownBy(() -> notebooks().edit(student, MOONS, "data", "samples", old -> CellText.value("200")))
                .isInstanceOf(RefusedException.class);
        assertThat(retype("data", "generator: xor\nsamples: 100\n").resolved().problems())
                .isEmpty();
    }

    @Test
    void mistakes_above_the_place_where_a_text_ends_to_be_yaml_are_told_too() {
        add("moons", "data");
        Notebook notebook = retype("data", "samples: many\nbogus: 3\nini\n");

        assertThat(notebook.placedProblems("data"))
                .extracting(FieldProblem::line)
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(notebook.placedProblems("data"))
                .extracting(FieldProblem::message)
                .anyMatch(message -> message.contains("bogus"));
    }

    @Test
    void an_author_s_cell_is_typed_over_within_what_the_author_allows() {
        String text = open().text("net");
        notebooks().edit(student, MOONS, new Edit("net", "seed", "5"));
        assertThat(open().text("net")).isEqualTo(text.replace("seed: 1", "seed: 5"));

        Notebook notebook = retype("net", text.replace("seed: 1", "seed: 7 # mine"));
        assertThat(notebook.edits()).extracting(Edit::field).containsExactly(Edit.SOURCE);
        assertThat(((Cell.Net) notebook.resolved().cell("net").orElseThrow()).seed())
                .isEqualTo(7);
        notebook = notebooks().edit(student, MOONS, "net", "seed", old -> CellText.value("8"));
        assertThat(notebook.text("net")).isEqualTo(text.replace("seed: 1", "seed: 8 # mine"));

        notebook = retype("net", text.replace("initializer: glorot_uniform", "initializer: zeros"));
        assertThat(notebook.resolved().problems("net"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("locked", "glorot_uniform"));
        assertThat(notebook.resolved().cell("net"))
                .isEqualTo(notebook.exercise().cell("net"));
        assertThat(retype("net", text).edits()).isEmpty();
    }

    @Test
    void a_cell_whose_data_is_deleted_says_so_and_is_whole_again_after_undo() {
        add("moons", "data");
        add("data", "network");
        add("net-2", "train");
        Notebook notebook = notebooks().delete(student, MOONS, "data");

        assertThat(notebook.resolved().cell("net-2")).isEmpty();
        assertThat(notebook.resolved().problems("net-2"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Unknown data cell \"data\""));
        assertThat(notebook.resolved().cell("fit-2")).isEmpty();
        assertThat(undo().resolved().problems()).isEmpty();
    }

    @Test
    void an_author_s_cell_never_uses_a_student_s() {
        add("moons", "network");
        Notebook notebook = notebooks().paste(student, MOONS, "", "data", "moons", "generator: xor\nsamples: 100\n");

        assertThat(notebook.own()).extracting(OwnCell::id).containsExactly("moons-2", "net-2");
        assertThat(((Cell.Net) notebook.resolved().cell("net").orElseThrow()).input())
                .isEqualTo("moons");
    }

    @ParameterizedTest
    @CsvSource({
        "moons, number, A cell of your own is one of",
        "moons, prose, A cell of your own is one of",
        "nowhere, note, There is no cell"
    })
    void a_forged_cell_is_refused(String behind, String kind, String reason) {
        assertThatThrownBy(() -> add(behind, kind))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
        assertThat(open().revision()).isZero();
    }

    @Test
    void the_author_s_cells_can_be_neither_moved_nor_deleted_nor_retyped() {
        assertThatThrownBy(() -> notebooks().delete(student, MOONS, "fit")).hasMessageContaining("the author's");
        assertThatThrownBy(() -> notebooks().move(student, MOONS, "fit", "")).hasMessageContaining("the author's");
        assertThatThrownBy(() -> retype("moons", "generator: xor")).isInstanceOf(RefusedException.class);
        assertThat(open().revision()).isZero();
    }

    @Test
    void texts_and_their_number_are_bounded() {
        add("fit", "note");
        retype("note", "x".repeat(OwnCell.MAX_LENGTH));
        assertThatThrownBy(() -> retype("note", "x".repeat(OwnCell.MAX_LENGTH + 1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("20000");
        assertThatThrownBy(() -> retype("note", "a\0b")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> retype("note", "\ud800")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < OwnCells.MOST; i++) {
                        add("fit", "data");
                    }
                })
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at most " + OwnCells.MOST);
    }

    @Test
    void the_history_of_changes_is_bounded() {
        add("fit", "note");
        for (int i = 0; i < ChangeLog.MOST + 20; i++) {
            notebooks().move(student, MOONS, "note", i % 2 == 0 ? "" : "fit");
        }

        UUID draft = get(Drafts.class).find(student, MOONS).orElseThrow().id();
        assertThat(get(ChangeLog.class).tree(draft).reachable()).hasSize(ChangeLog.MOST);
    }

    @Test
    void another_student_reaches_none_of_it() {
        add("fit", "note");
        UUID other = account();

        assertThat(notebooks().open(other, MOONS).own()).isEmpty();
        assertThatThrownBy(() -> notebooks().retype(other, MOONS, "note", "!")).isInstanceOf(RefusedException.class);
        assertThat(notebooks().undo(other, MOONS).revision()).isZero();
        assertThat(open().own()).hasSize(1);
    }

    @Test
    void cells_added_in_many_tabs_at_once_are_all_there_and_all_undone() throws Exception {
        atOnce(6, tab -> {
            for (int i = 0; i < 5; i++) {
                add("fit", "note");
            }
            return tab;
        });
        assertThat(open().own()).hasSize(30);
        atOnce(6, tab -> {
            for (int i = 0; i < 5; i++) {
                undo();
            }
            return tab;
        });
        assertThat(open().own()).isEmpty();
    }
}
