package org.stepback.storage;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/// Tells a database that cannot be used at present, such as one on a full disk, from a fault of the lab.
public final class StorageOutage {
    /// What a person is told.
    public static final String SENTENCE =
            "The server cannot save now: your text is kept here. It is saved as soon as the server can.";

    private static final Logger LOG = LoggerFactory.getLogger(StorageOutage.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);
    private static final AtomicLong TOLD = new AtomicLong(System.nanoTime() - PAUSE);

    private StorageOutage() {}

    /// Returns whether a failure is the database's, and then notes it.
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean database = cause instanceof DataAccessException || cause instanceof TransactionException;
            if (database && !(cause instanceof DataIntegrityViolationException)) {
                note(cause);
                return true;
            }
        }
        return false;
    }

    /// Logs a failure of the database, by one line a minute.
    public static void note(Throwable failure) {
        long told = TOLD.get();
        long now = System.nanoTime();
        if (now - told >= PAUSE && TOLD.compareAndSet(told, now)) {
            LOG.error("The database cannot be used now; it is tried again with each request. {}", root(failure));
        }
    }

    /// Returns the first line of the last cause: the SQL and its values stay out of the log.
    private static String root(Throwable failure) {
        Throwable root = failure;
        String reason = "";
        while (root != null) {
            if (root instanceof SQLException || root.getCause() == null) {
                reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
            }
            root = root.getCause();
        }
        return reason;
    }
}
