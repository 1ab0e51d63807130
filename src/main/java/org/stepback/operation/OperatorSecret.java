package org.stepback.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// The secret by which the management port tells an operator, as [RunningLab] does.
///
/// It is a new one each time, in a file next to the H2 database that its owner alone can read.
@Component
final class OperatorSecret {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorSecret.class);
    private static final String MANAGEMENT = "management";

    private final Optional<DatabaseFile> data;
    private final String address;
    private final String secret =
            HexFormat.of().formatHex(KeyGenerators.secureRandom(32).generateKey());

    OperatorSecret(Environment settings) {
        data = LabDatabase.of(settings).file();
        address = settings.getProperty("management.server.address", "127.0.0.1");
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
            LOG.warn(
                    "No backup can be made while the lab runs, and nobody signed out: {} cannot be written.",
                    file.operator());
        }
    }

    /// Returns whether the word is the secret. One that is not is logged.
    boolean is(String word) {
        boolean is =
                MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        if (!is) {
            LOG.warn("The management port was asked with a wrong secret.");
        }
        return is;
    }
}
