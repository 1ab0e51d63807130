package org.stepback.training;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stepback.exercise.Exercise;
import org.stepback.storage.StorageContext;
import org.stepback.storage.TestDatabases.Database;
import org.stepback.training.pace.Pace;

/// A server in a process of its own, with real threads, which trains until it is killed.
final class KilledServer {
    static final Exercise EXERCISE = Exercises.moons(10_000);

    private KilledServer() {}

    /// @param args the database's URL, user and password, the run's owner, and a file to make once a step was saved
    public static void main(String[] args) throws IOException {
        StorageContext storage = StorageContext.of(new Database(args[0], args[1], args[2]));
        UUID owner = UUID.fromString(args[3]);
        RunStore store = new RunStore(
                storage.get(JdbcClient.class),
                storage.get(PlatformTransactionManager.class),
                Clock.systemUTC(),
                _ -> {});
        TrainingLimits limits = TrainingLimits.DEFAULTS;
        RunSetups setups = new RunSetups(slug -> Exercises.find(EXERCISE, slug), limits);
        RunPool pool = new RunPool(1, limits.slice());
        TrainingService service = new TrainingService(store, setups, limits, Clock.systemUTC(), pool);
        service.start();

        Run run = service.start(owner, EXERCISE, Exercises.resolved(EXERCISE), "fit1", new Pace(1_000));
        await().atMost(Duration.ofMinutes(1)).until(() -> savedStep(store, run) > 0);
        Files.createFile(Path.of(args[4]));
        await().forever().until(() -> run.status().state().isOver());
    }

    private static long savedStep(RunStore store, Run run) throws IOException {
        return store.find(run.key())
                .orElseThrow()
                .image(run.setup())
                .checkpoint()
                .step();
    }
}
