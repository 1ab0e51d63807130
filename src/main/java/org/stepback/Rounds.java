package org.stepback;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Work that comes again and again, on a thread of its own, from the lab's start to its end.
public abstract class Rounds implements SmartLifecycle {
    private final String name;
    private final Duration first;
    private final Duration pause;
    private @Nullable ScheduledExecutorService thread;

    /// @param name of the thread
    /// @param first how long after the start the first round comes
    /// @param pause between two rounds
    protected Rounds(String name, Duration first, Duration pause) {
        this.name = name;
        this.first = first;
        this.pause = pause;
    }

    /// Does the work once. One that throws is the last.
    protected abstract void round();

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        thread.scheduleWithFixedDelay(this::round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
