package org.stepback.storage;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Does each [DailyTask] a minute after the start, and then once a day.
@Component
class DailyCleaning implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCleaning.class);

    private final List<DailyTask> tasks;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

    DailyCleaning(List<DailyTask> tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("daily-cleaning").factory());
        thread.scheduleWithFixedDelay(this::cleanAll, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    void cleanAll() {
        tasks.forEach(this::clean);
    }

    private void clean(DailyTask task) {
        try {
            task.clean(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A daily cleaning did not end and is tried again tomorrow: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
