package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.browser.LabServer;
import org.stepback.exercise.RefusedException;
import org.stepback.operation.LabDatabase;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

/// A lab on H2 is backed up while it runs, and restored into an empty one.
class BackupTest {
    private static final UUID STUDENT = UUID.randomUUID();
    private static final int MANY = 2_000;

    private static Database database;
    private static LabServer lab;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start() {
        database = TestDatabases.h2();
        add(STUDENT, "Ada");
        for (int i = 0; i < MANY; i++) {
            add(UUID.randomUUID(), "Guest " + i);
        }
        lab = on(database);
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Test
    void what_a_running_lab_has_stored_is_in_an_empty_lab_after_a_restore() throws IOException {
        Path backup = folder.resolve("lab.zip");
        of(database).backups().write(backup);
        assertThat(Files.list(folder)).containsExactly(backup);
        assertThat(permissions(backup)).isEqualTo("rw-------");

        Database empty = emptyH2();
        of(empty).backups().restore(backup);
        try (LabServer restored = on(empty)) {
            assertThat(restored.log()).doesNotContain("ERROR");
        }
        assertThat(names(empty, STUDENT)).isEqualTo("Ada");
        assertThat(count(empty)).isEqualTo(MANY + 1);
    }

    @Test
    void nobody_has_it_written_without_the_secret() throws IOException, InterruptedException {
        Path stolen = folder.resolve("stolen.zip");
        var request = HttpRequest.newBuilder(URI.create(lab.managementUrl("/backup")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"file\": \"" + stolen + "\", \"secret\": \"" + "0".repeat(64) + "\"}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(stolen).doesNotExist();
        assertThat(permissions(Path.of(file(database) + ".operator"))).isEqualTo("rw-------");
    }

    @Test
    void a_lab_that_is_there_is_never_overwritten() {
        Path backup = folder.resolve("lab.zip");
        of(database).backups().write(backup);
        assertThatThrownBy(() -> of(database).backups().restore(backup))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is a lab already");
        assertThatThrownBy(() -> of(database).backups().write(backup))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is a file");
    }

    @Test
    void a_backup_that_is_cut_short_or_changed_restores_nothing() throws IOException {
        Path backup = folder.resolve("lab.zip");
        of(database).backups().write(backup);
        byte[] whole = Files.readAllBytes(backup);
        byte[] changed = whole.clone();
        for (int i = whole.length / 2; i < whole.length / 2 + 2_000; i++) {
            changed[i] ^= 1;
        }
        for (byte[] bad : new byte[][] {Arrays.copyOf(whole, whole.length / 2), changed, "PK".getBytes(), {}}) {
            Files.write(backup, bad);
            Database empty = emptyH2();
            assertThatThrownBy(() -> of(empty).backups().restore(backup)).isInstanceOf(RefusedException.class);
            assertThat(Files.list(file(empty).getParent())).isEmpty();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static LabServer on(Database database) {
        return LabServer.fresh(
                "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user());
    }

    private static LabDatabase of(Database database) {
        return new LabDatabase(database.url(), database.user(), database.password());
    }

    private Database emptyH2() throws IOException {
        Path base = Files.createTempDirectory(folder, "empty").resolve("stepback");
        return new Database(database.url().replace(file(database).toString(), base.toString()), "stepback", "");
    }

    private static Path file(Database database) {
        var path = Pattern.compile("file:([^;]*)").matcher(database.url());
        assertThat(path.find()).isTrue();
        return Path.of(path.group(1));
    }

    private static void add(UUID id, String name) {
        database.jdbc()
                .sql("insert into account (id, name, secret, created) values (?, ?, 's', ?)")
                .params(id, name, OffsetDateTime.now())
                .update();
    }

    private static String names(Database database, UUID id) {
        return database.jdbc()
                .sql("select name from account where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static long count(Database database) {
        JdbcClient jdbc = database.jdbc();
        return jdbc.sql("select count(*) from account").query(Long.class).single();
    }
}
