package org.stepback.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepback.nn.Evaluation;
import org.stepback.storage.StorageQuota;
import org.stepback.training.series.LossCurve;

/// The table `kept_run`: a bounded history of each cell's runs. When it is full the oldest run without a name goes.
final class KeptRuns {
    /// The most runs that are kept of one person's cell.
    static final int MOST = 40;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final ConcurrentMap<UUID, Long> changes = new ConcurrentHashMap<>();

    KeptRuns(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Keeps where a run is now. One that is new, or was deleted, comes under its own number, or the next where it has
    /// none or another has it.
    void keep(RunKey key, KeptRun run) {
        transaction.executeWithoutResult(_ -> {
            if (update(run) == 0) {
                insert(key, run);
                prune(key);
            }
        });
        changes.merge(key.owner(), 1L, Long::sum);
    }

    /// Changes whenever there is something new to read of a person's runs.
    long version(UUID owner) {
        return changes.getOrDefault(owner, 0L);
    }

    private int update(KeptRun run) {
        return result(
                        "update kept_run set state = :state, step = :step, training_loss = :tl, training_accuracy = :ta,"
                                + " validation_loss = :vl, validation_accuracy = :va, curve = :curve, bytes = octet_length(setup) + octet_length(:curve) where id = :id",
                        run)
                .update();
    }

    private void insert(RunKey key, KeptRun run) {
        result(
                        "insert into kept_run (id, owner, slug, cell, number, name, setup, bytes, state, step, training_loss,"
                                + " training_accuracy, validation_loss, validation_accuracy, curve, created)"
                                + " values (:id, :owner, :slug, :cell, case when :number > 0 and not exists (select 1"
                                + " from kept_run where owner = :owner and slug = :slug and cell = :cell and number = :number)"
                                + " then :number else (select coalesce(max(number), 0) + 1 from kept_run"
                                + " where owner = :owner and slug = :slug and cell = :cell) end, :name, :setup, :bytes, :state, :step,"
                                + " :tl, :ta, :vl, :va, :curve, :now)",
                        run)
                .param("owner", key.owner())
                .param("slug", key.slug())
                .param("cell", key.cell())
                .param("number", run.number())
                .param("name", run.name())
                .param("setup", run.setup())
                .param("bytes", StorageQuota.bytes(run.setup()) + run.curve().bytes().length)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec result(String sql, KeptRun run) {
        return jdbc.sql(sql)
                .param("id", run.id())
                .param("state", run.state().name())
                .param("step", run.step())
                .param("tl", run.training().loss())
                .param("ta", run.training().accuracy())
                .param("vl", run.validation().loss())
                .param("va", run.validation().accuracy())
                .param("curve", run.curve().bytes());
    }

    private void prune(RunKey key) {
        List<KeptRun> all = of(key);
        all.stream()
                .sorted((a, b) -> a.name().isEmpty() == b.name().isEmpty()
                        ? Integer.compare(a.number(), b.number())
                        : a.name().isEmpty() ? -1 : 1)
                .limit(Math.max(0, all.size() - MOST))
                .forEach(run -> delete(key.owner(), run.id()));
    }

    /// The runs of a cell, the newest first.
    List<KeptRun> of(RunKey key) {
        return jdbc.sql("select * from kept_run where owner = :owner and slug = :slug and cell = :cell"
                        + " order by number desc")
                .param("owner", key.owner())
                .param("slug", key.slug())
                .param("cell", key.cell())
                .query(KeptRuns::row)
                .list();
    }

    void rename(UUID owner, UUID id, String name) {
        jdbc.sql("update kept_run set name = :name where id = :id and owner = :owner")
                .param("name", name)
                .param("id", id)
                .param("owner", owner)
                .update();
        changes.merge(owner, 1L, Long::sum);
    }

    void delete(UUID owner, UUID id) {
        jdbc.sql("delete from kept_run where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
        changes.merge(owner, 1L, Long::sum);
    }

    private static KeptRun row(ResultSet rs, int number) throws SQLException {
        return new KeptRun(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                rs.getString("name"),
                rs.getString("setup"),
                RunState.valueOf(rs.getString("state")),
                rs.getLong("step"),
                new Evaluation(rs.getDouble("training_loss"), rs.getDouble("training_accuracy")),
                new Evaluation(rs.getDouble("validation_loss"), rs.getDouble("validation_accuracy")),
                LossCurve.of(rs.getBytes("curve")));
    }
}
