package org.stepback.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;
import org.stepback.nn.replay.Checkpoints;
import org.stepback.nn.replay.Replay;
import org.stepback.nn.replay.ReplaySeek;
import org.stepback.nn.replay.ReplayableTraining;

/// A step far away, made off the page's thread.
class ReplaySeekTest {
    /// A training that ends after some steps, or would need days.
    private record Ending(ReplayableTraining inner, long end, long total) implements ReplayableTraining {
        @Override
        public Trainer trainer() {
            return inner.trainer();
        }

        @Override
        public boolean goesOn() {
            return inner.steps() < end;
        }

        @Override
        public void step() {
            inner.step();
        }

        @Override
        public Trace trace() {
            return inner.trace();
        }

        @Override
        public void restore(Checkpoint checkpoint) {
            inner.restore(checkpoint);
        }

        @Override
        public long totalSteps() {
            return total;
        }
    }

    private final ReplayableTraining plain = new Traces.Plain(Traces.oneStep().trainer());

    private static Replay replay(ReplayableTraining training) {
        return new Replay(training, new Checkpoints(1_000));
    }

    private static void arrive(ReplaySeek approach) {
        Awaitility.await("the step").until(approach::isDone);
        assertThat(approach.progress()).isEqualTo(1);
    }

    @Test
    void it_brings_the_replay_to_the_step() {
        Replay replay = replay(plain);
        arrive(ReplaySeek.begin(replay, 90));
        assertThat(replay.distance(90)).isZero();
        assertThat(replay.trace(90).loss())
                .isEqualTo(Traces.oneStep().walk().replay().trace(90).loss());
    }

    @Test
    void where_the_training_ends_before_it_brings_it_to_the_last_step() {
        Replay replay = replay(new Ending(plain, 40, 100));
        arrive(ReplaySeek.begin(replay, 90));
        assertThat(replay.distance(90)).isZero();
        assertThat(replay.trace(90).step()).isEqualTo(40);
    }

    @Test
    void once_it_is_cancelled_the_replay_is_free() {
        Ending endless = new Ending(plain, Long.MAX_VALUE, Long.MAX_VALUE);
        Replay replay = replay(endless);
        ReplaySeek approach = ReplaySeek.begin(replay, Long.MAX_VALUE);
        Awaitility.await("some steps").until(() -> approach.progress() > 0);
        assertThat(approach.isDone()).isFalse();
        approach.cancel();

        assertThat(replay.trace(3).step()).isEqualTo(3);
        assertThat(endless.steps()).isEqualTo(3);
    }
}
