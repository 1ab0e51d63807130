package org.stepback.training.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepback.training.Run;
import org.stepback.training.RunViewer;

/// The run that a panel shows, and how much of it the panel has shown. Any thread may ask for it; the page's thread
/// sets it.
final class ShownRun {
    private volatile @Nullable Run run;
    private volatile long version = -1;
    private @Nullable RunViewer watch;

    Optional<Run> get() {
        return Optional.ofNullable(run);
    }

    /// Watches a run from now on, so that it knows that somebody looks.
    ///
    /// @return whether it is another one
    boolean adopt(Optional<Run> next) {
        unwatch();
        boolean changes = run != next.orElse(null);
        run = next.orElse(null);
        next.ifPresent(known -> watch = known.watch());
        return changes;
    }

    void leave() {
        unwatch();
        run = null;
    }

    private void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    /// All of this version is on the page.
    void seen(long shown) {
        version = shown;
    }

    /// It is to be shown again, though nothing of it has changed.
    void again() {
        version = -1;
    }

    boolean hasNews() {
        return get().filter(known -> known.version() != version).isPresent();
    }
}
