package org.stepback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimedShareTest {
    private Instant now = Instant.parse("2026-12-01T10:00:00Z");
    private final TimedShare share = new TimedShare(2, Duration.ofHours(1), () -> now);

    @Test
    void each_visitor_has_a_share_of_their_own() {
        assertThat(share.take("a")).isTrue();
        assertThat(share.take("a")).isTrue();
        assertThat(share.take("a")).isFalse();
        assertThat(share.take("b")).isTrue();
    }

    @Test
    void what_was_taken_comes_back_after_an_hour_one_by_one() {
        share.take("a");
        now = now.plus(Duration.ofMinutes(30));
        share.take("a");
        now = now.plus(Duration.ofMinutes(30));
        assertThat(share.take("a")).isTrue();
        assertThat(share.take("a")).isFalse();
    }

    @Test
    void what_was_refused_does_not_count() {
        share.take("a");
        share.take("a");
        now = now.plus(Duration.ofMinutes(59));
        share.take("a");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(share.take("a")).isTrue();
    }
}
