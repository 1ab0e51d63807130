package org.stepback;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a sentence, instead of a stack trace, that another lab has the database's file open.
final class DatabaseInUse extends AbstractFailureAnalyzer<SQLException> {
    /// H2's DATABASE_ALREADY_OPEN_1.
    private static final int ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        return cause.getErrorCode() == ALREADY_OPEN
                ? new FailureAnalysis(
                        "The database's file is open already: another Stepback runs on the same data.",
                        "Stop the other one, or give this one a folder of its own: --spring.datasource.url=… or"
                                + " SPRING_DATASOURCE_URL.",
                        cause)
                : null;
    }
}
