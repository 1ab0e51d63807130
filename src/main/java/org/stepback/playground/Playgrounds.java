package org.stepback.playground;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.stepback.exercise.RefusedException;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.training.RunPool;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// The playgrounds of all pages, of which there is a limited number, shared by person.
///
/// A playground whose page gives no sign any more takes no place, though it takes one again if the page comes back.
@Service
public final class Playgrounds {
    static final int MOST = 400;

    /// The most of strangers behind one address, which may be a whole class.
    static final int MOST_OF_ADDRESS = 100;

    static final int MOST_OF_PERSON = 20;

    private static final String FULL =
            "The Playground is full: as many pages of it are open as this server can take. Please try again later.";
    private static final String ADDRESS_FULL = "From your network's address " + MOST_OF_ADDRESS
            + " pages of the Playground are open, as many as may be without an account."
            + " Close some of them, or enter the lab as a guest, and open this page again.";
    private static final String PERSON_FULL = "You have " + MOST_OF_PERSON
            + " pages of the Playground open, as many as one person may have."
            + " Close some of them, and open this page again.";

    private final RunPool pool;
    private final Map<PlaygroundRun, Page> open = new ConcurrentHashMap<>();

    private record Page(Visitor owner, BooleanSupplier isPresent) {}

    Playgrounds(RunPool pool) {
        this.pool = pool;
    }

    /// A run for a page, which begins at once or stands at step 0.
    ///
    /// @param isPresent whether the page still gives signs; asked at any time, by any thread
    /// @throws RefusedException where there are too many
    public PlaygroundRun open(PlaygroundState state, boolean playing, Visitor owner, BooleanSupplier isPresent) {
        List<Visitor> present = open.values().stream()
                .filter(page -> page.isPresent().getAsBoolean())
                .map(Page::owner)
                .toList();
        refuseIf(present.size() >= MOST, owner, FULL);
        boolean share = Collections.frequency(present, owner) >= (owner.stranger() ? MOST_OF_ADDRESS : MOST_OF_PERSON);
        refuseIf(share, owner, owner.stranger() ? ADDRESS_FULL : PERSON_FULL);
        PlaygroundRun run = new PlaygroundRun(state, playing, pool, owner);
        open.put(run, new Page(owner, isPresent));
        return run;
    }

    public int count() {
        return open.size();
    }

    private static void refuseIf(boolean full, Visitor owner, String why) {
        if (full) {
            SecurityLog.refused(owner, "playgrounds");
            throw new RefusedException(why);
        }
    }

    /// Trains several networks side by side.
    ///
    /// @throws IllegalArgumentException with a sentence, where there is something wrong with the values
    public PlaygroundSweep sweep(PlaygroundState state, String setting, String values, int epochs, Visitor owner) {
        return PlaygroundSweep.of(state, setting, values, epochs, pool, owner);
    }

    /// The page is gone, and its run with it.
    public void close(PlaygroundRun run) {
        run.close();
        open.remove(run);
    }
}
