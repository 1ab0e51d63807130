package org.stepback.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.NotebookStorage;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.storage.StorageTest;
import org.stepback.storage.TestCourse;
import org.stepback.training.RunVersions;

/// A shared notebook is written once for all its readers, and again when there is something new to read.
abstract class SharedReportsTest extends StorageTest {
    private static final String WRITTEN = "x".repeat(100);

    private final AtomicInteger times = new AtomicInteger();
    private UUID student;
    private SharedReports reports;

    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {TestCourse.class, NotebookStorage.class, RunVersions.class};
    }

    @BeforeEach
    void enter() {
        student = account();
        times.set(0);
        reports = remembering(1_000);
    }

    private SharedReports remembering(int characters) {
        return new SharedReports(
                get(SharedNotebooks.class),
                get(RunVersions.class),
                _ -> {
                    times.incrementAndGet();
                    return WRITTEN;
                },
                characters);
    }

    private String notebook() {
        return get(OwnNotebooks.class).create(student).slug();
    }

    private String shared() {
        return get(SharedNotebooks.class).share(student, notebook());
    }

    @Test
    void many_readers_at_once_cost_one_writing() throws Exception {
        String token = shared();
        assertThat(atOnce(8, _ -> reports.read(token).html())).containsOnly(WRITTEN);
        assertThat(times).hasValue(1);
    }

    @Test
    void what_the_owner_changes_and_what_a_run_saves_is_read_at_once() {
        String slug = notebook();
        String token = get(SharedNotebooks.class).share(student, slug);
        reports.read(token);
        get(NotebookService.class).rename(student, slug, "Renamed");
        assertThat(reports.read(token).title()).isEqualTo("Renamed");
        assertThat(times).hasValue(2);

        UUID run = UUID.randomUUID();
        get(JdbcClient.class)
                .sql(
                        "insert into run (id, owner, slug, cell, setup, fingerprint, state, reason, pace, created, updated)"
                                + " values (?, ?, ?, 'fit', '', '', 'RUNNING', '', 0, ?, ?)")
                .params(run, student, slug, OffsetDateTime.now(), OffsetDateTime.now())
                .update();
        reports.read(token);
        get(JdbcClient.class)
                .sql("update run set state = 'DONE' where id = ?")
                .param(run)
                .update();
        reports.read(token);
        reports.read(token);
        assertThat(times).hasValue(4);
    }

    @Test
    void a_link_taken_back_and_a_deleted_notebook_are_not_remembered() {
        String slug = notebook();
        String token = get(SharedNotebooks.class).share(student, slug);
        reports.read(token);
        get(OwnNotebooks.class).delete(student, slug);
        assertThatThrownBy(() -> reports.read(token)).isInstanceOf(RefusedException.class);
        get(OwnNotebooks.class).bringBack(student, slug);
        reports.read(token);
        get(SharedNotebooks.class).revoke(student, slug);
        assertThatThrownBy(() -> reports.read(token)).isInstanceOf(RefusedException.class);
    }

    @Test
    void the_notebooks_that_were_read_last_are_remembered_up_to_the_bound() {
        reports = remembering(3 * WRITTEN.length());
        String first = shared();
        String second = shared();
        reports.read(first);
        reports.read(second);
        reports.read(shared());
        reports.read(first);
        reports.read(shared());
        times.set(0);
        reports.read(first);
        assertThat(times).hasValue(0);
        reports.read(second);
        assertThat(times).hasValue(1);
    }
}
