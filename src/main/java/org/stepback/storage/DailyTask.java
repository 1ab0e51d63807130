package org.stepback.storage;

import java.time.Instant;

/// Deletes what nobody comes back for.
@FunctionalInterface
public interface DailyTask {
    void clean(Instant now);
}
