package org.stepback.trace.ui;

import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.replay.Replay;
import org.stepback.nn.replay.ReplaySeek;
import org.stepback.number.NumberText;

/// A step far away that is made again meanwhile, and what the page says of how far it is.
final class FarStep {
    private static final double TELLING = 0.01;

    private final Element page;
    private volatile @Nullable ReplaySeek approach;
    private volatile double told;

    /// @param page is told by its properties `waiting`, a sentence, and `progress`, from 0 to 1
    FarStep(Element page) {
        this.page = page;
    }

    /// Sets out for a step.
    void begin(Replay replay, long step) {
        approach = ReplaySeek.begin(replay, step);
        tell("Making step " + NumberText.grouped(step) + " again from the nearest checkpoint");
    }

    boolean isAwaited() {
        return approach != null;
    }

    /// Returns whether the page is to be told something. Any thread may ask.
    boolean hasComeNearer() {
        ReplaySeek known = approach;
        return known != null && (known.isDone() || known.progress() - told >= TELLING);
    }

    boolean isThere() {
        ReplaySeek known = approach;
        return known != null && known.isDone();
    }

    void tell() {
        ReplaySeek known = approach;
        told = known == null ? 0 : known.progress();
        page.setProperty("progress", told);
    }

    private void tell(String waiting) {
        page.setProperty("waiting", waiting);
        tell();
    }

    /// Uses the replay no more for a step that is not wanted any longer.
    void stop() {
        ReplaySeek known = approach;
        if (known != null) {
            known.cancel();
            approach = null;
            tell("");
        }
    }
}
