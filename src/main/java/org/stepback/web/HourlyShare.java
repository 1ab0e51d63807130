package org.stepback.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// A share of something that each visitor may do so many times within an hour.
public final class HourlyShare {
    private static final Duration HOUR = Duration.ofHours(1);

    private final int most;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    /// @param most how many times each visitor may do it within any hour
    public HourlyShare(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /// Returns false, and counts nothing, where the visitor's share of the last hour is used up.
    public synchronized boolean take(String visitor) {
        Instant now = clock.instant();
        Instant past = now.minus(HOUR);
        taken.values().forEach(times -> times.removeIf(time -> !time.isAfter(past)));
        taken.values().removeIf(Deque::isEmpty);
        Deque<Instant> mine = taken.computeIfAbsent(visitor, _ -> new ArrayDeque<>());
        return mine.size() < most && mine.add(now);
    }
}
