package org.stepback.playground.ui;

import org.jspecify.annotations.Nullable;
import org.stepback.playground.PlaygroundRun;
import org.stepback.playground.Snapshot;
import org.stepback.playground.setting.Samples;
import org.stepback.ui.ConnectionProbe;

/// Keeps count of what a page has been shown of its run, and finds what is new.
final class Frames {
    private final long page = ConnectionProbe.number();

    private volatile long shownVersion = -1;
    private @Nullable Samples shownPoints;

    /// Asked off the page's thread.
    boolean hasNews(PlaygroundRun run) {
        return run.view().version() != shownVersion;
    }

    /// Forgets what was shown, since the page is sent again.
    void forget() {
        shownVersion = -1;
        shownPoints = null;
    }

    /// Returns what is new, and counts it as shown: a frame, and the setup where it is another one.
    PlaygroundMessage take(PlaygroundRun run) {
        PlaygroundRun.View view = run.view();
        Snapshot snapshot = run.snapshot();
        run.seen();
        boolean same = snapshot.setup().training() == shownPoints;
        shownPoints = snapshot.setup().training();
        shownVersion = view.version();
        return new PlaygroundMessage(
                page, same ? null : SetupMessage.of(snapshot.setup()), FrameMessage.of(view, snapshot), null);
    }
}
