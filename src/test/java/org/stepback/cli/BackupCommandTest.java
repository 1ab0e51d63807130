package org.stepback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.RefusedException;
import org.stepback.operation.LabDatabase;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

/// The words of the two commands, on a lab that does not run.
class BackupCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_lab_that_does_not_run_is_copied_and_filled_as_well() throws IOException {
        Database lab = TestDatabases.h2();
        Path backup = folder.resolve("lab.zip");
        assertThat(on(lab.url()).backup(List.of(backup.toString()))).isTrue();
        assertThat(on(emptyUrl()).restore(List.of(backup.toString()))).isTrue();
        assertThat(out.toString())
                .contains("The lab is backed up in “" + backup + "”.")
                .contains("The lab is restored from “" + backup + "”.");
        assertThat(folder.resolve("data").resolve("stepback.mv.db")).isNotEmptyFile();
    }

    @Test
    void each_refusal_is_one_sentence_and_fails() throws IOException {
        Path backup = folder.resolve("lab.zip");
        assertThat(on(emptyUrl()).backup(List.of(backup.toString()))).isFalse();
        Files.writeString(backup, "PGDMP of a lab on PostgreSQL");
        assertThat(on(emptyUrl()).restore(List.of(backup.toString()))).isFalse();
        assertThat(on("jdbc:h2:mem:lab").backup(List.of(backup.toString()))).isFalse();
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("There is no lab to back up: “"),
                        line -> assertThat(line).endsWith("lab.zip” is not a backup of a lab on H2."),
                        line -> assertThat(line).startsWith("Only an H2 file or a PostgreSQL database is backed up"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_command_without_its_file_is_not_understood() {
        assertThatThrownBy(() -> on("").backup(List.of())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> on("").restore(List.of("no/such/file"))).isInstanceOf(RefusedException.class);
    }

    private BackupCommand on(String url) {
        return new BackupCommand(
                () -> new LabDatabase(url, "stepback", "").backups(), new PrintStream(out), new PrintStream(err));
    }

    private String emptyUrl() {
        return "jdbc:h2:file:" + folder.resolve("data").resolve("stepback") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    }
}
