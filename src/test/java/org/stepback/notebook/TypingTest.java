package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.exercise.RefusedException;

/// What pages type into one notebook, each without knowing of the others.
abstract class TypingTest extends NotebookStorageTest {
    private static final String MOONS = "moons";
    private static final String RATE = "optimizer.adam.learning_rate";
    private static final String DELTA = "loss.*.delta";
    private static final String ANY_RATE = "optimizer.*.learning_rate";

    private Notebook type(String cell, String place, String text, String stored, String stamp) {
        return notebooks().type(student, MOONS, TextEdit.of(cell, place, text, TextEdit.print(stored), stamp));
    }

    private String stored(String cell, String place) {
        return notebooks().open(student, MOONS).typed(cell, place);
    }

    @Test
    void a_text_that_nobody_else_has_changed_is_stored() {
        type("fit", RATE, "0.03", stored("fit", RATE), "a.1");
        type("fit", RATE, "0,04", "0.03", "a.2");

        assertThat(stored("fit", RATE)).isEqualTo("0,04");
    }

    @Test
    void a_text_that_another_page_has_changed_is_not_overwritten() {
        String before = stored("fit", RATE);
        type("fit", RATE, "0.03", before, "a.1");

        assertThatThrownBy(() -> type("fit", RATE, "0.04", before, "b.1"))
                .isInstanceOfSatisfying(ChangedElsewhereException.class, elsewhere -> assertThat(elsewhere.stored())
                        .isEqualTo("0.03"));
        assertThat(stored("fit", RATE)).isEqualTo("0.03");
        type("fit", RATE, "0.04", "0.03", "b.2");
        assertThat(stored("fit", RATE)).isEqualTo("0.04");
    }

    @Test
    void the_same_text_from_two_pages_is_no_conflict_and_one_change() {
        String before = stored("net", "seed");
        long revision = type("net", "seed", "7", before, "a.1").revision();

        assertThat(type("net", "seed", "7", before, "b.1").revision()).isEqualTo(revision);
    }

    @Test
    void a_page_may_have_sent_more_than_one_text_before_the_last_one_arrives() {
        String before = stored("net", "seed");
        type("net", "seed", "7", before, "a.1");
        String seen = TextEdit.print(before) + " " + TextEdit.print("7");

        notebooks().type(student, MOONS, TextEdit.of("net", "seed", "78", seen, "a.2"));

        assertThat(stored("net", "seed")).isEqualTo("78");
    }

    @Test
    void an_older_change_that_comes_after_a_newer_one_is_let_go() {
        String before = stored("net", "seed");
        type("net", "seed", "78", before, "a.2");

        type("net", "seed", "7", before, "a.1");
        type("net", "seed", "78", before, "a.2");

        assertThat(stored("net", "seed")).isEqualTo("78");
    }

    @Test
    void a_learning_rate_typed_while_another_optimizer_is_picked_is_that_ones() {
        String before = stored("fit", ANY_RATE);
        type("fit", "optimizer", "sgd", "adam", "a.1");
        type("fit", ANY_RATE, "0.5", before, "a.2");

        assertThat(stored("fit", "optimizer")).isEqualTo("sgd");
        assertThat(stored("fit", "optimizer.sgd.learning_rate")).isEqualTo("0.5");
        assertThat(stored("fit", ANY_RATE)).isEqualTo("0.5");
    }

    @Test
    void a_setting_of_the_loss_is_stored_with_it_and_goes_with_it() {
        String own =
                notebooks().add(student, MOONS, "fit", "train").own().getFirst().id();
        type(own, "loss", "huber", stored(own, "loss"), "a.1");
        assertThat(stored(own, DELTA)).isEmpty();
        type(own, DELTA, "0.25", "1", "a.2");
        assertThat(stored(own, "loss")).isEqualTo("huber");
        assertThat(stored(own, DELTA)).isEqualTo("0.25");
        type(own, DELTA, "a lot", "0.25", "a.3");
        assertThat(stored(own, DELTA)).isEqualTo("a lot");

        type(own, "loss", "mean_squared_error", "huber", "a.4");

        assertThat(stored(own, "loss")).isEqualTo("mean_squared_error");
        assertThatThrownBy(() -> type(own, DELTA, "2", "a lot", "a.5")).isInstanceOf(GoneException.class);
    }

    @Test
    void a_setting_that_the_picked_optimizer_does_not_know_is_gone() {
        type("fit", "optimizer", "sgd", "adam", "a.1");
        type("fit", "optimizer.*.momentum", "0.5", "0", "a.2");
        type("fit", "optimizer", "adam", "sgd", "a.3");
        Notebook before = notebooks().open(student, MOONS);

        assertThatThrownBy(() -> type("fit", "optimizer.*.momentum", "0.9", "0.5", "a.4"))
                .isInstanceOf(GoneException.class);
        assertThatThrownBy(() -> type("fit", "optimizer.sgd.learning_rate", "0.9", "0.5", "a.5"))
                .isInstanceOf(GoneException.class);
        assertThat(notebooks().open(student, MOONS).revision()).isEqualTo(before.revision());
    }

    @Test
    void a_refused_change_can_be_sent_again() {
        String before = stored("net", "seed");
        String tooLong = "9".repeat(30_000);

        assertThatThrownBy(() -> type("net", "seed", tooLong, before, "a.1")).isInstanceOf(RefusedException.class);
        type("net", "seed", "7", before, "a.1");

        assertThat(stored("net", "seed")).isEqualTo("7");
    }

    @Test
    void a_cell_s_text_is_compared_as_a_whole() {
        notebooks().paste(student, MOONS, "", "note", "mine", "one");

        type("mine", FieldPath.TEXT, "two", "one", "a.1");

        assertThatThrownBy(() -> type("mine", FieldPath.TEXT, "three", "one", "b.1"))
                .isInstanceOf(ChangedElsewhereException.class);
        assertThat(stored("mine", FieldPath.TEXT)).isEqualTo("two");
    }

    @Test
    void what_a_picker_exchanges_is_a_place_too() {
        assertThat(stored("fit", "optimizer")).isEqualTo("adam");

        type("fit", "optimizer", "sgd", "adam", "a.1");
        type("fit", "optimizer.clipping", "clipnorm", "none", "a.2");
        type("net", "layers.kernel_regularizer.0", "l2", "none", "a.3");

        notebooks().add(student, MOONS, "fit", "train");
        type("fit-2", "early_stopping", "on", "off", "a.4");
        type("fit-2", "class_weight", "by its weight", "alike", "a.5");

        assertThat(stored("fit-2", "early_stopping")).isEqualTo("on");
        assertThat(stored("fit-2", "class_weight")).isEqualTo("by its weight");
        assertThat(stored("fit", "optimizer")).isEqualTo("sgd");
        assertThat(stored("fit", "optimizer.clipping")).isEqualTo("clipnorm");
        assertThat(stored("net", "layers.kernel_regularizer.0")).isEqualTo("l2");
    }

    @ParameterizedTest
    @CsvSource({
        "fit, optimizer, nothing-here",
        "fit, optimizer.schedule, x",
        "fit, nothing, 1",
        "fit, '', 1",
        "nobody, seed, 1",
        "nobody, text, 1",
        "net, layers.kind.99, dense",
        "net, layers[99].dense.units, 1",
        "net, layers[x].dense.units, 1",
        "net, layers[99999999999].dense.units, 1",
        "net, layers.nothing.0, l2",
        "net, seed.deeper, 1",
        "fit, early_stopping, perhaps",
        "moons, seed[0], 1"
    })
    void places_that_are_not_there_are_refused_in_words(String cell, String place, String text) {
        assertThatThrownBy(() -> notebooks().type(student, MOONS, TextEdit.of(cell, place, text, "", "a.1")))
                .isInstanceOf(RefusedException.class);
        assertThat(notebooks().open(student, MOONS).edits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"k3x9.12, k3x9, 12", "'', '', 0", "k3x9, '', 0", "K.1, '', 0", "a.9999999999999999999, '', 0"})
    void a_stamp_that_can_t_be_read_says_nothing(String text, String page, long count) {
        assertThat(ChangeStamp.read(text)).isEqualTo(new ChangeStamp(page, count));
    }

    @Test
    void texts_that_come_together_are_saved_with_one_writing_and_undone_one_by_one() {
        long before = notebooks().open(student, MOONS).revision();
        String rate = stored("fit", RATE);
        NotebookService.Typed typed = notebooks()
                .type(
                        student,
                        MOONS,
                        List.of(
                                TextEdit.of("fit", RATE, "0.03", "", "a.1"),
                                TextEdit.of("net", "seed", "9", "", "a.2"),
                                TextEdit.of("fit", RATE, "0.05", "unknown", "a.3"),
                                TextEdit.of("net", "no_such", "1", "", "a.4"),
                                TextEdit.of("net", "seed", "10", "", "a.5")));

        assertThat(typed.notebook().revision()).isEqualTo(before + 1);
        assertThat(typed.refused()).containsOnlyKeys(2, 3);
        assertThat(typed.refused().get(2)).isInstanceOf(ChangedElsewhereException.class);
        assertThat(typed.refused().get(3)).isInstanceOf(RefusedException.class);
        assertThat(stored("fit", RATE)).isEqualTo("0.03");
        assertThat(stored("net", "seed")).isEqualTo("10");
        notebooks().undo(student, MOONS);
        assertThat(stored("net", "seed")).isNotEqualTo("10");
        assertThat(stored("fit", RATE)).isEqualTo("0.03");
        notebooks().undo(student, MOONS);
        assertThat(stored("fit", RATE)).isEqualTo(rate);
    }

    @Test
    void texts_that_come_twice_together_are_saved_once() {
        List<TextEdit> texts =
                List.of(TextEdit.of("fit", RATE, "0.03", "", "b.1"), TextEdit.of("net", "seed", "9", "", "b.2"));
        long once = notebooks().type(student, MOONS, texts).notebook().revision();
        assertThat(notebooks().type(student, MOONS, texts).notebook().revision())
                .isEqualTo(once);
    }

    @Test
    void an_account_that_was_deleted_under_an_open_page_is_said_so() {
        type("fit", RATE, "0.03", stored("fit", RATE), "");
        get(JdbcClient.class)
                .sql("delete from account where id = ?")
                .param(student)
                .update();
        assertThatThrownBy(() -> type("fit", RATE, "0.04", "0.03", ""))
                .isInstanceOf(AccountGoneException.class)
                .hasMessage("This account was deleted, so nothing more can be saved. Copy what you want to keep.");
    }
}
