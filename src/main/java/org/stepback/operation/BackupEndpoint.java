package org.stepback.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// Writes a backup of the running lab's H2 file for who knows the secret, as [RunningLab] asks for it.
///
/// The secret is a new one each time, in a file next to the database that its owner alone can read.
@Component
@WebEndpoint(id = "backup")
class BackupEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(BackupEndpoint.class);
    private static final String MANAGEMENT = "management";

    private final LabDatabase database;
    private final Optional<DatabaseFile> data;
    private final String address;
    private final String secret;

    BackupEndpoint(Environment settings) {
        database = LabDatabase.of(settings);
        data = database.file();
        address = settings.getProperty("management.server.address", "127.0.0.1");
        secret = HexFormat.of().formatHex(KeyGenerators.secureRandom(32).generateKey());
    }

    @EventListener
    void listening(WebServerInitializedEvent server) {
        if (MANAGEMENT.equals(server.getApplicationContext().getServerNamespace())) {
            String host =
                    address.equals("0.0.0.0") ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
            data.ifPresent(file ->
                    leave(file, "http://" + host + ":" + server.getWebServer().getPort()));
        }
    }

    private void leave(DatabaseFile file, String url) {
        try {
            Files.deleteIfExists(file.operator());
            BackupFile.makeForOwner(file.operator());
            Files.write(file.operator(), List.of(url, secret));
        } catch (IOException e) {
            LOG.warn("No backup can be made while the lab runs: {} cannot be written.", file.operator());
        }
    }

    /// @param file where the backup goes, on the machine of the lab
    @WriteOperation
    WebEndpointResponse<String> write(String file, String secret) {
        if (data.isEmpty()) {
            return new WebEndpointResponse<>("Its database is not an H2 file.", 409);
        }
        if (!isTheSecret(secret)) {
            LOG.warn("A backup was asked for with a wrong secret.");
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

    private boolean isTheSecret(String word) {
        return MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
