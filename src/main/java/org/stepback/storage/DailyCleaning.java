package org.stepback.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.stepback.Rounds;

/// Does each [DailyTask] a minute after the start, and then once a day.
@Component
class DailyCleaning extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCleaning.class);

    private final List<DailyTask> tasks;
    private final Clock clock;

    DailyCleaning(List<DailyTask> tasks, Clock clock) {
        super("daily-cleaning", Duration.ofMinutes(1), Duration.ofDays(1));
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    protected void round() {
        tasks.forEach(this::clean);
    }

    private void clean(DailyTask task) {
        try {
            task.clean(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A daily cleaning did not end and is tried again tomorrow: {}", e.getMessage());
        }
    }
}
