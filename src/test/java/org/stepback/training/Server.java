package org.stepback.training;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;
import org.stepback.storage.StorageContext;
import org.stepback.training.pace.Pace;

/// A server whose clock and threads a test turns by hand. Another one on the same database is that server
/// started again.
final class Server {
    static final TrainingLimits LIMITS = TrainingLimits.DEFAULTS;

    final ManualTime time = new ManualTime();
    final RunPool pool = new RunPool(1, Duration.ofMillis(1), time);
    final TrainingService service;
    private final Exercise exercise;

    Server(StorageContext storage, Exercise exercise) {
        this(storage, exercise, LIMITS);
    }

    Server(StorageContext storage, Exercise exercise, TrainingLimits limits) {
        this.exercise = exercise;
        RunStore store = new RunStore(
                storage.get(JdbcClient.class), storage.get(PlatformTransactionManager.class), time, _ -> {});
        RunSetups setups = new RunSetups(slug -> Exercises.find(exercise, slug), limits);
        service = new TrainingService(store, setups, limits, time, pool);
    }

    /// Limits with so much memory, and no bound for one person.
    static TrainingLimits limits(DataSize memory) {
        return limits(memory, DataSize.ofTerabytes(1));
    }

    static TrainingLimits limits(DataSize memory, DataSize perPerson) {
        return new TrainingLimits(
                0,
                LIMITS.slice(),
                LIMITS.maxParameters(),
                LIMITS.maxOperations(),
                LIMITS.maxStepOperations(),
                LIMITS.maxRunMemory(),
                memory,
                perPerson,
                4,
                LIMITS.unwatched(),
                LIMITS.kept(),
                LIMITS.save());
    }

    Run start(UUID owner, String cell, Edit... edits) {
        Resolved cells = Exercises.resolved(exercise, edits);
        return service.start(owner, exercise, cells, cell, Pace.FULL);
    }

    /// Gives so many slices to whoever is due.
    void serve(int slices) {
        for (int i = 0; i < slices; i++) {
            pool.serveOne();
        }
    }

    /// Serves until nobody is due.
    void serveAll() {
        while (pool.serveOne()) {
            time.pass(Duration.ZERO);
        }
    }

    void pause(Run run) {
        service.pause(run.key().owner(), run.key().slug(), run.key().cell());
        serve(1);
    }

    /// What the keeper's thread does every now and then: saves and tidies.
    void keep() {
        service.keeper().round();
    }

    /// What it does first when the server starts.
    void revive() {
        service.keeper().revive();
    }
}
