package org.stepback.training;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepback.Meters;
import org.stepback.storage.StorageQuota;

/// The tables `run` and `run_part`: one run a person and cell, on H2 and on PostgreSQL.
final class RunStore {
    /// H2 takes at most 1,048,576 bytes in one value.
    private static final int PART = 1_000_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Consumer<UUID> quota;
    private final KeptRuns kept;
    private final Predictions predictions;

    /// @param quota throws where a person may not store more
    RunStore(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock, Consumer<UUID> quota) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.quota = quota;
        this.kept = new KeptRuns(jdbc, transaction, clock);
        this.predictions = new Predictions(jdbc, clock);
    }

    /// The predictions that students made of their trainings.
    Predictions predictions() {
        return predictions;
    }

    /// The history of each cell's runs.
    KeptRuns kept() {
        return kept;
    }

    /// Writes a new run in place of its cell's last one.
    void replace(RunRow row) {
        quota.accept(row.key().owner());
        transaction.executeWithoutResult(status -> {
            delete(row.key());
            jdbc.sql(
                            "insert into run (id, owner, slug, cell, setup, fingerprint, state, reason, pace, bytes, created, updated)"
                                    + " values (:id, :owner, :slug, :cell, :setup, :fingerprint, :state, :reason, :pace, :bytes, :now, :now)")
                    .param("id", row.id())
                    .param("owner", row.key().owner())
                    .param("slug", row.key().slug())
                    .param("cell", row.key().cell())
                    .param("setup", row.setup())
                    .param("fingerprint", row.fingerprint())
                    .param("state", row.state())
                    .param("reason", row.reason())
                    .param("pace", row.pace())
                    .param("bytes", StorageQuota.bytes(row.setup()) + row.content().length)
                    .param("now", now())
                    .update();
            insertParts(row.id(), row.content());
        });
    }

    /// Writes where a run is now; does nothing where another has taken its place.
    void save(UUID id, RunImage image) {
        Meters.saved("run");
        transaction.executeWithoutResult(status -> {
            if (update(id, image.control()) == 1) {
                jdbc.sql("delete from run_part where run = :id").param("id", id).update();
                byte[] content = RunCodec.encode(image);
                insertParts(id, content);
                jdbc.sql("update run set bytes = octet_length(setup) + :content where id = :id")
                        .param("content", content.length)
                        .param("id", id)
                        .update();
            }
        });
    }

    /// Says that a run cannot be gone on with.
    void fail(UUID id, String reason) {
        jdbc.sql("update run set state = :state, reason = :reason, updated = :now where id = :id")
                .param("state", RunState.FAILED.name())
                .param("reason", reason)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private int update(UUID id, RunControl.View view) {
        return jdbc.sql("update run set state = :state, reason = :reason, pace = :pace, updated = :now where id = :id")
                .param("state", view.state().name())
                .param("reason", view.reason())
                .param("pace", view.pace().stepsPerSecond())
                .param("now", now())
                .param("id", id)
                .update();
    }

    private void insertParts(UUID id, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            int end = Math.min(content.length, (part + 1) * PART);
            jdbc.sql("insert into run_part (run, part, content) values (:id, :part, :content)")
                    .param("id", id)
                    .param("part", part)
                    .param("content", Arrays.copyOfRange(content, part * PART, end))
                    .update();
        }
    }

    void delete(RunKey key) {
        jdbc.sql("delete from run where owner = :owner and slug = :slug and cell = :cell")
                .param("owner", key.owner())
                .param("slug", key.slug())
                .param("cell", key.cell())
                .update();
    }

    Optional<RunRow> find(RunKey key) {
        return jdbc.sql("select * from run where owner = :owner and slug = :slug and cell = :cell")
                .param("owner", key.owner())
                .param("slug", key.slug())
                .param("cell", key.cell())
                .query(this::row)
                .optional();
    }

    /// The runs that were training when they were last saved, the oldest first.
    List<RunKey> active() {
        return jdbc.sql("select owner, slug, cell from run where state in (:states) order by created")
                .param("states", List.of(RunState.QUEUED.name(), RunState.RUNNING.name()))
                .query(RunStore::key)
                .list();
    }

    private RunRow row(ResultSet rs, int number) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new RunRow(
                id,
                key(rs, number),
                rs.getString("setup"),
                rs.getString("fingerprint"),
                rs.getString("state"),
                rs.getString("reason"),
                rs.getInt("pace"),
                content(id));
    }

    private static RunKey key(ResultSet rs, int number) throws SQLException {
        return new RunKey(rs.getObject("owner", UUID.class), rs.getString("slug"), rs.getString("cell"));
    }

    private byte[] content(UUID id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        jdbc.sql("select content from run_part where run = :id order by part")
                .param("id", id)
                .query((rs, number) -> rs.getBytes(1))
                .list()
                .forEach(content::writeBytes);
        return content.toByteArray();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
