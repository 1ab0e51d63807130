package org.stepback.operation;

import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a sentence, instead of a stack trace, why the lab cannot start on its data.
final class UnusableData extends AbstractFailureAnalyzer<Throwable> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Throwable cause) {
        for (Throwable each = root; each != null; each = each.getCause()) {
            UnusableDataException known = known(each);
            if (known != null) {
                return new FailureAnalysis(known.getMessage(), known.remedy(), each);
            }
        }
        return null;
    }

    private static @Nullable UnusableDataException known(Throwable failure) {
        return switch (failure) {
            case UnusableDataException known -> known;
            case SQLException sql
            when sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1 ->
                UnusableDataException.damaged(
                        sql.getMessage().lines().findFirst().orElse(""));
            case FlywayValidateException newer
            when newer.getMessage().contains("not resolved locally") ->
                new UnusableDataException(
                        "The database was last used by a newer Stepback than this one.",
                        "Start the newer one, or restore a backup that this one has made: ./stepback restore FILE.");
            default -> null;
        };
    }
}
