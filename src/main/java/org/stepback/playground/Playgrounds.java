package org.stepback.playground;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.stepback.Meters;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.training.Owner;
import org.stepback.training.RunPool;

/// The playgrounds of all pages, of which there is a limited number.
@Service
public final class Playgrounds {
    static final int MOST = 400;

    private final RunPool pool;
    private final Set<PlaygroundRun> open = ConcurrentHashMap.newKeySet();

    Playgrounds(RunPool pool) {
        this.pool = pool;
    }

    /// A run for a page, which begins at once or stands at step 0; empty where there are too many.
    public Optional<PlaygroundRun> open(PlaygroundState state, boolean playing, Owner owner) {
        if (open.size() >= MOST) {
            Meters.limitHit("playgrounds");
            return Optional.empty();
        }
        PlaygroundRun run = new PlaygroundRun(state, playing, pool, owner);
        open.add(run);
        return Optional.of(run);
    }

    /// Returns how many are open.
    public int count() {
        return open.size();
    }

    /// Trains several networks side by side.
    ///
    /// @throws IllegalArgumentException with a sentence, where there is something wrong with the values
    public PlaygroundSweep sweep(PlaygroundState state, String setting, String values, int epochs, Owner owner) {
        return PlaygroundSweep.of(state, setting, values, epochs, pool, owner);
    }

    /// The page is gone, and its run with it.
    public void close(PlaygroundRun run) {
        run.close();
        open.remove(run);
    }
}
