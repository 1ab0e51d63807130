package org.stepback.training.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeedMeterTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void it_measures_steps_a_second_and_follows_a_change_within_a_second() {
        SpeedMeter meter = new SpeedMeter();
        long step = 0;
        long now = 5 * SECOND;
        assertThat(meter.at(now, step)).isZero();
        for (int i = 0; i < 100; i++) {
            now += SECOND / 100;
            step += 40;
            assertThat(meter.at(now, step)).isCloseTo(4_000, within(1e-6));
        }
        double speed = 0;
        for (int i = 0; i < 101; i++) {
            now += SECOND / 100;
            step += 1;
            speed = meter.at(now, step);
        }
        assertThat(speed).isCloseTo(100, within(1e-6));
    }

    @Test
    void a_pause_is_not_counted_where_the_meter_was_reset() {
        SpeedMeter meter = new SpeedMeter();
        meter.at(0, 0);
        meter.at(SECOND, 100);

        meter.reset();

        assertThat(meter.at(100 * SECOND, 100)).isZero();
        assertThat(meter.at(101 * SECOND, 200)).isCloseTo(100, within(1e-6));
    }
}
