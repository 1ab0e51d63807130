package org.stepback.training.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingClockTest {
    @Test
    void gives_the_moments_after_a_step() {
        TrainingClock clock = new TrainingClock();
        clock.add(0, 0.1);
        clock.add(5, 0.2);
        clock.add(9, 0.4);

        assertThat(clock.since(-1).step()).containsExactly(0, 5, 9);
        assertThat(clock.since(5).seconds()).containsExactly(0.4);
        assertThat(clock.now()).isEqualTo(0.4);
    }

    @Test
    void a_step_at_which_the_run_stood_still_is_noted_once() {
        TrainingClock clock = new TrainingClock();
        clock.add(5, 0.2);
        clock.add(5, 0.3);

        assertThat(clock.since(-1).seconds()).containsExactly(0.3);
    }

    @Property(tries = 50)
    void is_bounded_rises_and_comes_back_as_it_was(@ForAll @IntRange(min = 0, max = 2_000) int moments)
            throws IOException {
        TrainingClock clock = new TrainingClock();
        for (int i = 1; i <= moments; i++) {
            clock.add(7L * i, 0.015 * i);
        }
        TrainingClock back = new TrainingClock();
        back.read(new DataInputStream(new ByteArrayInputStream(bytes(clock))));

        assertThat(back.since(-1).step()).isEqualTo(clock.since(-1).step());
        assertThat(back.since(-1).seconds()).isEqualTo(clock.since(-1).seconds());
        assertThat(clock.since(-1).step())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(TrainingClock.CAPACITY);
        for (int i = 0; i < clock.since(-1).step().length; i++) {
            assertThat(clock.since(-1).seconds()[i])
                    .isEqualTo(0.015 * (clock.since(-1).step()[i] / 7));
        }
        assertThat(clock.now()).isEqualTo(0.015 * moments);
    }

    @Test
    void refuses_more_moments_than_it_holds() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeInt(TrainingClock.CAPACITY + 1);

        assertThatThrownBy(() ->
                        new TrainingClock().read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class);
    }

    private static byte[] bytes(TrainingClock clock) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        clock.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
