package org.stepback.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl+C, or the system's wish that the program ends: it waits for a run that has begun to write down where it is.
final class Interruption implements AutoCloseable {
    private static final int MOST_SECONDS = 10;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheRun);
    private volatile boolean asked;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Returns whether the run is to end after its step.
    boolean isAsked() {
        return asked;
    }

    private void waitForTheRun() {
        asked = true;
        try {
            written.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The run has written all that it has to write.
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // then the hook is on its way, and no longer waits
        }
    }
}
