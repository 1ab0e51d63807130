package org.stepback;

import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Counts what an operator watches, wherever it happens. The counts are read at the management port.
public final class Meters {
    private static final Logger SECURITY = LoggerFactory.getLogger("stepback.security");
    private static final OncePerMinute HITS = new OncePerMinute();

    private Meters() {}

    /// Counts and logs that the person who is signed in has come to a limit.
    ///
    /// @param limit one of a few words that stand in the code, never of words that a person sends
    public static void limitHit(String limit) {
        count(limit);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        String visitor = person == null ? "nobody known" : "person " + person.getName();
        HITS.note(limit + " " + visitor, System.nanoTime())
                .ifPresent(times -> SECURITY.warn(
                        "limit hit: {} ({}{})", limit, visitor, times > 1 ? ", " + times + " times" : ""));
    }

    /// Counts that somebody has come to a limit.
    ///
    /// @param limit as of [#limitHit]
    public static void count(String limit) {
        Metrics.counter("stepback.limits.hit", "limit", limit).increment();
    }

    /// Counts that something was stored.
    ///
    /// @param kind `notebook` or `run`
    public static void saved(String kind) {
        Metrics.counter("stepback.saves", "kind", kind).increment();
    }
}
