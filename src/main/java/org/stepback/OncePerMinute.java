package org.stepback;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// Counts equal events, of which one a minute is told.
public final class OncePerMinute {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 1000;

    private record Count(long told, int since) {}

    private final Map<String, Count> counts = LatestMap.of(MOST);

    /// Returns how often the event happened since it was told; empty where it was told within the last minute.
    ///
    /// @param now in nanoseconds, of any origin
    public synchronized OptionalInt note(String event, long now) {
        Count before = counts.get(event);
        if (before != null && now - before.told() < MINUTE) {
            counts.put(event, new Count(before.told(), before.since() + 1));
            return OptionalInt.empty();
        }
        counts.put(event, new Count(now, 0));
        return OptionalInt.of(before == null ? 1 : before.since() + 1);
    }
}
