package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepback.account.Accounts;
import org.stepback.exercise.Edit;
import org.stepback.storage.StorageTest;

abstract class DraftsTest extends StorageTest {
    private static final int WRITERS = 8;
    private static final int EDITS = 15;

    private UUID student;

    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {Accounts.class, Drafts.class, ChangeLog.class};
    }

    @BeforeEach
    void enter() {
        student = account();
    }

    @Test
    void an_exercise_that_was_never_touched_has_no_draft() {
        assertThat(drafts().find(student, "e")).isEmpty();
        assertThat(drafts().update(student, "e", "Test", edits -> edits)).isEmpty();
        assertThat(drafts().find(student, "e")).isEmpty();
    }

    @Test
    void every_save_counts_one_revision_and_an_equal_text_none() {
        assertThat(save("e", "1").revision()).isEqualTo(1);
        assertThat(save("e", "2").revision()).isEqualTo(2);
        assertThat(save("e", "2").revision()).isEqualTo(2);
        assertThat(drafts().find(student, "e"))
                .map(Draft::edits)
                .hasValue(EditsText.write(List.of(new Edit("net", "seed", "2"))));
    }

    @Test
    void what_was_saved_is_there_after_a_restart() {
        save("e", "1");
        restart();

        assertThat(drafts().find(student, "e")).map(Draft::revision).hasValue(1L);
    }

    @Test
    void students_and_exercises_do_not_touch_each_other() {
        UUID other = account();
        save("e", "1");
        save("f", "2");

        assertThat(drafts().find(other, "e")).isEmpty();
        assertThat(drafts().find(student, "e").orElseThrow().edits()).contains("\"1\"");
        assertThat(drafts().find(student, "f").orElseThrow().edits()).contains("\"2\"");
    }

    @Test
    void nobody_s_draft_can_t_be_saved() {
        assertThatThrownBy(() -> drafts().update(UUID.randomUUID(), "e", "Test", edits -> "{\"a\":{}}"))
                .isInstanceOf(AccountGoneException.class);
    }

    @Test
    void writers_in_many_tabs_lose_nothing() throws Exception {
        atOnce(WRITERS, tab -> {
            for (int i = 0; i < EDITS; i++) {
                add(new Edit("cell" + tab, "field" + i, "" + i));
            }
            return tab;
        });

        Draft draft = drafts().find(student, "e").orElseThrow();
        assertThat(EditsText.read(draft.edits())).hasSize(WRITERS * EDITS);
        assertThat(draft.revision()).isEqualTo(WRITERS * EDITS);
    }

    private Drafts drafts() {
        return get(Drafts.class);
    }

    private void add(Edit edit) {
        drafts().update(student, "e", "Test", text -> {
            var edits = new ArrayList<>(EditsText.read(text));
            edits.add(edit);
            return EditsText.write(edits);
        });
    }

    private Draft save(String exercise, String seed) {
        return drafts().update(
                        student, exercise, "Test", text -> EditsText.write(List.of(new Edit("net", "seed", seed))))
                .orElseThrow();
    }
}
