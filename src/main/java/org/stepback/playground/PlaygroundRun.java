package org.stepback.playground;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.StepUnit;
import org.stepback.training.RunPool;
import org.stepback.training.pace.Pacer;
import org.stepback.web.Visitor;

/// The run behind one page: in memory only, trained by the pool's threads, and gone with its page.
///
/// Any thread may ask for anything at any time; it is done between two steps. Poll [#version()], and when it has
/// changed take [#snapshot()].
public final class PlaygroundRun {
    private static final Logger LOG = LoggerFactory.getLogger(PlaygroundRun.class);
    private static final String BROKEN = "An error in the server ended this training; its log says more. Press Reset.";
    private static final String UNSEEN = "Paused, because nobody has looked at this page for a minute.";

    /// The time that it trains for a page that takes nothing of it, as one in a hidden tab.
    static final long PATIENCE_NANOS = 60_000_000_000L;

    private static final long CHECKUP_NANOS = 2_000_000_000L;

    private final RunPool pool;
    private final RunPool.Turn turn;
    private final PlaygroundEngine engine;
    private final Queue<Consumer<PlaygroundEngine>> wishes = new ArrayDeque<>();

    /// Guarded by this object's monitor, as are the fields up to the next empty line.
    private boolean playing;
    private int stepsOwed;
    private Pacer pacer;
    private boolean closed;
    private String notice = "";

    private volatile Snapshot snapshot;
    private volatile View view;
    private volatile long seenAt;
    private volatile boolean wanted;
    private boolean amidStep;
    private long checkedAt;

    /// The state that a page shows besides the network.
    ///
    /// @param version changes whenever there is something new
    /// @param notice why it does not train though nobody paused it, as a sentence; empty otherwise
    /// @param diagnoses what is wrong with the training; looked for every two seconds while it goes on
    public record View(long version, boolean playing, String notice, List<Diagnosis> diagnoses) {}

    PlaygroundRun(PlaygroundState state, boolean playing, RunPool pool, Visitor owner) {
        this.pool = pool;
        this.playing = playing;
        engine = new PlaygroundEngine(state);
        pacer = pacer(state);
        turn = pool.enlist(this::work, owner);
        snapshot = engine.snapshot();
        view = new View(0, playing, "", List.of());
        seenAt = pool.now();
        if (playing) {
            turn.wake();
        }
    }

    private Pacer pacer(PlaygroundState state) {
        return new Pacer(state.get(PlaygroundSettings.PACE).ofRun(), pool.now());
    }

    public View view() {
        return view;
    }

    /// The network as it was a moment ago, and exactly as it is where it stands still.
    public Snapshot snapshot() {
        return snapshot;
    }

    /// The page has shown the last snapshot, and takes another.
    public void seen() {
        seenAt = pool.now();
        wanted = true;
    }

    public void play() {
        wish(engine -> {
            engine.goOn();
            playing = !engine.hasEnded();
            stepsOwed = 0;
            notice = "";
            pacer = pacer(engine.state());
        });
    }

    public void pause() {
        wish(_ -> stop(""));
    }

    /// Takes one step, and pauses first where it was training.
    public void step() {
        wish(engine -> {
            engine.goOn();
            playing = false;
            notice = "";
            stepsOwed = engine.hasEnded() ? 0 : Math.min(stepsOwed + 1, 100);
        });
    }

    /// Back to the first weights, and stands still.
    public void reset() {
        wish(engine -> {
            stop("");
            engine.begin();
        });
    }

    /// Goes over to other settings; it stands still afterwards where they need a new network.
    public void change(PlaygroundState next) {
        wish(engine -> {
            if (Setup.effect(engine.state(), next) == PlaygroundSetting.Effect.NETWORK) {
                stop("");
            }
            engine.change(next);
            pacer = pacer(next);
        });
    }

    /// Sets a weight; all are counted from 0, the input after the last is the bias.
    public void set(int layer, int unit, int input, double value) {
        wish(engine -> engine.set(layer, unit, input, value));
    }

    /// Stands still at a checkpoint, if it has as many weights.
    public void load(Checkpoint saved) {
        wish(engine -> {
            stop("");
            engine.load(saved);
        });
    }

    /// Its page is gone.
    void close() {
        synchronized (this) {
            closed = true;
        }
    }

    private void wish(Consumer<PlaygroundEngine> wish) {
        synchronized (this) {
            if (wishes.size() < 1_000) {
                wishes.add(wish);
            }
        }
        seenAt = pool.now();
        turn.wake();
    }

    private long work(long nanos) {
        long end = pool.now() + nanos;
        try {
            boolean changed = takeWishes();
            while (advance() && pool.now() - end < 0) {
                changed = true;
            }
            return settle(changed);
        } catch (RuntimeException | Error e) { // whatever it is, it ends this run alone
            LOG.error("A playground failed.", e);
            stop(BROKEN);
            show();
            return RunPool.IDLE;
        }
    }

    private synchronized boolean takeWishes() {
        boolean some = !wishes.isEmpty();
        for (Consumer<PlaygroundEngine> wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.accept(engine);
            checkedAt = pool.now() - CHECKUP_NANOS; // another setting may have mended it
            amidStep = false;
        }
        return some;
    }

    /// Takes one mini-batch if it is time for one; false where there is nothing to do now.
    private boolean advance() {
        if (!amidStep && !takeStep()) {
            return false;
        }
        boolean epochEnds = engine.step();
        amidStep = !epochEnds && engine.state().get(PlaygroundSettings.STEP) == StepUnit.EPOCH;
        if (engine.hasEnded()) {
            stop("");
        }
        return true;
    }

    private synchronized boolean takeStep() {
        if (closed) {
            return false;
        }
        if (playing && pool.now() - seenAt > PATIENCE_NANOS) {
            playing = false;
            notice = UNSEEN;
        }
        if (playing && pacer.due(pool.now()) > 0) {
            pacer.took(1);
            return true;
        }
        if (stepsOwed > 0) {
            stepsOwed--;
            return true;
        }
        return false;
    }

    private synchronized void stop(String why) {
        playing = false;
        stepsOwed = 0;
        notice = why;
        amidStep = false;
    }

    private long settle(boolean changed) {
        long wait = untilNextStep();
        boolean still = wait == RunPool.IDLE;
        if (isStale() || (still ? changed : wanted)) {
            wanted = false;
            show();
        }
        return wait;
    }

    private synchronized boolean isStale() {
        return view.playing() != playing || !view.notice().equals(notice);
    }

    private synchronized void show() {
        snapshot = engine.snapshot();
        view = new View(view.version() + 1, playing, notice, diagnoses());
    }

    private List<Diagnosis> diagnoses() {
        if (playing && pool.now() - checkedAt < CHECKUP_NANOS) {
            return view.diagnoses();
        }
        checkedAt = pool.now();
        return engine.diagnoses();
    }

    private synchronized long untilNextStep() {
        if (closed) {
            return RunPool.IDLE;
        }
        if (amidStep || stepsOwed > 0) {
            return 0;
        }
        return playing ? pacer.untilNext(pool.now()) : RunPool.IDLE;
    }
}
