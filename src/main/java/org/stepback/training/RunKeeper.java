package org.stepback.training;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.stepback.exercise.RefusedException;
import org.stepback.number.NumberText;
import org.stepback.storage.StorageOutage;

/// Looks after the runs on a thread of its own: saves them, ends those that nobody looks at, and clears the memory.
final class RunKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runs runs;
    private final RunStore store;
    private final TrainingLimits limits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("run-keeper").factory());
    private boolean failing;

    RunKeeper(Runs runs, RunStore store, TrainingLimits limits) {
        this.runs = runs;
        this.store = store;
        this.limits = limits;
    }

    /// Goes on with the runs that were training when the server stopped, and looks after all runs from then on.
    void start() {
        thread.execute(guarded(this::revive));
        thread.scheduleWithFixedDelay(guarded(this::round), ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Ends the thread, and saves all runs as they are. The pool has stopped by then.
    void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Run run : runs.inMemory()) {
            if (run.control().state().isActive()) {
                run.worker().keepImageNow();
            }
        }
        save();
    }

    /// Reads back the runs that were training, as far as there is room; the others go on when they are asked for.
    void revive() {
        for (RunKey key : store.active()) {
            try {
                runs.find(key);
            } catch (RefusedException e) {
                LOG.warn("A run waits in the database until somebody asks for it: {}", e.getMessage());
            } catch (RuntimeException e) { // one that cannot be read does not keep the others waiting
                LOG.error("A run could not be read back.", e);
            }
        }
    }

    /// One look at all runs.
    void round() {
        save();
        tend();
    }

    private void save() {
        try {
            for (Run run : runs.inMemory()) {
                run.worker().save(image -> {
                    store.save(run.id(), image);
                    if (!image.control().state().isActive()) {
                        runs.keep(run);
                    }
                });
            }
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            if (!failing && !StorageOutage.is(e)) {
                LOG.error("Runs cannot be saved now; it is tried again until it works.", e);
            }
            failing = true;
        }
    }

    private void tend() {
        for (Run run : runs.inMemory()) {
            boolean active = run.control().state().isActive();
            if (active && isLongerThan(run, limits.unwatched())) {
                run.control().end(RunState.STOPPED, abandoned(run));
                run.wake();
            } else if (!active && isLongerThan(run, limits.kept())) {
                runs.drop(run);
            }
        }
    }

    private static boolean isLongerThan(Run run, Duration limit) {
        return run.unwatched().compareTo(limit) > 0;
    }

    private String abandoned(Run run) {
        return "Nobody looked at this run for %d minutes, so it stopped at step %s. Press Run to start it again."
                .formatted(
                        limits.unwatched().toMinutes(),
                        NumberText.grouped(run.status().step()));
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) { // a scheduled task that throws would not be called again
                LOG.error("Looking after the runs failed; it goes on with the next round.", e);
            }
        };
    }
}
