package org.stepback.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.account.IdleGuests;
import org.stepback.assessment.Submissions;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.NotebookStorage;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.training.StoredRuns;

/// What one person may store, and what goes by itself after a while.
abstract class StorageQuotaTest extends StorageTest {
    private static final String LONG = "x".repeat(19_000);

    private UUID student;

    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {
            TestCourse.class,
            NotebookStorage.class,
            StoredRuns.class,
            Submissions.class,
            IdleGuests.class,
            DailyCleaning.class
        };
    }

    @BeforeEach
    void enter() {
        student = account();
    }

    private OwnNotebooks own() {
        return get(OwnNotebooks.class);
    }

    private NotebookService notebooks() {
        return get(NotebookService.class);
    }

    private StorageQuota quota(int megabytes) {
        return new StorageQuota(all(StoredWork.class), megabytes);
    }

    private long used() {
        return quota(1).used(student);
    }

    private long stored() {
        return number("select coalesce(sum(octet_length(edits)), 0) from draft where student = ?")
                + number("select coalesce(sum(octet_length(parts)), 0) from draft_change where draft in"
                        + " (select id from draft where student = ?)");
    }

    private long number(String sql) {
        return get(JdbcClient.class).sql(sql).param(student).query(Long.class).single();
    }

    private long rows(String table, String owner) {
        return number("select count(*) from %s where %s = ?".formatted(table, owner));
    }

    private String filled(int notes) {
        String slug = own().create(student).slug();
        for (int i = 0; i < notes; i++) {
            notebooks().paste(student, slug, "", "note", "n", i + LONG);
        }
        return slug;
    }

    @Test
    void every_byte_counts_also_that_of_history_and_of_deleted_notebooks() {
        String slug = filled(4);
        notebooks().retype(student, slug, "n", "short, of ünicode \uD83D\uDE00");
        notebooks().undo(student, slug);
        notebooks().paste(student, slug, "", "note", "m", LONG);
        long before = used();
        assertThat(before).isBetween(stored(), stored() + 2_000);
        own().delete(student, slug);
        assertThat(used()).isEqualTo(before);
        own().duplicate(student, filled(1));
        assertThat(used()).isBetween(stored(), stored() + 4_000);
    }

    @Test
    void runs_and_submissions_count() {
        long before = used();
        row("run (id, owner, slug, cell, setup, fingerprint, state, reason, pace, bytes, created, updated)"
                + " values (?, ?, 's', 'c', '', '', 'DONE', '', 0, 1000000, ?, ?)");
        assertThat(used()).isGreaterThanOrEqualTo(before + 1_000_000);
        row(
                "submission (id, student, exercise, exercise_hash, revision, edits, verdicts, earned, total, bytes, created)"
                        + " select ?, cast(? as uuid), 'e', 'h', 1, '{}', '[]', 0, 0, 2000000, cast(? as timestamp with time zone)"
                        + " where cast(? as timestamp with time zone) is not null");
        assertThat(used()).isGreaterThanOrEqualTo(before + 3_000_000);
    }

    private void row(String into) {
        get(JdbcClient.class)
                .sql("insert into " + into)
                .params(UUID.randomUUID(), student, OffsetDateTime.now(), OffsetDateTime.now())
                .update();
    }

    @Test
    void deleting_and_duplicating_over_and_over_ends_at_the_bound() {
        StorageQuota quota = quota(1);
        for (int i = 0; i < 40; i++) {
            quota.guard(student);
            own().delete(student, filled(4));
            assertThat(used()).isLessThan(1_200_000);
        }
        assertThat(rows("draft", "student")).isLessThan(40);
    }

    @Test
    void where_all_is_in_use_no_more_is_stored_with_a_sentence_until_something_is_deleted() {
        StorageQuota quota = quota(1);
        String slug = filled(14);
        String other = filled(14);
        assertThatThrownBy(() -> quota.guard(student))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "All that you have stored takes 1 MB, which is the limit for one person. Delete notebooks that"
                                + " you no longer need.");
        own().delete(student, other);
        quota.guard(student);
        assertThat(notebooks().open(student, slug).own()).hasSize(14);
    }

    @Test
    void a_list_of_notebooks_reads_no_contents() {
        String slug = filled(1);
        notebooks().rename(student, slug, "Seen in the list");
        get(JdbcClient.class)
                .sql("update draft set edits = 'not to be read' where student = ?")
                .param(student)
                .update();
        assertThat(own().list(student)).extracting(OwnNotebooks.Entry::title).containsExactly("Seen in the list");
    }

    @Test
    void a_title_that_an_earlier_version_has_stored_is_found() {
        String slug = filled(1);
        notebooks().rename(student, slug, "Old");
        get(JdbcClient.class)
                .sql("update draft set title = null where student = ?")
                .param(student)
                .update();
        assertThat(own().list(student)).extracting(OwnNotebooks.Entry::title).containsExactly("Old");
        assertThat(number("select count(*) from draft where title = 'Old' and student = ?"))
                .isOne();
    }

    @Test
    void the_trash_empties_itself_after_its_days_with_all_that_belongs_to_it() {
        String kept = filled(1);
        String gone = filled(1);
        get(SharedNotebooks.class).share(student, gone);
        get(JdbcClient.class)
                .sql(
                        "insert into run (id, owner, slug, cell, setup, fingerprint, state, reason, pace, created, updated)"
                                + " values (?, ?, ?, 'c', '', '', 'DONE', '', 0, ?, ?)")
                .params(UUID.randomUUID(), student, gone, OffsetDateTime.now(), OffsetDateTime.now())
                .update();
        own().delete(student, gone);

        cleanAfter(29);
        own().bringBack(student, gone);
        own().delete(student, gone);
        assertThat(rows("draft", "student")).isEqualTo(2);

        cleanAfter(31);
        assertThat(rows("draft", "student")).isOne();
        assertThat(rows("run", "owner")).isZero();
        assertThat(rows("shared_notebook", "student")).isZero();
        assertThat(notebooks().open(student, kept).own()).hasSize(1);
    }

    @Test
    void guests_who_stored_nothing_go_after_their_days_and_others_stay() {
        UUID idle = account();
        name(idle, "Guest 1234");
        name(student, "Guest 4321");
        filled(1);
        cleanAfter(89);
        assertThat(exists(idle)).isTrue();
        cleanAfter(91);
        assertThat(exists(idle)).isFalse();
        assertThat(exists(student)).isTrue();
    }

    private void cleanAfter(int days) {
        all(DailyTask.class).forEach(task -> task.clean(Instant.now().plus(Duration.ofDays(days))));
    }

    private void name(UUID account, String name) {
        get(JdbcClient.class)
                .sql("update account set name = ? where id = ?")
                .params(name, account)
                .update();
    }

    private boolean exists(UUID account) {
        return get(JdbcClient.class)
                        .sql("select count(*) from account where id = ?")
                        .param(account)
                        .query(Long.class)
                        .single()
                == 1;
    }
}
