package org.stepback.grading;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.stepback.LatestMap;
import org.stepback.Meters;
import org.stepback.exercise.RefusedException;

/// Runs trainings again on a few threads, and remembers what came out.
///
/// Equal work that is asked for twice, at the same time or later, is done once.
final class SubmittedTrainings implements AutoCloseable {
    private static final String BUSY = "Many students are being graded at this moment. Please try again in a minute.";

    private final ThreadPoolExecutor threads;
    private final int mostWaiting;
    private final Map<Object, CompletableFuture<Verdict>> known;

    /// @param mostWaiting how many may wait for a thread; more are refused, but for those that are handed in
    /// @param remembered how many verdicts are kept, those that were used last
    SubmittedTrainings(int threads, int mostWaiting, int remembered) {
        this.mostWaiting = mostWaiting;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("grading-", 1).factory());
        this.known = LatestMap.of(remembered);
    }

    /// @param key equal only where the work is
    /// @param patient whether it waits its turn however many wait already
    /// @throws RefusedException where it is not patient, and too many wait already
    CompletableFuture<Verdict> verdict(Object key, boolean patient, Supplier<Verdict> work) {
        synchronized (known) {
            CompletableFuture<Verdict> before = known.get(key);
            if (before != null && !failed(before)) {
                return before;
            }
            CompletableFuture<Verdict> verdict = start(patient, work);
            known.put(key, verdict);
            return verdict;
        }
    }

    /// Asked at the next call and not told on completion: whoever waits for a verdict may ask again
    /// before a callback has run.
    private static boolean failed(CompletableFuture<Verdict> verdict) {
        return verdict.isCompletedExceptionally() || verdict.getNow(null) instanceof Verdict.NotGraded;
    }

    private CompletableFuture<Verdict> start(boolean patient, Supplier<Verdict> work) {
        if (!patient && waiting() >= mostWaiting) {
            Meters.limitHit("gradings");
            throw new RefusedException(BUSY);
        }
        return CompletableFuture.supplyAsync(work, threads);
    }

    int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
