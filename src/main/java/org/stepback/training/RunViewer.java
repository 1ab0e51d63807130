package org.stepback.training;

/// Says that a page is looking at a run, until it is closed. A run that nobody watches ends after a while.
public final class RunViewer implements AutoCloseable {
    private final Runnable end;
    private boolean closed;

    RunViewer(Runnable end) {
        this.end = end;
    }

    /// Says that the page looks no more; a second time changes nothing.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            end.run();
        }
    }
}
