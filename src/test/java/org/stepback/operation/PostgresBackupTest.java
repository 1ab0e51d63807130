package org.stepback.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.RefusedException;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

/// A lab on PostgreSQL is backed up and restored by PostgreSQL's own programs.
class PostgresBackupTest {
    private static final LabDatabase COURSE =
            new LabDatabase("jdbc:postgresql://db.example:5433/course?sslmode=require", "ada", "a secret");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_backup_fills_an_empty_database_and_no_other() throws IOException, InterruptedException {
        Database full = TestDatabases.postgres();
        full.jdbc()
                .sql("insert into account (id, name, secret, created) values (?, 'Ada', 's', ?)")
                .params(UUID.randomUUID(), OffsetDateTime.now())
                .update();
        Path backup = folder.resolve("lab.dump");
        Path programs = programsFor(full);
        new PostgresBackup(of(full), programs).write(backup);

        Database empty = TestDatabases.emptyPostgres();
        new PostgresBackup(of(empty), programs).restore(backup);
        assertThat(empty.jdbc()
                        .sql("select name from account")
                        .query(String.class)
                        .list())
                .containsExactly("Ada");
        assertThatThrownBy(() -> new PostgresBackup(of(empty), programs).restore(backup))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is a lab already");
    }

    @Test
    void the_programs_are_told_the_place_and_nobody_sees_the_password() throws IOException {
        Path told = folder.resolve("told");
        program("pg_dump", "echo \"$* [$PGPASSWORD] [$PGSSLMODE]\" > " + told);
        new PostgresBackup(COURSE, folder).write(folder.resolve("lab.dump"));
        assertThat(told)
                .content()
                .isEqualToIgnoringNewLines("--format=custom --no-owner --no-privileges --file=" + folder
                        + "/lab.dump.part --host=db.example --port=5433 --username=ada --no-password course"
                        + " [a secret] [require]");
    }

    @Test
    void a_program_that_fails_leaves_no_file_and_says_why() throws IOException {
        program("pg_dump", "echo 'server version mismatch' >&2; exit 1");
        Path backup = folder.resolve("lab.dump");
        assertThatThrownBy(() -> new PostgresBackup(COURSE, folder).write(backup))
                .isInstanceOf(RefusedException.class)
                .hasMessage("pg_dump failed: server version mismatch");
        assertThat(backup).doesNotExist();
        assertThat(Path.of(backup + ".part")).doesNotExist();
    }

    @Test
    void a_missing_program_is_named() {
        assertThatThrownBy(() -> new PostgresBackup(COURSE, folder).write(folder.resolve("lab.dump")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("pg_dump was not found");
    }

    @Test
    void a_backup_of_h2_is_not_restored_here() throws IOException {
        Path zip = Files.writeString(folder.resolve("lab.zip"), "PK and more");
        assertThatThrownBy(() -> new PostgresBackup(COURSE, folder).restore(zip))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not a backup of a lab on PostgreSQL");
    }

    private static LabDatabase of(Database database) {
        return new LabDatabase(database.url(), database.user(), database.password());
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /// Returns the folder of a pg_dump that is as new as the server: PostgreSQL's refuses a newer one.
    private static Path programsFor(Database server) throws IOException, InterruptedException {
        int wanted = Integer.parseInt(
                server.jdbc().sql("show server_version_num").query(String.class).single());
        try (Stream<Path> folders = Stream.concat(
                Stream.of(System.getenv("PATH").split(":")).map(Path::of), versions(Path.of("/usr/lib/postgresql")))) {
            for (Path each : folders.toList()) {
                if (version(each.resolve("pg_dump")) >= wanted / 10_000) {
                    return each;
                }
            }
        }
        assumeTrue(false, "pg_dump of PostgreSQL " + wanted / 10_000 + " is not on this machine");
        return Path.of("");
    }

    private static Stream<Path> versions(Path installed) throws IOException {
        return Files.isDirectory(installed) ? Files.list(installed).map(each -> each.resolve("bin")) : Stream.empty();
    }

    private static int version(Path program) throws IOException, InterruptedException {
        if (!Files.isExecutable(program)) {
            return 0;
        }
        Process process = new ProcessBuilder(program.toString(), "--version").start();
        String said = new String(process.getInputStream().readAllBytes());
        return process.waitFor() == 0 ? Integer.parseInt(said.replaceAll("\\D*(\\d+).*\\s*", "$1")) : 0;
    }
}
