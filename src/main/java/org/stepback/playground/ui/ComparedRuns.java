package org.stepback.playground.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.number.NumberParser;
import org.stepback.playground.PlaygroundSweep;
import org.stepback.playground.Playgrounds;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.web.Visitor;

/// The networks that a page trains side by side, one comparison at a time.
final class ComparedRuns {
    private final Playgrounds playgrounds;
    private final Visitor owner;
    private volatile @Nullable PlaygroundSweep sweep;
    private volatile List<PlaygroundSweep.Result> shown = List.of();

    ComparedRuns(Playgrounds playgrounds, Visitor owner) {
        this.playgrounds = playgrounds;
        this.owner = owner;
    }

    /// Begins another comparison, and ends the one before.
    ///
    /// @throws IllegalArgumentException with a sentence, where it is none
    void begin(PlaygroundState state, Board.SweepWish wish, int longestText) {
        String values = wish.values().substring(0, Math.min(wish.values().length(), longestText));
        double epochs = NumberParser.parse(wish.epochs()).orElse(0);
        PlaygroundSweep next = playgrounds.sweep(state, wish.key(), values, (int) epochs, owner);
        close();
        sweep = next;
    }

    void close() {
        PlaygroundSweep known = sweep;
        if (known != null) {
            known.close();
        }
    }

    /// Forgets what was shown, since the page is sent again.
    void forget() {
        shown = List.of();
    }

    /// Asked off the page's thread.
    boolean hasNews() {
        PlaygroundSweep known = sweep;
        return known != null && known.results() != shown;
    }

    /// The results, which are known to be shown from now on.
    List<PlaygroundSweep.Result> take() {
        PlaygroundSweep known = sweep;
        shown = known == null ? List.of() : known.results();
        return shown;
    }
}
