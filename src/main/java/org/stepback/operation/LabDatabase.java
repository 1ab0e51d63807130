package org.stepback.operation;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.stepback.exercise.RefusedException;

/// The database that the lab's settings name.
///
/// @param url its JDBC address
public record LabDatabase(String url, String user, String password) {
    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = H2 + "file:";

    /// Reads the settings as the lab does: from the environment, and from the files of settings.
    public static LabDatabase configured() {
        var settings = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        ConfigurationPropertySources.attach(settings);
        return of(settings);
    }

    static LabDatabase of(Environment settings) {
        return new LabDatabase(
                settings.getProperty("spring.datasource.url", ""),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    /// Returns the files of an embedded H2 database; empty for any other database.
    Optional<DatabaseFile> file() {
        return url.startsWith(H2_FILE) ? Optional.of(new DatabaseFile(Path.of(h2Path()))) : Optional.empty();
    }

    /// Returns the backups of this database.
    ///
    /// @throws RefusedException where it is of a kind that has none
    public Backup backups() {
        return file().<Backup>map(file -> new H2Backup(this, file)).orElseGet(this::postgres);
    }

    private Backup postgres() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new RefusedException("Only an H2 file or a PostgreSQL database is backed up, not " + url + ".");
        }
        return new PostgresBackup(this);
    }

    /// Returns the same settings for another H2 file.
    LabDatabase at(DatabaseFile file) {
        int options = url.indexOf(';');
        String kept = options < 0 ? "" : url.substring(options);
        return new LabDatabase(H2_FILE + file.base().toAbsolutePath() + kept, user, password);
    }

    private String h2Path() {
        String path = url.substring(H2_FILE.length()).split(";", 2)[0];
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }
}
