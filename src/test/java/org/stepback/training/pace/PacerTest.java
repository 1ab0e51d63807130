package org.stepback.training.pace;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void full_speed_always_owes_another_step() {
        Pacer pacer = new Pacer(Pace.FULL, 0);

        assertThat(pacer.due(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(pacer.untilNext(0)).isZero();
    }

    @Test
    void ten_steps_a_second_fall_due_a_tenth_of_a_second_apart() {
        Pacer pacer = new Pacer(new Pace(10), 0);

        assertThat(pacer.due(0)).isEqualTo(1);
        pacer.took(1);
        assertThat(pacer.due(0)).isZero();
        assertThat(pacer.untilNext(0)).isEqualTo(SECOND / 10);
        assertThat(pacer.due(SECOND / 10 - 1)).isZero();
        assertThat(pacer.due(SECOND / 10)).isEqualTo(1);
    }

    @Test
    void a_run_that_was_held_up_makes_up_for_a_quarter_of_a_second_and_no_more() {
        Pacer pacer = new Pacer(new Pace(1_000), 0);

        assertThat(pacer.due(60 * SECOND)).isEqualTo(250);
        pacer.took(250);
        assertThat(pacer.due(60 * SECOND)).isZero();
        assertThat(pacer.due(61 * SECOND)).isEqualTo(250);
    }

    @Property
    void whoever_takes_what_is_due_when_it_is_due_takes_the_pace_in_steps_each_second(
            @ForAll @IntRange(min = 1, max = 5_000) int rate, @ForAll @LongRange(min = -1, max = 1) long sign) {
        long start = sign * (Long.MAX_VALUE - SECOND); // the clock may overflow on the way
        Pacer pacer = new Pacer(new Pace(rate), start);
        long now = start;
        long taken = 0;
        while (now - start < 10 * SECOND) {
            long due = pacer.due(now);
            assertThat(due).isPositive();
            pacer.took(due);
            taken += due;
            long wait = pacer.untilNext(now);
            assertThat(wait).isPositive();
            now += wait;
        }

        long bunch = rate / 50 + 1;
        assertThat(taken).isBetween(10L * rate - bunch, 10L * rate + bunch);
    }
}
