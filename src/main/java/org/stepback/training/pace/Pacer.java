package org.stepback.training.pace;

/// Says how many steps a paced run owes by now, and when it owes the next.
///
/// Steps that fell due while the run waited for its turn are made up for, but no more than a quarter of a second's
/// worth: a run that was held up does not rush afterwards. Times are nanoseconds of one clock, as `System.nanoTime`
/// gives them.
public final class Pacer {
    private static final long SECOND = 1_000_000_000L;

    /// Faster paces are served in bunches this far apart, which the eye still sees as steady.
    private static final long BUNCH = 20_000_000L;

    private final int rate;
    private long start;
    private long taken;

    public Pacer(Pace pace, long now) {
        rate = pace.stepsPerSecond();
        start = now;
    }

    /// Returns the count of steps that are due now; the first one is due at once.
    public long due(long now) {
        if (rate == 0) {
            return Long.MAX_VALUE;
        }
        long most = Math.max(1, rate / 4);
        long due = 1 + periods(now) - taken;
        if (due > most) {
            start = now;
            taken = 1 - most;
            return most;
        }
        return due;
    }

    public void took(long steps) {
        taken += steps;
    }

    /// After how many nanoseconds to look again; 0 where a step is due already.
    public long untilNext(long now) {
        if (due(now) > 0) {
            return 0;
        }
        long next = start + taken / rate * SECOND + (taken % rate * SECOND + rate - 1) / rate;
        return SECOND / rate < BUNCH ? Math.max(next - now, BUNCH) : next - now;
    }

    private long periods(long now) {
        long passed = now - start;
        return passed / SECOND * rate + passed % SECOND * rate / SECOND;
    }
}
