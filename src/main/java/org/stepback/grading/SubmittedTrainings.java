package org.stepback.grading;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.stepback.LatestMap;
import org.stepback.Meters;
import org.stepback.exercise.RefusedException;

/// Runs trainings again on a few threads, few enough waiting, and remembers what came out.
///
/// Equal work that is asked for twice, at the same time or later, is done once.
final class SubmittedTrainings implements AutoCloseable {
    private static final String BUSY = "Many students are being graded at this moment. Please try again in a minute.";

    private final ThreadPoolExecutor threads;
    private final Map<Object, CompletableFuture<Verdict>> known;

    /// @param waiting how many may wait for a thread; more are refused
    /// @param remembered how many verdicts are kept, those that were used last
    SubmittedTrainings(int threads, int waiting, int remembered) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("grading-", 1).factory());
        this.known = LatestMap.of(remembered);
    }

    /// @param key equal only where the work is
    /// @throws RefusedException where too many wait already
    CompletableFuture<Verdict> verdict(Object key, Supplier<Verdict> work) {
        synchronized (known) {
            CompletableFuture<Verdict> before = known.get(key);
            if (before != null && !failed(before)) {
                return before;
            }
            CompletableFuture<Verdict> verdict = start(work);
            known.put(key, verdict);
            return verdict;
        }
    }

    /// Asked at the next call and not told on completion: whoever waits for a verdict may ask again
    /// before a callback has run.
    private static boolean failed(CompletableFuture<Verdict> verdict) {
        return verdict.isCompletedExceptionally() || verdict.getNow(null) instanceof Verdict.NotGraded;
    }

    private CompletableFuture<Verdict> start(Supplier<Verdict> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException full) {
            Meters.limitHit("gradings");
            throw new RefusedException(BUSY);
        }
    }

    int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
