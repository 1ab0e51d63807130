package org.stepback.nn.replay;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// A replay's way to a step far away, made off the page's thread.
///
/// All ways share a few threads by slices, so that a long one holds up nobody. Until it is done or cancelled, nobody
/// else may use the replay.
public final class ReplaySeek {
    private static final long SLICE_NANOS = 15_000_000;

    private static final Executor THREADS = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            Thread.ofPlatform().name("walk-", 1).daemon().factory());

    private final Replay replay;
    private final long step;
    private final long distance;
    private volatile long made;
    private volatile boolean done;
    private volatile boolean cancelled;

    private ReplaySeek(Replay replay, long step) {
        this.replay = replay;
        this.step = step;
        this.distance = Math.max(1, replay.distance(step));
    }

    /// Sets out for a step.
    public static ReplaySeek begin(Replay replay, long step) {
        var approach = new ReplaySeek(replay, step);
        THREADS.execute(approach::goOn);
        return approach;
    }

    /// Returns whether the replay has the step's trace.
    public boolean isDone() {
        return done;
    }

    /// From 0 to 1.
    public double progress() {
        return done ? 1 : Math.min(1, (double) made / distance);
    }

    /// Stops, at the latest after the step that is being made; from then on the replay may be used again.
    public void cancel() {
        cancelled = true;
        synchronized (this) { // waits for the slice under way
            done = true;
        }
    }

    private synchronized void goOn() {
        if (cancelled) {
            return;
        }
        try {
            if (slice()) {
                replay.trace(step);
                done = true;
            } else {
                THREADS.execute(this::goOn);
            }
        } catch (RuntimeException e) {
            done = true; // the page meets it again, where it is said to somebody
        }
    }

    private boolean slice() {
        long begin = System.nanoTime();
        while (!cancelled && System.nanoTime() - begin < SLICE_NANOS) {
            if (replay.approach(step, 1)) {
                return true;
            }
            made++;
        }
        return false;
    }
}
