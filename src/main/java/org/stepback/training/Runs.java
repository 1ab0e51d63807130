package org.stepback.training;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.Meters;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.StoredText;

/// The runs in memory, which are read back from the database when they are asked for.
///
/// A cell's run changes under its owner's lock, so that a cell never has two.
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final int LOCKS = 64;
    private static final String FULL =
            "The server has no memory left for another run. Wait until some others have ended, and try again.";
    private static final String SHARE =
            "Your other runs take up the memory that one person may have. Reset one of them, or use fewer units or samples,"
                    + " and try again.";
    static final String WAITS =
            "This run is saved, but there is no memory left to show it. Reset another run of yours, or wait until some"
                    + " others have ended, and reload the page.";
    private static final String DAMAGED =
            "What was saved of this run could not be read back. Press Run to start it again.";
    private static final String CHANGED =
            "The exercise has changed since this run was started, so it cannot go on. Press Run to start it again.";

    private final ConcurrentMap<RunKey, Run> runs = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, Sweep> sweeps = new ConcurrentHashMap<>();
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();
    private final RunStore store;
    private final SetupFactory rebuild;
    private final Run.Host host;
    private final long memory;
    private final long share;

    /// @param memory the most bytes that all runs may take by their estimates
    /// @param share the most that the runs of one person may take of them; a large run is let in where the others
    /// of that person take less than half of it
    Runs(RunStore store, SetupFactory rebuild, Run.Host host, long memory, long share) {
        this.store = store;
        this.rebuild = rebuild;
        this.host = host;
        this.memory = memory;
        this.share = share;
    }

    Collection<Run> inMemory() {
        return runs.values();
    }

    Optional<Run> atHand(RunKey key) {
        return Optional.ofNullable(runs.get(key));
    }

    List<Run> inMemory(UUID owner) {
        return runs.values().stream()
                .filter(run -> run.key().owner().equals(owner))
                .toList();
    }

    /// Does something that changes which runs a person has, one thread at a time.
    <T> T locked(UUID owner, Supplier<T> change) {
        Lock lock = lock(owner);
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    private Lock lock(UUID owner) {
        return locks.get(Math.floorMod(owner.hashCode(), LOCKS));
    }

    /// The cell's run, from memory or from the database; one that was training when it was saved goes on.
    ///
    /// @throws RefusedException where there is no room in memory to read it back
    Optional<Run> find(RunKey key) {
        Optional<Run> run = atHand(key);
        return run.isPresent()
                ? run
                : locked(key.owner(), () -> atHand(key).or(() -> store.find(key).flatMap(this::readBack)));
    }

    private Optional<Run> readBack(RunRow row) {
        Optional<RunSetup> setup = setup(row);
        setup.ifPresent(known -> makeRoom(row.key(), known));
        return setup.flatMap(s -> revived(row, s)).map(this::add);
    }

    private Optional<RunSetup> setup(RunRow row) {
        try {
            RunSetup setup = rebuild.setup(row.key().slug(), row.key().cell(), row.setup());
            if (setup.fingerprint().equals(row.fingerprint())) {
                return Optional.of(setup);
            }
            return lost(row, CHANGED);
        } catch (RefusedException e) {
            return lost(row, "This run cannot go on. " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return lost(row, DAMAGED);
        }
    }

    private Optional<Run> revived(RunRow row, RunSetup setup) {
        try {
            return Optional.of(new Run(row.id(), row.key(), setup, row.image(setup), host));
        } catch (IOException | IllegalArgumentException | RefusedException e) {
            return lost(row, DAMAGED);
        }
    }

    private <T> Optional<T> lost(RunRow row, String why) {
        LOG.warn("Run {} could not be read back: {}", row.id(), why);
        store.fail(row.id(), StoredText.upTo(RunRow.MAX_REASON, why));
        return Optional.empty();
    }

    /// Makes a new run its cell's run, in memory and in the database.
    Run replace(Run run) {
        return locked(run.key().owner(), () -> {
            makeRoom(run.key(), run.setup());
            store.replace(RunRow.of(run, run.worker().image()));
            retire(runs.remove(run.key()), "A new run took its place.");
            return add(run);
        });
    }

    private Run add(Run run) {
        runs.put(run.key(), run);
        run.wake();
        return run;
    }

    /// Leaves a cell without a run.
    void remove(RunKey key) {
        locked(key.owner(), () -> {
            store.delete(key);
            return retire(runs.remove(key), "It was reset.");
        });
    }

    /// Keeps what a run has come to in its cell's history, once it has come to anything.
    void keep(Run run) {
        if (run.status().step() > 0) {
            store.kept().keep(run.key(), KeptRun.of(run));
        }
    }

    private boolean retire(@Nullable Run run, String why) {
        if (run != null) {
            keep(run);
            run.control().end(RunState.STOPPED, why);
            run.retire();
            run.wake();
        }
        return run != null;
    }

    /// Drops a run from memory if it stands still and is saved; it is read back when it is asked for.
    boolean drop(Run run) {
        Lock lock = lock(run.key().owner());
        if (!lock.tryLock()) {
            return false;
        }
        try {
            boolean saved = run.worker().isSaved();
            if (saved && runs.remove(run.key(), run)) {
                run.retire();
            }
            return saved;
        } finally {
            lock.unlock();
        }
    }

    /// Makes room in memory for a cell's run, whose last one goes.
    private void makeRoom(RunKey key, RunSetup setup) {
        makeRoom(key.owner(), run -> !run.key().equals(key), setup.estimate().bytes());
    }

    /// @param others the runs that stay unless they are dropped for it
    private void makeRoom(UUID owner, Predicate<Run> others, long bytes) {
        Predicate<Run> mine = others.and(run -> run.key().owner().equals(owner));
        if (!makeRoom(mine, Math.max(share / 2, share - bytes) - swept(owner::equals))) {
            Meters.limitHit("training memory of a person");
            throw new RefusedException(SHARE);
        }
        if (!makeRoom(others, memory - bytes - swept(_ -> true))) {
            Meters.limitHit("training memory");
            throw new RefusedException(FULL);
        }
    }

    private long swept(Predicate<UUID> counted) {
        sweeps.values().removeIf(Sweep::isOver);
        return sweeps.entrySet().stream()
                .filter(each -> counted.test(each.getKey()))
                .mapToLong(each -> each.getValue().bytes())
                .sum();
    }

    /// Makes room in memory for a sweep, of which a person has one at a time.
    void begin(UUID owner, Sweep sweep) {
        locked(owner, () -> {
            Sweep last = sweeps.get(owner);
            if (last != null && !last.isOver()) {
                throw new RefusedException("A sweep of yours is under way. Wait for it, or stop it first.");
            }
            makeRoom(owner, _ -> true, sweep.bytes());
            sweeps.put(owner, sweep);
            return sweep;
        });
    }

    /// Drops the runs that nobody has looked at for longest, until such runs take no more than so many bytes.
    ///
    /// @return whether they do
    private boolean makeRoom(Predicate<Run> counted, long room) {
        if (taken(counted) > room) {
            runs.values().stream()
                    .filter(counted)
                    .filter(run -> !run.unwatched().isZero())
                    .sorted(Comparator.comparing(Run::unwatched).reversed())
                    .takeWhile(_ -> taken(counted) > room)
                    .forEach(this::drop);
        }
        return taken(counted) <= room;
    }

    private long taken(Predicate<Run> counted) {
        return runs.values().stream().filter(counted).mapToLong(Run::bytes).sum();
    }
}
