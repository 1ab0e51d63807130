package org.stepback.exercise.markdown;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The few threads that render long texts, so that a page waits for one of them only so long.
final class RenderWorkers {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 100;

    private final ExecutorService threads;
    private final Duration patience;

    /// @param patience how long a text may take, with its turn
    RenderWorkers(Duration patience) {
        this.patience = patience;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("markdown-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /// Returns what the work gives; empty where it takes too long, or too many wait.
    Optional<String> within(Callable<String> work) {
        Future<String> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException tooMany) {
            return Optional.empty();
        }
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            result.cancel(true);
            return Optional.empty();
        } catch (InterruptedException _) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A text could not be rendered.", failed.getCause());
        }
    }
}
