package org.stepback.notebook.ui;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.stepback.training.ui.RunPanel;

/// Runs a notebook's trainings one after another, while the page is open.
final class RunQueue {
    private final Deque<RunPanel> waiting = new ConcurrentLinkedDeque<>();
    private volatile @Nullable RunPanel current;

    /// Runs these from scratch in their order, in place of those that waited.
    void run(List<RunPanel> panels) {
        clear();
        panels.forEach(panel -> {
            waiting.add(panel);
            panel.setWaiting(true);
        });
        next();
    }

    void clear() {
        waiting.forEach(panel -> panel.setWaiting(false));
        waiting.clear();
        current = null;
    }

    /// Returns whether the next one can start. Any thread may ask.
    boolean isReady() {
        RunPanel running = current;
        return !waiting.isEmpty() && (running == null || !running.isBusy());
    }

    void next() {
        RunPanel panel = isReady() ? waiting.poll() : null;
        if (panel != null) {
            current = panel;
            panel.setWaiting(false);
            if (panel.isAttached()) {
                panel.begin();
            }
        }
    }
}
