package org.stepback.operation;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.exercise.RefusedException;

/// Backups of a PostgreSQL database, by PostgreSQL's own programs.
///
/// @param programs their folder; empty to find them as a shell does
record PostgresBackup(LabDatabase database, Path programs) implements Backup {
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)");
    private static final int POSTGRES_PORT = 5432;

    PostgresBackup(LabDatabase database) {
        this(database, Path.of(""));
    }

    @Override
    public void write(Path file) {
        BackupFile.write(
                file, part -> run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file=" + part));
    }

    @Override
    public void restore(Path file) {
        BackupFile.require(file, "PGDMP", "a lab on PostgreSQL");
        if (tables() > 0) {
            throw new RefusedException("There is a lab already in " + database.url()
                    + ". A backup is restored into an empty database: make a new one, and name it in"
                    + " SPRING_DATASOURCE_URL.");
        }
        run(
                "pg_restore",
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + name(),
                file.toAbsolutePath().toString());
    }

    private long tables() {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from information_schema.tables"
                                + " where table_schema = current_schema()")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new RefusedException("The database cannot be reached: " + e.getMessage());
        }
    }

    /// Runs a program on the database, and hands on what it says where it fails.
    private void run(String program, String... options) {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(options));
        URI place = place();
        command.add("--host=" + place.getHost());
        command.add("--port=" + (place.getPort() < 0 ? POSTGRES_PORT : place.getPort()));
        command.add("--username=" + database.user());
        command.add("--no-password");
        if (program.equals("pg_dump")) {
            command.add(name());
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password()); // nobody sees it in the list of processes
        Matcher sslMode = SSL_MODE.matcher(database.url());
        if (sslMode.find()) {
            builder.environment().put("PGSSLMODE", sslMode.group(1));
        }
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new RefusedException(program + " failed: " + said);
            }
        } catch (IOException e) {
            throw new RefusedException(program + " was not found. Install PostgreSQL's client programs, of the server's"
                    + " version or newer, or run it where the server is: see src/docs/operating.md.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(program + " was interrupted.");
        }
    }

    private URI place() {
        return URI.create(database.url().substring("jdbc:".length()));
    }

    private String name() {
        String path = place().getPath();
        return path == null || path.length() < 2 ? database.user() : path.substring(1);
    }
}
