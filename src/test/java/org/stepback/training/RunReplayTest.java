package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trace;
import org.stepback.nn.replay.Replay;
import org.stepback.trace.Walk;

/// The past of a run, made again from its seed and its checkpoints: the same bits, in whichever order one goes.
class RunReplayTest {
    static List<RunSetup> setups() {
        return List.of(Setups.small(6), Setups.fork(6), Setups.scheduled(5), Setups.watched(9), Setups.manySteps(2));
    }

    /// The weights after each step of the run itself, step 0 among them.
    private static List<Checkpoint> run(RunSetup setup) {
        RunEngine engine = new RunEngine(setup);
        List<Checkpoint> all = new ArrayList<>(List.of(engine.checkpoint()));
        while (!engine.isDone()) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
                all.add(engine.checkpoint());
            }
        }
        return all;
    }

    private static double[] weights(Trace trace, boolean afterwards) {
        var network = afterwards ? trace.after() : trace.before();
        List<double[]> all = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            all.add(network.kernel(layer).data);
            all.add(network.bias(layer).data);
            network.weights(layer).statistics().stream()
                    .map(DMatrixRMaj::getData)
                    .forEach(all::add);
        }
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static void assertIsStep(Trace trace, long step, List<Checkpoint> run) {
        assertThat(trace.step()).isEqualTo(step);
        assertThat(weights(trace, false))
                .containsExactly(run.get((int) step - 1).weights());
        assertThat(weights(trace, true)).containsExactly(run.get((int) step).weights());
    }

    @ParameterizedTest
    @MethodSource("setups")
    void forward_and_back_in_any_order_each_step_is_the_runs_own_bit_for_bit(RunSetup setup) {
        List<Checkpoint> run = run(setup);
        Replay replay = setup.replay();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 120; i++) {
            long step = random.nextInt(1, run.size());
            assertIsStep(replay.trace(step), step, run);
        }
        for (long step = run.size() - 1; step >= 1; step--) {
            assertIsStep(replay.trace(step), step, run);
        }
    }

    @Test
    void another_optimizer_begins_its_count_where_a_fork_leaves_the_past() {
        List<Checkpoint> run = run(Setups.fork(6));

        assertThat(run.get(7).updates()).isZero();
        assertThat(run.get(10).updates()).isEqualTo(3);
        double[] before = run.get(7).weights();
        double[] after = run.get(8).weights();
        double farthest = 0;
        for (int i = 0; i < before.length; i++) {
            farthest = Math.max(farthest, Math.abs(after[i] - before[i]));
        }
        // Adam's first step is the learning rate, whatever the gradient
        assertThat(farthest).isCloseTo(0.01, within(1e-5)).isLessThanOrEqualTo(0.01);
    }

    @Test
    void a_training_that_ends_early_has_no_steps_beyond_its_end() {
        RunSetup setup = Setups.watched(60);
        List<Checkpoint> run = run(setup);
        assertThat(run.size() - 1).as("it ends early").isLessThan((int) setup.totalSteps());

        Walk walk = new Walk(setup.replay());
        walk.toStep(setup.totalSteps());

        assertThat(walk.trace().step()).isEqualTo(run.size() - 1);
        assertThat(walk.last()).isEqualTo(run.size() - 1);
        assertIsStep(walk.trace(), walk.step(), run);
    }

    @Test
    void where_a_number_overflows_the_last_step_is_the_one_that_made_it() {
        RunSetup setup = Setups.diverging();
        Walk walk = new Walk(setup.replay());
        walk.toStep(setup.totalSteps());

        Trace last = walk.trace();

        assertThat(last.step()).isEqualTo(walk.last()).isLessThan(setup.totalSteps());
        assertThat(last.loss()).isNotFinite();
        walk.toStep(walk.step() - 1);
        assertThat(walk.trace().loss()).isFinite();
    }

    @Test
    void it_is_never_far_to_the_step_before() {
        RunSetup setup = Setups.manySteps(40);
        Replay replay = setup.replay();
        long made = 0;
        replay.trace(4_000);
        for (long step = 3_999; step > 3_000; step--) {
            made += replay.distance(step);
            replay.trace(step);
        }
        assertThat(made).as("steps made again for 1,000 steps back").isLessThan(12_000);
    }
}
