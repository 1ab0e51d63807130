package org.stepback.training;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.StoredText;
import org.stepback.number.NumberText;
import org.stepback.storage.StorageQuota;
import org.stepback.training.pace.Pace;
import org.stepback.web.Visitor;

/// The runs of all people: starts them, steers them, and finds them again.
///
/// A person has at most one run in each train cell of each exercise, and only that person reaches it: every
/// method takes the owner's id, and no run is found without it. What is not done is refused with a sentence for
/// that person.
@Service
public class TrainingService implements SmartLifecycle {
    private static final String NO_RUN = "There is no run here yet. Press Run to start one.";

    private final TrainingLimits limits;
    private final RunStore store;
    private final Run.Host host;
    private final Runs runs;
    private final RunKeeper keeper;
    private final RunSetups setups;
    private volatile boolean running;

    @Autowired
    TrainingService(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            TrainingLimits limits,
            RunSetups setups,
            RunPool pool,
            StorageQuota quota) {
        this(new RunStore(jdbc, transactions, clock, quota::guard), setups, limits, clock, pool);
    }

    TrainingService(RunStore store, RunSetups setups, TrainingLimits limits, InstantSource clock, RunPool pool) {
        this.store = store;
        this.setups = setups;
        this.limits = limits;
        host = new Run.Host(pool, clock, limits.save());
        long heap = Runtime.getRuntime().maxMemory();
        runs = new Runs(store, setups, host, limits.memoryOr(heap), limits.memoryPerPersonOr(heap));
        keeper = new RunKeeper(runs, store, limits);
    }

    RunKeeper keeper() {
        return keeper;
    }

    /// Starts a run of a train cell, in place of its last one.
    ///
    /// If the person has as many runs in training as one may have, the one that nobody has looked at for
    /// longest is paused, and says so.
    ///
    /// @param cells the exercise as this person has it
    /// @throws RefusedException where the cells have problems, or the run would cost more than the limits allow
    public Run start(UUID owner, Exercise exercise, Resolved cells, String cell, Pace pace) {
        Run run = create(owner, exercise, cells, cell, pace);
        return runs.locked(owner, () -> {
            runs.replace(run);
            store.predictions().keep(owner, exercise, cells, cell);
            pauseForOneMore(owner, run);
            return run;
        });
    }

    /// Makes a run of a train cell that stands at step 0, in place of its last one.
    ///
    /// @throws RefusedException as for [#start]
    public Run prepare(UUID owner, Exercise exercise, Resolved cells, String cell, Pace pace) {
        Run run = create(owner, exercise, cells, cell, pace);
        run.control().pause("");
        Run prepared = runs.replace(run);
        store.predictions().keep(owner, exercise, cells, cell);
        return prepared;
    }

    private Run create(UUID owner, Exercise exercise, Resolved cells, String cell, Pace pace) {
        RunSetup setup = setups.of(exercise, cells, cell);
        RunKey key = new RunKey(owner, setup.slug(), setup.cell());
        return new Run(UUID.randomUUID(), key, setup, pace, host);
    }

    /// Starts a run with the settings as they are now and the past of the cell's run up to a step, in place of that
    /// run.
    ///
    /// @throws RefusedException as for [#start], and where the past does not fit or there is no run
    public Run fork(UUID owner, Exercise exercise, Resolved cells, String cell, Pace pace, long step) {
        return fork(owner, exercise, cells, cell, pace, step, "");
    }

    /// The same, which pauses at that step.
    public Run rewind(UUID owner, Exercise exercise, Resolved cells, String cell, Pace pace, long step) {
        return fork(
                owner,
                exercise,
                cells,
                cell,
                pace,
                step,
                "Rewound: this is the run after step " + NumberText.grouped(step)
                        + ". Change a setting, or look at the next step.");
    }

    private Run fork(
            UUID owner, Exercise exercise, Resolved cells, String cell, Pace pace, long step, String pauseThere) {
        Run past = current(owner, exercise.slug(), cell).orElseThrow(() -> new RefusedException(NO_RUN));
        long last = past.status().step();
        if (step > last) {
            throw new RefusedException(
                    "The run has taken " + NumberText.grouped(last) + " steps so far: fork it at one of them.");
        }
        RunSetup setup = setups.fork(exercise, cells, past.setup(), step);
        Run fork = new Run(UUID.randomUUID(), past.key(), setup, pace, host);
        fork.control().pauseThere(pauseThere);
        return runs.locked(owner, () -> {
            runs.replace(fork);
            pauseForOneMore(owner, fork);
            return fork;
        });
    }

    /// Returns the kept runs of a cell, the newest first; its present run is among them once it stood still.
    public List<KeptRun> kept(UUID owner, String slug, String cell) {
        return store.kept().of(new RunKey(owner, slug, cell));
    }

    /// Changes whenever there is something new to read of a person's kept runs.
    public long keptVersion(UUID owner) {
        return store.kept().version(owner);
    }

    /// Names a kept run; one with a name is kept longer.
    ///
    /// @throws RefusedException where the name is too long, or a character of it is broken
    public void rename(UUID owner, UUID run, String name) {
        String kept = name.strip();
        if (kept.length() > KeptRun.MAX_NAME) {
            throw new RefusedException("A name has at most " + KeptRun.MAX_NAME + " letters.");
        }
        StoredText.guard(kept);
        store.kept().rename(owner, run, kept);
    }

    /// Deletes what is kept of a run.
    public void forget(UUID owner, UUID run) {
        store.kept().delete(owner, run);
    }

    /// Brings back what was kept of a run before it was deleted.
    public void restore(UUID owner, String slug, String cell, KeptRun run) {
        store.kept().keep(new RunKey(owner, slug, cell), run);
    }

    /// Trains a cell once for each value of a setting, one run after the other, and keeps each.
    ///
    /// @throws RefusedException where a sweep of this person is under way, the setting may not be changed, all runs
    ///     together would cost more than one may, or there is no memory left
    public Sweep sweep(
            UUID owner, Exercise exercise, Resolved cells, String cell, SweptSetting setting, List<Double> values) {
        RunSetup setup = setups.of(exercise, cells, cell);
        if (setup.estimate().operations() * values.size() > limits.maxOperations()) {
            throw new RefusedException(
                    "Together these runs would cost more than one run may. Use fewer values or epochs.");
        }
        RunKey key = new RunKey(owner, setup.slug(), cell);
        Sweep sweep = new Sweep(
                setting,
                values,
                value -> setups.with(setup.slug(), cell, setup.configuration(), setting, value),
                run -> store.kept().keep(key, run),
                setup.estimate().bytes(),
                host.pool());
        setups.with(setup.slug(), cell, setup.configuration(), setting, values.getFirst());
        runs.begin(owner, sweep);
        host.pool().enlist(sweep::work, Visitor.person(owner.toString())).wake();
        return sweep;
    }

    /// The cell's run, wherever it is; empty where there is none, or where it cannot be read back ([#lost]).
    public Optional<Run> current(UUID owner, String slug, String cell) {
        try {
            Optional<Run> run = runs.find(new RunKey(owner, slug, cell));
            run.ifPresent(Run::glance);
            return run;
        } catch (RefusedException noRoomNow) {
            return Optional.empty();
        }
    }

    /// Returns what the person expected of a training when it was begun for the first time, empty text for nothing;
    /// empty as long as it never was.
    public Optional<String> prediction(UUID owner, String slug, String question) {
        return store.predictions().find(owner, slug, question);
    }

    /// Returns whether a training has run to its end with the cells as they are now.
    public boolean hasRun(UUID owner, String slug, Resolved cells, String cell) {
        return cells.obstacles(cell).isEmpty()
                && current(owner, slug, cell)
                        .filter(run -> run.hasEndedAs(setups.configuration(cells, cell)))
                        .isPresent();
    }

    /// Returns the cell's run if it is in memory. Any thread may ask, as often as it likes.
    public Optional<Run> atHand(UUID owner, String slug, String cell) {
        return runs.atHand(new RunKey(owner, slug, cell));
    }

    /// Returns whether the cell's run is in memory. Any thread may ask, as often as it likes.
    public boolean isAtHand(UUID owner, String slug, String cell) {
        return atHand(owner, slug, cell).isPresent();
    }

    /// Returns the reason why [#current] gave no run though there is one, as a sentence; empty where all is well.
    public Optional<String> lost(UUID owner, String slug, String cell) {
        RunKey key = new RunKey(owner, slug, cell);
        return runs.atHand(key).isPresent()
                ? Optional.empty()
                : store.find(key).map(row -> row.state().equals(RunState.FAILED.name()) ? row.reason() : Runs.WAITS);
    }

    /// Returns how much is trained at this moment.
    public TrainingLoad load() {
        return TrainingLoad.of(runs.inMemory());
    }

    public void pause(UUID owner, String slug, String cell) {
        steer(owner, slug, cell, run -> run.control().pause(""));
    }

    /// Goes on with a paused run; pauses another one as [#start] does.
    public void resume(UUID owner, String slug, String cell) {
        steer(owner, slug, cell, run -> {
            run.control().resume();
            pauseForOneMore(owner, run);
        });
    }

    /// Takes one step of a run, which pauses it if it is training.
    public void step(UUID owner, String slug, String cell) {
        steer(owner, slug, cell, run -> run.control().step());
    }

    public void setPace(UUID owner, String slug, String cell, Pace pace) {
        steer(owner, slug, cell, run -> run.control().setPace(pace));
    }

    /// Ends the cell's run and forgets it.
    public void reset(UUID owner, String slug, String cell) {
        runs.remove(new RunKey(owner, slug, cell));
    }

    private void steer(UUID owner, String slug, String cell, Consumer<Run> change) {
        runs.locked(owner, () -> {
            Run run = current(owner, slug, cell).orElseThrow(() -> new RefusedException(NO_RUN));
            change.accept(run);
            run.wake();
            return run;
        });
    }

    /// Pauses runs of this person until one more, `but` this one, may train.
    private void pauseForOneMore(UUID owner, Run but) {
        List<Run> training = runs.inMemory(owner).stream()
                .filter(run -> run != but
                        && !run.key().equals(but.key())
                        && run.control().state().isActive())
                .sorted(Comparator.comparing(Run::unwatched).reversed().thenComparing(Run::begun))
                .toList();
        for (Run run : training.subList(0, Math.max(0, training.size() - limits.activePerPerson() + 1))) {
            run.control()
                    .pause("Paused: %d of your runs may train at once, and you started another. Press Resume to go on."
                            .formatted(limits.activePerPerson()));
            run.wake();
        }
    }

    @Override
    public void start() {
        running = true;
        host.pool().start();
        keeper.start();
    }

    @Override
    public void stop() {
        running = false;
        host.pool().stop();
        keeper.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
