package org.stepback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {
    private final OncePerMinute events = new OncePerMinute();

    private static long seconds(int seconds) {
        return Long.MAX_VALUE
                - 1_000_000_000L
                + TimeUnit.SECONDS.toNanos(seconds); // an origin of which the clock overflows
    }

    @Test
    void the_first_of_a_kind_is_told_at_once_and_the_next_ones_by_their_number() {
        assertThat(events.note("a", seconds(0))).hasValue(1);
        assertThat(events.note("a", seconds(1))).isEmpty();
        assertThat(events.note("b", seconds(1))).hasValue(1);
        assertThat(events.note("a", seconds(59))).isEmpty();
        assertThat(events.note("a", seconds(61))).hasValue(3);
    }
}
