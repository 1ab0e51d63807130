package org.stepback;

import io.micrometer.core.instrument.Metrics;

/// Counts what an operator watches, wherever it happens. The counts are read at the management port.
public final class Meters {
    private Meters() {}

    /// Counts that somebody has come to a limit.
    ///
    /// @param limit one of a few words that stand in the code, never of words that a person sends
    public static void limitHit(String limit) {
        Metrics.counter("stepback.limits.hit", "limit", limit).increment();
    }

    /// Counts that something was stored.
    ///
    /// @param kind `notebook` or `run`
    public static void saved(String kind) {
        Metrics.counter("stepback.saves", "kind", kind).increment();
    }
}
