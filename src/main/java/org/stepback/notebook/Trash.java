package org.stepback.notebook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepback.storage.DailyTask;
import org.stepback.storage.PersonRows;
import org.stepback.storage.StoredWork;

/// The deleted notebooks. They count as stored and can be brought back, until the trash empties itself or their room
/// is needed; then their runs go too.
@Component
class Trash implements StoredWork, DailyTask {
    private static final Logger LOG = LoggerFactory.getLogger(Trash.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    /// Spring leaves this one out.
    private final ObjectProvider<StoredWork> others;
    private final Duration kept;

    private record Deleted(UUID student, String exercise) {}

    Trash(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<StoredWork> others,
            @Value("${stepback.storage.trash-days}") int days) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.others = others;
        this.kept = Duration.ofDays(days);
    }

    @Override
    public long bytes(UUID person) {
        return PersonRows.bytes(
                jdbc, "select coalesce(sum(bytes + history + :row), 0) from draft where student = :person", person);
    }

    @Override
    public void forget(UUID person, String slug) {
        PersonRows.delete(
                jdbc,
                person,
                slug,
                "delete from shared_notebook where student = :person and exercise = :slug",
                "delete from draft where student = :person and exercise = :slug and deleted is not null");
    }

    @Override
    public void emptyTrash(UUID person) {
        empty(jdbc.sql("select student, exercise from draft where student = :person and deleted is not null")
                .param("person", person)
                .query(Deleted.class)
                .list());
    }

    @Override
    public void clean(Instant now) {
        List<Deleted> old = jdbc.sql("select student, exercise from draft where deleted < :before")
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .query(Deleted.class)
                .list();
        empty(old);
        if (!old.isEmpty()) {
            LOG.info("Deleted {} notebooks of the trash for good.", old.size());
        }
    }

    private void empty(List<Deleted> notebooks) {
        notebooks.forEach(notebook -> transaction.executeWithoutResult(_ -> {
            others.forEach(work -> work.forget(notebook.student(), notebook.exercise()));
            forget(notebook.student(), notebook.exercise());
        }));
    }
}
