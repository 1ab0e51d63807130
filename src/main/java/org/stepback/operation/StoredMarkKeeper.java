package org.stepback.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Notes each second how far the H2 file is written, for [DataCheck] at the next start.
///
/// A mark is left a second after it was true: by then its state is in the file, also where the lab is killed.
@Component
class StoredMarkKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoredMarkKeeper.class);

    private final @Nullable DatabaseFile data;
    private final DataSource source;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable StoredMark last;
    private @Nullable StoredMark left;
    private boolean failing;

    StoredMarkKeeper(Environment settings, DataSource source, Clock clock) {
        this.data = LabDatabase.of(settings).file().orElse(null);
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (data != null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("stored-mark").factory());
            thread.scheduleWithFixedDelay(() -> round(data), 1, 1, TimeUnit.SECONDS);
        }
    }

    private void round(DatabaseFile file) {
        try {
            if (last != null && (left == null || left.version() != last.version())) {
                last.leave(file);
                left = last;
            }
            last = now();
            failing = false;
        } catch (IOException | SQLException | RuntimeException e) {
            if (!failing) {
                LOG.warn("It cannot be noted how much is stored: {}", e.getMessage());
            }
            failing = true;
        }
    }

    private StoredMark now() throws SQLException {
        try (Connection connection = source.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return StoredMark.of(session.getDatabase().getStore().getMvStore(), clock.instant());
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
