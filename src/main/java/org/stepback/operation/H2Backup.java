package org.stepback.operation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.api.ErrorCode;
import org.stepback.exercise.RefusedException;

/// Backups of an H2 file: a zip that H2 itself writes (`BACKUP TO`). Where a lab has the file open, that lab is asked.
record H2Backup(LabDatabase database, DatabaseFile data) implements Backup {
    @Override
    public void write(Path file) {
        if (!Files.exists(data.path())) {
            throw new RefusedException("There is no lab to back up: “" + data.path() + "” does not exist.");
        }
        refuseUnusable();
        BackupFile.write(file, part -> {
            copyTo(part);
            check(part);
        });
    }

    /// A file that was cut short is not opened: H2 would go on from an earlier time, and write.
    private void refuseUnusable() {
        try {
            DataCheck.check(data);
        } catch (UnusableDataException e) {
            throw new RefusedException(e.getMessage() + " " + e.remedy());
        }
    }

    private void copyTo(Path part) {
        try {
            copyTo(part, database, ";TRACE_LEVEL_FILE=0"); // H2 would note each time that a lab has the file open
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new RefusedException("The database cannot be backed up: " + firstLine(e));
            }
            RunningLab.of(data).backUp(part);
        }
    }

    /// Has H2 write the zip.
    ///
    /// @param options of the connection, after a semicolon
    static void copyTo(Path part, LabDatabase database, String options) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.url() + ";IFEXISTS=TRUE" + options, database.user(), database.password());
                var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, part.toString());
            statement.execute();
        }
    }

    /// Reads the zip to its end, which compares its checksum.
    private void check(Path zip) {
        try (InputStream content = open(zip)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new RefusedException("The backup was not written whole: " + BackupFile.words(e));
        }
    }

    @Override
    public void restore(Path file) {
        if (Files.exists(data.path())) {
            throw new RefusedException("There is a lab already: “" + data.path()
                    + "”. A backup is restored into an empty lab. Move that file away first, and keep it.");
        }
        BackupFile.require(file, "PK", "a lab on H2");
        DatabaseFile restored = data.renamed(".restored");
        try (InputStream content = open(file)) {
            Files.createDirectories(data.folder());
            Files.copy(content, restored.path(), StandardCopyOption.REPLACE_EXISTING);
            probe(database.at(restored));
            Files.move(restored.path(), data.path(), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(data.mark());
        } catch (IOException e) {
            throw new RefusedException("The backup “" + file + "” cannot be restored: " + BackupFile.words(e));
        } finally {
            BackupFile.discard(restored.path());
            BackupFile.discard(restored.renamed(".trace.db").base());
        }
    }

    /// Opens what was restored, before it becomes the lab's.
    private static void probe(LabDatabase restored) {
        try {
            MigrationInfo[] history = Flyway.configure()
                    .dataSource(restored.url() + ";IFEXISTS=TRUE", restored.user(), restored.password())
                    .load()
                    .info()
                    .applied();
            if (history.length == 0) {
                throw new RefusedException("The backup holds a database, but not a lab's.");
            }
            if (Stream.of(history)
                    .anyMatch(migration -> migration.getState().name().startsWith("FUTURE"))) {
                throw new RefusedException(
                        "The backup is of a newer Stepback than this one: restore it with that one.");
            }
        } catch (FlywayException e) {
            throw new RefusedException("The database in the backup is damaged: it cannot be opened.");
        }
    }

    private static InputStream open(Path zip) throws IOException {
        var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)));
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (entry.getName().endsWith(DatabaseFile.ENDING)) {
                return in;
            }
        }
        in.close();
        throw new IOException("there is no database in it");
    }

    private static String firstLine(SQLException failure) {
        return failure.getMessage().lines().findFirst().orElse("").split(" \\[", 2)[0] + ".";
    }
}
