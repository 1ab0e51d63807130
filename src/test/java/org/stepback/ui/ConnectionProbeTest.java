package org.stepback.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionProbeTest {
    private long now;
    private final ConnectionProbe probe = new ConnectionProbe(new UI(), () -> now);

    @Test
    void a_page_that_answers_is_there_and_one_that_does_not_is_gone_within_a_minute() {
        Runnable answer = probe.sent();
        pass(44);
        assertThat(probe.isHeard()).isTrue();
        pass(2);
        assertThat(probe.isHeard()).isFalse();

        answer.run(); // to what was sent at the start
        assertThat(probe.isHeard()).isFalse();
        probe.sent().run();
        assertThat(probe.isHeard()).isTrue();
    }

    @Test
    void a_page_that_nothing_is_sent_to_is_asked_for_a_sign_long_before_it_counts_as_gone() {
        pass(14);
        assertThat(probe.isToAsk()).isFalse();
        pass(2);
        assertThat(probe.isToAsk()).isTrue();
        assertThat(probe.isToAsk()).isFalse();
        pass(4);
        assertThat(probe.isToAsk()).isTrue();
        assertThat(probe.isHeard()).isTrue();
    }

    @Test
    void an_answer_that_is_three_seconds_late_is_asked_for() {
        pass(4);
        Runnable answer = probe.sent();
        pass(2);
        assertThat(probe.isToAsk()).isFalse();
        pass(2);
        assertThat(probe.isToAsk()).isTrue();
        answer.run();
        pass(4);
        assertThat(probe.isToAsk()).isFalse();
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
