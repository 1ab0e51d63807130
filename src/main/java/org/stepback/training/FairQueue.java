package org.stepback.training;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stepback.web.Visitor;

/// The jobs that wait for the pool's time, in an order that shares the time by person (start-time fair queuing).
///
/// Next is the person who has used the least time, and of that person's jobs the one that waits for longest. Who comes
/// back after a while without jobs begins at the time that the person served last had used, so nothing is saved up.
/// All strangers together stand in the queue as one person does, and share that place by address in the same way.
///
/// It is used by one thread at a time.
final class FairQueue<T> {
    /// So many times their time counts for strangers: one student gets four slices for each of theirs.
    static final int STRANGERS_COST = 4;

    private final Share<T> all = new Share<>(null, 1);
    private final Share<T> strangers = new Share<>(all, STRANGERS_COST);
    private long order;

    /// A person's or an address's part of the time, all strangers' part, or the whole.
    static final class Share<T> {
        private static final Comparator<Share<?>> LEAST_USED =
                Comparator.<Share<?>>comparingLong(share -> share.used).thenComparingLong(share -> share.order);

        private final @Nullable Share<T> whole;
        private final int cost;
        private final Map<String, Share<T>> parts = new HashMap<>();
        private final TreeSet<Share<T>> waiting = new TreeSet<>(LEAST_USED);
        private final Queue<T> due = new ArrayDeque<>();
        private boolean waits;
        private int working;
        private long used;
        private long order;

        /// The time that the part served last had used before.
        private long now;

        private Share(@Nullable Share<T> whole, int cost) {
            this.whole = whole;
            this.cost = cost;
        }

        private Share<T> part(String name) {
            Share<T> known = parts.get(name);
            if (known == null) {
                parts.values().removeIf(part -> part.isIdle() && part.used <= now); // it would begin here again
                known = new Share<>(this, 1);
                parts.put(name, known);
            }
            return known;
        }

        private boolean isIdle() {
            return !waits && working == 0;
        }

        private Share<T> next() {
            Share<T> part = waiting.first();
            now = Math.max(now, part.used);
            return part;
        }
    }

    /// Puts something at the end of its owner's jobs.
    void add(Visitor owner, T job) {
        Share<T> share = (owner.stranger() ? strangers : all).part(owner.name());
        share.due.add(job);
        for (Share<T> part = share; part.whole != null && !part.waits; part = part.whole) {
            part.used = Math.max(part.used, part.whole.now);
            part.order = order++;
            part.waits = part.whole.waiting.add(part);
        }
    }

    boolean isEmpty() {
        return all.waiting.isEmpty();
    }

    /// Takes what is next.
    ///
    /// @param nanos the time that it is expected to take, which counts from now on
    Taken<T> take(long nanos) {
        Share<T> share = all;
        while (!share.waiting.isEmpty()) {
            share = share.next();
        }
        T job = share.due.remove();
        share.working++;
        for (Share<T> part = share; part.whole != null; part = part.whole) {
            if (part.due.isEmpty() && part.waiting.isEmpty()) {
                part.whole.waiting.remove(part);
                part.waits = false;
            }
        }
        charge(share, nanos);
        return new Taken<>(job, share, nanos);
    }

    /// A job that was taken, until it is done.
    record Taken<T>(T job, Share<T> share, long expected) {}

    /// Notes the time that something took.
    void done(Taken<T> taken, long nanos) {
        taken.share().working--;
        charge(taken.share(), nanos - taken.expected());
    }

    private void charge(Share<T> share, long nanos) {
        for (Share<T> part = share; part.whole != null; part = part.whole) {
            part.whole.waiting.remove(part);
            part.used += nanos * part.cost;
            if (part.waits) {
                part.whole.waiting.add(part);
            }
        }
    }
}
