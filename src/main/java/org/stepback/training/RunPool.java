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
import org.stepback.web.Visitor;

/// A few threads that give many jobs short slices in turn, so that a heavy one never starves the others.
///
/// A job says after each slice when it wants the next; in between it occupies no thread. Jobs that are due are served
/// so that each person gets an equal time, however many jobs that person has ([FairQueue]); a person's own jobs are
/// served in the order in which they fell due. A job is never in two threads at once, and all that one slice wrote is
/// seen by the next.
public final class RunPool {
    /// A job's answer that it wants no slice until it is woken.
    public static final long IDLE = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(RunPool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Comparator<Turn> FIRST_DUE =
            ((Comparator<Turn>) (a, b) -> Long.signum(a.due - b.due)).thenComparingLong(turn -> turn.order);

    private final int size;
    private final long slice;
    private final LongSupplier nanoTime;
    private final List<Thread> threads = new ArrayList<>();

    /// Guarded by this pool's monitor, as are the fields of every turn.
    private final PriorityQueue<Turn> later = new PriorityQueue<>(FIRST_DUE);

    private final FairQueue<Turn> due = new FairQueue<>();
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
    ///
    /// @param owner who shares the pool's time with the owners of other jobs
    public Turn enlist(Job job, Visitor owner) {
        return new Turn(job, owner);
    }

    private void serve() {
        FairQueue.Taken<Turn> turn;
        while ((turn = awaitTurn()) != null) {
            work(turn);
        }
    }

    private synchronized FairQueue.@Nullable Taken<Turn> awaitTurn() {
        while (running) {
            FairQueue.Taken<Turn> turn = nextDue();
            if (turn != null) {
                return turn;
            }
            pause();
        }
        return null;
    }

    private void pause() {
        try {
            if (later.isEmpty()) {
                wait();
            } else {
                wait(Math.max(1, Math.ceilDiv(later.peek().due - nanoTime.getAsLong(), 1_000_000L)));
            }
        } catch (InterruptedException e) {
            running = false; // nobody interrupts these threads but to end them
        }
    }

    /// Takes the turn of whose time it is; null where none is due now.
    private synchronized FairQueue.@Nullable Taken<Turn> nextDue() {
        gather();
        if (due.isEmpty()) {
            return null;
        }
        FairQueue.Taken<Turn> next = due.take(slice);
        next.job().state = State.WORKING;
        return next;
    }

    private void gather() {
        while (!later.isEmpty() && later.peek().due - nanoTime.getAsLong() <= 0) {
            Turn turn = later.remove();
            turn.state = State.DUE;
            due.add(turn.owner, turn);
        }
    }

    private void work(FairQueue.Taken<Turn> taken) {
        Turn turn = taken.job();
        long begin = nanoTime.getAsLong();
        long wait = IDLE;
        try {
            wait = turn.job.work(slice);
        } catch (RuntimeException | Error e) {
            LOG.error("A job of the pool failed, and gets no more slices.", e);
        }
        synchronized (this) {
            due.done(taken, nanoTime.getAsLong() - begin);
            turn.state = State.IDLE;
            if (turn.woken || wait != IDLE) {
                turn.queueAfter(turn.woken ? 0 : wait);
                turn.woken = false;
            }
        }
    }

    /// Gives one slice on the calling thread to whoever is due; false where nobody is.
    public boolean serveOne() {
        FairQueue.Taken<Turn> turn = nextDue();
        if (turn != null) {
            work(turn);
        }
        return turn != null;
    }

    private enum State {
        IDLE,
        LATER,
        DUE,
        WORKING
    }

    /// One job's place in the pool.
    public final class Turn {
        private final Job job;
        private final Visitor owner;
        private State state = State.IDLE;
        private long due;
        private long order;
        private boolean woken;

        private Turn(Job job, Visitor owner) {
            this.job = job;
            this.owner = owner;
        }

        /// Gives the job a slice soon: at once where it waits, and once more where it is in the middle of one.
        public void wake() {
            synchronized (RunPool.this) {
                gather();
                if (state == State.WORKING) {
                    woken = true;
                } else if (state != State.DUE) {
                    later.remove(this);
                    queueAfter(0);
                }
            }
        }

        private void queueAfter(long nanos) {
            state = State.LATER;
            due = nanoTime.getAsLong() + nanos;
            order = RunPool.this.order++;
            later.add(this);
            RunPool.this.notifyAll();
        }
    }
}
