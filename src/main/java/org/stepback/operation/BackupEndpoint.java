package org.stepback.operation;

import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Writes a backup of the running lab's H2 file for who knows the secret, as [RunningLab] asks for it.
@Component
@WebEndpoint(id = "backup")
class BackupEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(BackupEndpoint.class);

    private final LabDatabase database;
    private final OperatorSecret secrets;

    BackupEndpoint(Environment settings, OperatorSecret secrets) {
        database = LabDatabase.of(settings);
        this.secrets = secrets;
    }

    /// @param file where the backup goes, on the machine of the lab
    @WriteOperation
    WebEndpointResponse<String> write(String file, String secret) {
        if (database.file().isEmpty()) {
            return new WebEndpointResponse<>("Its database is not an H2 file.", 409);
        }
        if (!secrets.is(secret)) {
            return new WebEndpointResponse<>("The secret is wrong.", 403);
        }
        try {
            H2Backup.copyTo(Path.of(file), database, "");
            return new WebEndpointResponse<>(204);
        } catch (SQLException e) {
            LOG.warn("A backup failed: {}", e.getMessage());
            return new WebEndpointResponse<>("H2 could not write it; the lab's log says why.", 500);
        }
    }
}
