package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;

/// `kill -9`, for real: a server that trains on an H2 file is killed, and started again on what it left.
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void a_run_goes_on_after_its_server_was_killed_and_ends_bit_for_bit_as_an_unbroken_one() throws Exception {
        Database database = TestDatabases.h2();
        UUID ada = withAccount(database);

        killOnceSaved(database, ada);

        try (StorageContext storage = StorageContext.of(database)) {
            Server again = new Server(storage, KilledServer.EXERCISE);
            again.revive();
            Run run = again.service.current(ada, Exercises.SLUG, "fit1").orElseThrow();
            assertThat(run.status().state()).isEqualTo(RunState.QUEUED);
            assertThat(run.status().step()).isPositive().isLessThan(run.status().totalSteps());
            again.service.setPace(ada, Exercises.SLUG, "fit1", Pace.FULL);
            again.serveAll();

            Run unbroken = again.start(ada, "fit2");
            again.serveAll();
            Bits.assertSame(run.status(), unbroken.status());
            Bits.assertSame(run.since(Cursor.START), unbroken.since(Cursor.START));
            Bits.assertSame(
                    run.worker().image().checkpoint(), unbroken.worker().image().checkpoint());
        }
    }

    private static UUID withAccount(Database database) {
        try (StorageContext storage = StorageContext.of(database)) {
            return storage.account();
        }
    }

    private void killOnceSaved(Database database, UUID owner) throws IOException, InterruptedException {
        Path saved = folder.resolve("saved");
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        owner.toString(),
                        saved.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(saved) || !server.isAlive());
            assertThat(saved).as(Files.readString(folder.resolve("log"))).exists();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }
}
