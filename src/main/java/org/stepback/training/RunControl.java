package org.stepback.training;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.NonFinite;
import org.stepback.training.pace.Pace;
import org.stepback.training.pace.Pacer;

/// The state of a run, and whether it may take a step now. Any thread may change it; each change is one moment.
final class RunControl {
    private static final int MOST_STEPS_OWED = 1_000;
    private static final String OVER = "This run has ended. Press Run to start it again.";

    private final LongSupplier nanoTime;
    private final AtomicLong version = new AtomicLong();

    /// Changed under this object's monitor, which guards the fields below it too.
    private volatile RunState state;

    private String reason;
    private Optional<NonFinite> nonFinite;
    private Pace pace;
    private Pacer pacer;
    private int stepsOwed;
    private boolean repeats;
    private String pauseThere;
    private boolean changed;

    /// All of the state at one moment.
    ///
    /// @param pauseThere the sentence with which it pauses at the end of a past that it repeats; empty where it
    /// goes on
    record View(RunState state, String reason, Optional<NonFinite> nonFinite, Pace pace, String pauseThere) {
        static View atStart(Pace pace) {
            return new View(RunState.QUEUED, "", Optional.empty(), pace, "");
        }
    }

    RunControl(View view, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        state = view.state().isActive() ? RunState.QUEUED : view.state();
        reason = view.reason();
        nonFinite = view.nonFinite();
        pace = view.pace();
        pauseThere = view.pauseThere();
        pacer = new Pacer(pace, nanoTime.getAsLong());
    }

    long version() {
        return version.get();
    }

    /// Tells readers that there is something new.
    void touch() {
        version.incrementAndGet();
    }

    RunState state() {
        return state;
    }

    synchronized View view() {
        return new View(state, reason, nonFinite, pace, pauseThere);
    }

    /// @param why as a sentence, empty where a person asked for it
    synchronized void pause(String why) {
        if (state.isActive()) {
            become(RunState.PAUSED, why);
        }
    }

    synchronized void resume() {
        refuseIfOver();
        if (state == RunState.PAUSED) {
            stepsOwed = 0;
            pacer = new Pacer(pace, nanoTime.getAsLong());
            become(RunState.QUEUED, "");
        }
    }

    /// Owes one step, and pauses first where the run was training.
    synchronized void step() {
        refuseIfOver();
        become(RunState.PAUSED, "");
        stepsOwed = Math.min(stepsOwed + 1, MOST_STEPS_OWED);
    }

    /// The run repeats a past first, which takes no longer than it must.
    synchronized void repeat() {
        repeats = true;
    }

    /// It pauses at the end of that past.
    ///
    /// @param why as a sentence
    synchronized void pauseThere(String why) {
        pauseThere = why;
        changed = true;
    }

    /// The past is repeated.
    synchronized void arrive() {
        repeats = false;
        pacer = new Pacer(pace, nanoTime.getAsLong());
        if (!pauseThere.isEmpty()) {
            pause(pauseThere);
            pauseThere = "";
        }
    }

    synchronized void setPace(Pace pace) {
        this.pace = pace;
        pacer = new Pacer(pace, nanoTime.getAsLong());
        become(state, reason);
    }

    synchronized void diverge(NonFinite where) {
        if (!state.isOver()) {
            nonFinite = Optional.of(where);
            become(RunState.STOPPED, where.sentence());
        }
    }

    /// Ends the run, unless it has ended.
    synchronized void end(RunState end, String why) {
        if (!state.isOver()) {
            become(end, why);
        }
    }

    /// The run has got its turn.
    synchronized void begin() {
        if (state == RunState.QUEUED) {
            state = RunState.RUNNING;
            touch();
        }
    }

    /// Returns whether a step may be taken now; then it counts as taken.
    synchronized boolean takeStep() {
        if (state == RunState.RUNNING && (repeats || pacer.due(nanoTime.getAsLong()) > 0)) {
            pacer.took(1);
            return true;
        }
        if (state == RunState.PAUSED && stepsOwed > 0) {
            stepsOwed--;
            return true;
        }
        return false;
    }

    /// After how many nanoseconds the next step may be taken; [RunPool#IDLE] where that takes a person.
    synchronized long untilNextStep() {
        return switch (state) {
            case QUEUED -> 0;
            case RUNNING -> repeats ? 0 : pacer.untilNext(nanoTime.getAsLong());
            case PAUSED -> stepsOwed > 0 ? 0 : RunPool.IDLE;
            case DONE, STOPPED, FAILED -> RunPool.IDLE;
        };
    }

    /// Returns whether the state has changed since this was last asked.
    synchronized boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /// Returns whether the run stands still, and its state has not changed since that was last asked for.
    synchronized boolean isSettled() {
        return !changed && !state.isActive() && stepsOwed == 0;
    }

    private void refuseIfOver() {
        if (state.isOver()) {
            throw new RefusedException(OVER);
        }
    }

    private void become(RunState next, String why) {
        state = next;
        reason = why;
        changed = true;
        touch();
    }
}
