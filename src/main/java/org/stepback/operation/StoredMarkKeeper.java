package org.stepback.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.stepback.Rounds;

/// Notes each second how far the H2 file is written, for [DataCheck] at the next start.
///
/// A mark is left a second after it was true: by then its state is in the file, also where the lab is killed.
@Component
class StoredMarkKeeper extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(StoredMarkKeeper.class);

    private final @Nullable DatabaseFile data;
    private final DataSource source;
    private final Clock clock;
    private @Nullable StoredMark last;
    private @Nullable StoredMark left;
    private boolean failing;

    StoredMarkKeeper(Environment settings, DataSource source, Clock clock) {
        super("stored-mark", Duration.ofSeconds(1), Duration.ofSeconds(1));
        this.data = LabDatabase.of(settings).file().orElse(null);
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (data != null) {
            super.start();
        }
    }

    @Override
    protected void round() {
        try {
            if (data != null && last != null && (left == null || left.version() != last.version())) {
                last.leave(data);
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
}
