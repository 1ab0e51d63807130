package org.stepback.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A clock that a test moves on, for nanoseconds and for instants; each look at the nanoseconds takes a microsecond.
final class ManualTime implements LongSupplier, InstantSource {
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // it overflows after a second

    private final long begin = nanos.get();

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long getAsLong() {
        return nanos.addAndGet(1_000);
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos.get() - begin);
    }
}
