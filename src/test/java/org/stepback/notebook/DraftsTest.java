package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.stepback.exercise.Edit;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

abstract class DraftsTest {
    static class OnH2 extends DraftsTest {
        @Override
        Database database() {
            return TestDatabases.h2();
        }
    }

    static class OnPostgres extends DraftsTest {
        @Override
        Database database() {
            return TestDatabases.postgres();
        }
    }

    abstract Database database();

    private static final int WRITERS = 8;
    private static final int EDITS = 15;

    private Database database;
    private StorageContext context;
    private Drafts drafts;
    private UUID student;

    @BeforeEach
    void open() {
        database = database();
        context = StorageContext.of(database, Drafts.class);
        drafts = context.get(Drafts.class);
        student = context.account();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void an_exercise_that_was_never_touched_has_no_draft() {
        assertThat(drafts.find(student, "e")).isEmpty();
        assertThat(drafts.update(student, "e", edits -> edits)).isEmpty();
        assertThat(drafts.find(student, "e")).isEmpty();
    }

    @Test
    void every_save_counts_one_revision_and_an_equal_text_none() {
        assertThat(save("e", "1").revision()).isEqualTo(1);
        assertThat(save("e", "2").revision()).isEqualTo(2);
        assertThat(save("e", "2").revision()).isEqualTo(2);
        assertThat(drafts.find(student, "e"))
                .map(Draft::edits)
                .hasValue(EditsText.write(List.of(new Edit("net", "seed", "2"))));
    }

    @Test
    void what_was_saved_is_there_after_a_restart() {
        save("e", "1");
        context.close();
        context = StorageContext.of(database, Drafts.class);

        assertThat(context.get(Drafts.class).find(student, "e"))
                .map(Draft::revision)
                .hasValue(1L);
    }

    @Test
    void students_and_exercises_do_not_touch_each_other() {
        UUID other = context.account();
        save("e", "1");
        save("f", "2");

        assertThat(drafts.find(other, "e")).isEmpty();
        assertThat(drafts.find(student, "e").orElseThrow().edits()).contains("\"1\"");
        assertThat(drafts.find(student, "f").orElseThrow().edits()).contains("\"2\"");
    }

    @Test
    void nobody_s_draft_can_t_be_saved() {
        assertThatThrownBy(() -> drafts.update(UUID.randomUUID(), "e", edits -> "{\"a\":{}}"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void writers_in_many_tabs_lose_nothing() throws Exception {
        var start = new CountDownLatch(1);
        try (var tabs = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> done = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(tab -> tabs.submit(() -> {
                        start.await();
                        for (int i = 0; i < EDITS; i++) {
                            add(new Edit("cell" + tab, "field" + i, "" + i));
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> tab : done) {
                tab.get();
            }
        }

        Draft draft = drafts.find(student, "e").orElseThrow();
        assertThat(EditsText.read(draft.edits())).hasSize(WRITERS * EDITS);
        assertThat(draft.revision()).isEqualTo(WRITERS * EDITS);
    }

    private void add(Edit edit) {
        drafts.update(
                student,
                "e",
                text -> EditsText.write(Stream.of(EditsText.read(text), List.of(edit))
                        .flatMap(Collection::stream)
                        .toList()));
    }

    private Draft save(String exercise, String seed) {
        return drafts.update(student, exercise, text -> EditsText.write(List.of(new Edit("net", "seed", seed))))
                .orElseThrow();
    }
}
