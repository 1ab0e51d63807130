package org.stepback.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A few threads that give many jobs short slices in turn, so that a heavy one never starves the others.
///
/// A job says after each slice when it wants the next; in between it occupies no thread. Jobs that are due are served
/// in the order in which they fell due, which is round-robin among those that always want more. A job whose slice took
/// longer than a slice should (one of its steps may be long) sits out as many turns as it took too much, while others
/// wait. A job is never in two threads at once, and all that one slice wrote is seen by the next.
public final class RunPool {
    /// A job's answer that it wants no slice until it is woken.
    public static final long IDLE = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(RunPool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int size;
    private final long slice;
    private final LongSupplier nanoTime;
    private final List<Thread> threads = new ArrayList<>();

    /// Guarded by this pool's monitor, as are the fields of every turn.
    private final PriorityQueue<Turn> queue = new PriorityQueue<>();

    private long order;
    private boolean running;

    /// Something that works in slices.
    public interface Job {
        /// Works for about `nanos` nanoseconds, and says after how many it wants the next slice: 0 for as soon as the
        /// others had theirs, [RunPool#IDLE] for when it is woken.
        long work(long nanos);
    }

    public RunPool(int threads, Duration slice) {
        this(threads, slice, System::nanoTime);
    }

    public RunPool(int threads, Duration slice, LongSupplier nanoTime) {
        this.size = threads;
        this.slice = slice.toNanos();
        this.nanoTime = nanoTime;
    }

    /// The clock that slices are measured by, in nanoseconds.
    public long now() {
        return nanoTime.getAsLong();
    }

    synchronized void start() {
        if (!running) {
            running = true;
            for (int i = 1; i <= size; i++) {
                threads.add(Thread.ofPlatform().daemon().name("trainer-" + i).start(this::serve));
            }
        }
    }

    /// Ends the threads; the slices under way are finished first.
    void stop() {
        List<Thread> ending;
        synchronized (this) {
            running = false;
            notifyAll();
            ending = List.copyOf(threads);
            threads.clear();
        }
        try {
            for (Thread thread : ending) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A place in the pool for a job; it gets its first slice when it is woken.
    public Turn enlist(Job job) {
        return new Turn(job);
    }

    private void serve() {
        Turn turn;
        while ((turn = awaitTurn()) != null) {
            work(turn);
        }
    }

    private synchronized @Nullable Turn awaitTurn() {
        while (running) {
            Turn turn = nextDue();
            if (turn != null) {
                return turn;
            }
            pause();
        }
        return null;
    }

    private void pause() {
        try {
            if (queue.isEmpty()) {
                wait();
            } else {
                wait(Math.max(1, Math.ceilDiv(queue.peek().due - nanoTime.getAsLong(), 1_000_000L)));
            }
        } catch (InterruptedException e) {
            running = false; // nobody interrupts these threads but to end them
        }
    }

    /// Takes the turn that is due first; null where none is due now.
    private synchronized @Nullable Turn nextDue() {
        while (isDue(queue.peek())) {
            Turn turn = queue.remove();
            if (turn.debt < slice || !isDue(queue.peek())) {
                turn.debt = turn.debt < slice ? turn.debt : 0;
                turn.working = true;
                return turn;
            }
            turn.debt -= slice;
            turn.queueAfter(0);
        }
        return null;
    }

    private boolean isDue(@Nullable Turn turn) {
        return turn != null && turn.due - nanoTime.getAsLong() <= 0;
    }

    private void work(Turn turn) {
        long begin = nanoTime.getAsLong();
        long wait = IDLE;
        try {
            wait = turn.job.work(slice);
        } catch (RuntimeException | Error e) {
            LOG.error("A job of the pool failed, and gets no more slices.", e);
        }
        long excess = nanoTime.getAsLong() - begin - slice;
        synchronized (this) {
            turn.debt += Math.max(0, excess);
            turn.working = false;
            if (turn.woken || wait != IDLE) {
                turn.queueAfter(turn.woken ? 0 : wait);
                turn.woken = false;
            }
        }
    }

    /// Gives one slice on the calling thread to whoever is due; false where nobody is.
    public boolean serveOne() {
        Turn turn = nextDue();
        if (turn != null) {
            work(turn);
        }
        return turn != null;
    }

    /// One job's place in the pool.
    public final class Turn implements Comparable<Turn> {
        private static final Comparator<Turn> FIRST_DUE =
                ((Comparator<Turn>) (a, b) -> Long.signum(a.due - b.due)).thenComparingLong(turn -> turn.order);

        private final Job job;
        private long due;
        private long order;
        private long debt;
        private boolean working;
        private boolean woken;

        private Turn(Job job) {
            this.job = job;
        }

        /// Gives the job a slice soon: at once where it waits, and once more where it is in the middle of one.
        public void wake() {
            synchronized (RunPool.this) {
                if (working) {
                    woken = true;
                } else if (!queue.remove(this) || due - nanoTime.getAsLong() > 0) {
                    queueAfter(0);
                } else {
                    queue.add(this); // it is due already and keeps its place
                }
            }
        }

        private void queueAfter(long nanos) {
            due = nanoTime.getAsLong() + nanos;
            order = RunPool.this.order++;
            queue.add(this);
            RunPool.this.notifyAll();
        }

        @Override
        public int compareTo(Turn other) {
            return FIRST_DUE.compare(this, other);
        }
    }
}
