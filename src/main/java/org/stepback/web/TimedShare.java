package org.stepback.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// A share of something that each visitor may do so many times within a time.
public final class TimedShare {
    private final int most;
    private final Duration within;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();
    private Instant swept = Instant.MIN;

    /// @param most how many times each visitor may do it
    /// @param within any time that is so long
    public TimedShare(int most, Duration within, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
    }

    /// Returns false, and counts nothing, where the visitor's share is used up.
    public synchronized boolean take(String visitor) {
        Instant now = clock.instant();
        Instant past = now.minus(within);
        if (swept.isBefore(past)) { // who comes no more is forgotten
            taken.values().removeIf(times -> times.isEmpty() || !times.getLast().isAfter(past));
            swept = now;
        }
        Deque<Instant> mine = taken.computeIfAbsent(visitor, _ -> new ArrayDeque<>());
        while (!mine.isEmpty() && !mine.getFirst().isAfter(past)) {
            mine.removeFirst();
        }
        return mine.size() < most && mine.add(now);
    }
}
