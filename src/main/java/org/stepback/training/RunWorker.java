package org.stepback.training;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.replay.Checkpoints;
import org.stepback.training.pace.SpeedMeter;

/// The part of a run that the pool's threads call: takes its steps, and between slices shows and keeps what came of it.
///
/// Reading never waits for a step: weights and images to be saved are copies made between slices.
final class RunWorker implements RunPool.Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final String BROKEN =
            "An error in the server ended this run; the server's log says more. Press Run to start it again.";

    private final RunControl control;
    private final RunRecord record;
    private final RunPool pool;
    private final long saveEvery;
    private final SpeedMeter meter = new SpeedMeter();
    private final AtomicReference<@Nullable RunImage> unsaved = new AtomicReference<>();
    private long imageTime;
    private long imageStep;
    private long trainedUntil;
    private volatile double speed;
    private volatile Network network;
    private volatile boolean networkWanted;
    private final Checkpoints past;
    private volatile Checkpoint rest;
    private volatile Checkpoint latest;

    /// Of the last image, which is that of the end of a run that is over.
    private volatile Checkpoint kept;

    /// Null once the run is over: it takes no further step, and most of a run's memory is here.
    private volatile @Nullable RunEngine engine;

    RunWorker(RunControl control, RunEngine engine, RunPool pool, long saveEvery) {
        this.control = control;
        this.engine = engine;
        this.record = engine.record();
        this.pool = pool;
        this.saveEvery = saveEvery;
        imageTime = pool.now();
        trainedUntil = imageTime;
        imageStep = record.lastStep();
        network = engine.network();
        if (engine.isInPast()) {
            control.repeat();
        }
        rest = engine.checkpoint();
        latest = rest;
        kept = rest;
        past = new Checkpoints(rest.bytes() / Double.BYTES);
    }

    /// Checkpoints that the run has come by, thinly spread.
    Checkpoints past() {
        return past;
    }

    /// The checkpoint at which the run last stood still.
    Checkpoint rest() {
        return rest;
    }

    /// The newest checkpoint with finite numbers: of where the run stands still, or of the last time that it was
    /// kept to be saved.
    Checkpoint latest() {
        return latest;
    }

    /// Steps a second over about the last second.
    double speed() {
        return control.state() == RunState.RUNNING ? speed : 0;
    }

    /// The network after one of the last slices; after the very last where the run stands still or is paced.
    Network network() {
        networkWanted = true;
        return network;
    }

    @Override
    public long work(long nanos) {
        long begin = pool.now();
        RunEngine engine = this.engine;
        if (engine == null) {
            return settleOver();
        }
        try {
            if (control.state() != RunState.RUNNING) {
                trainedUntil = begin; // it stood still until now
            }
            control.begin();
            while (advance(engine) && pool.now() - begin < nanos) {
                control.touch();
            }
            return settle(engine);
        } catch (RuntimeException | Error e) { // whatever it is, it ends this run alone
            LOG.error("A run failed.", e);
            control.end(RunState.FAILED, BROKEN);
            keepImage();
            release();
            return RunPool.IDLE;
        }
    }

    /// Does the next piece of work; false where there is none now.
    private boolean advance(RunEngine engine) {
        if (control.state().isOver()) {
            return false;
        }
        if (engine.isEvaluating()) {
            engine.evaluateSome();
        } else if (control.takeStep()) {
            step(engine);
            remember(engine);
        } else {
            return false;
        }
        boolean done = engine.isDone();
        Optional<NonFinite> broken = engine.nonFinite();
        if (done || broken.isPresent()) {
            passTime(); // before anybody can see that the run has ended
        }
        broken.ifPresent(control::diverge);
        if (done) {
            control.end(RunState.DONE, engine.reason());
        }
        return true;
    }

    private void passTime() {
        long now = pool.now();
        record.pass((now - trainedUntil) / 1e9);
        trainedUntil = now;
    }

    private void remember(RunEngine engine) {
        if (engine.nonFinite().isEmpty() && past.wants(engine.steps())) {
            past.add(engine.checkpoint());
        }
    }

    private void step(RunEngine engine) {
        boolean repeated = engine.isInPast();
        engine.step();
        if (repeated && !engine.isInPast()) {
            control.arrive();
        }
    }

    private long settle(RunEngine engine) {
        boolean evaluating = engine.isEvaluating() && !control.state().isOver();
        long wait = evaluating ? 0 : control.untilNextStep();
        if (networkWanted || wait > 0) {
            networkWanted = false;
            network = engine.network();
        }
        if (wait == RunPool.IDLE && engine.nonFinite().isEmpty()) {
            rest = engine.checkpoint();
            latest = rest;
        }
        if (!control.state().isOver()) {
            passTime();
        }
        speed = meter.at(pool.now(), record.lastStep());
        if (control.state() != RunState.RUNNING) {
            meter.reset();
        }
        boolean over = control.state().isOver(); // asked before it is kept: it may be ended from elsewhere meanwhile
        keepImage();
        if (over) {
            release();
        }
        control.touch();
        return wait;
    }

    private long settleOver() {
        if (control.takeChanged()) {
            keepImageNow();
        }
        return RunPool.IDLE;
    }

    /// Lets go of all that only further steps need.
    private void release() {
        rest = latest;
        kept = kept.step() == latest.step() ? latest : kept;
        past.trim();
        engine = null;
    }

    /// The bytes that the run takes: a part of those of one that trains, once it is over.
    long bytes(CostEstimate estimate) {
        return engine == null
                ? estimate.restingBytes() + latest.bytes() + (kept == latest ? 0 : kept.bytes()) + past.bytes()
                : estimate.bytes();
    }

    /// Keeps the run to be saved, where its state has changed or it trained for long enough since the last time.
    private void keepImage() {
        boolean late = pool.now() - imageTime >= saveEvery || !control.state().isActive();
        if (control.takeChanged() || late && record.lastStep() != imageStep) {
            keepImageNow();
        }
    }

    /// Keeps the run to be saved. Only for the thread whose turn it is, or where nobody has one.
    void keepImageNow() {
        imageTime = pool.now();
        imageStep = record.lastStep();
        RunImage image = image();
        kept = image.checkpoint();
        RunEngine known = engine;
        if (known != null && known.nonFinite().isEmpty()) {
            latest = kept;
        }
        unsaved.set(image);
    }

    /// The run as it is now. Only for the thread whose turn it is, or where nobody has one.
    RunImage image() {
        RunEngine known = engine;
        return new RunImage(control.view(), known == null ? kept : known.checkpoint(), record.copy());
    }

    /// Hands what is to be saved to the writer, if there is anything; it counts as saved once the writer returns.
    void save(Consumer<RunImage> writer) {
        RunImage image = unsaved.get();
        if (image != null) {
            writer.accept(image);
            unsaved.compareAndSet(image, null);
        }
    }

    /// Returns whether the run stands still, and all of it is saved.
    boolean isSaved() {
        return control.isSettled() && unsaved.get() == null;
    }
}
