package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.Network;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanations;
import org.stepback.nn.replay.Replay;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundState;

/// A playground's steps made again: its own weights bit for bit, with pull, cut links, held weights and edits.
class PlaygroundHistoryTest {
    private static PlaygroundState state(String link) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : link.split("&")) {
            parameters.put(pair.substring(0, pair.indexOf('=')), List.of(pair.substring(pair.indexOf('=') + 1)));
        }
        return PlaygroundLink.read(parameters).state();
    }

    private static double[] weights(Network network) {
        List<Double> all = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            for (double w : network.kernel(layer).data) {
                all.add(w);
            }
            for (double b : network.bias(layer).data) {
                all.add(b);
            }
        }
        return all.stream().mapToDouble(w -> w).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data=circle&hidden=3tanh",
                "data=spiral&hidden=4relu,3tanh&opt=adam",
                "data=xor&hidden=4tanh&reg=l1&rate=0.03",
                "data=gauss&hidden=2tanh&reg=l2&rate=0.1"
            })
    void each_step_finds_the_weights_that_the_run_had(String link) {
        PlaygroundEngine engine = new PlaygroundEngine(state(link));
        for (int i = 0; i < 30; i++) {
            engine.step();
        }
        engine.set(0, 0, 0, 0.75);
        List<double[]> weights = new ArrayList<>(List.of(engine.snapshot().weights()));
        for (int i = 0; i < 120; i++) {
            engine.step();
            weights.add(engine.snapshot().weights());
        }
        PlaygroundHistory past = engine.snapshot().past().orElseThrow();
        Replay replay = past.replay();

        assertThat(replay.firstStep())
                .as("the change by hand is where it begins")
                .isEqualTo(31);
        for (long step : new long[] {150, 31, 90, 89, 88, 149, 32, 120}) {
            assertThat(weights(replay.trace(step).before()))
                    .as("before step %d", step)
                    .containsExactly(weights.get((int) step - 31));
        }
        assertThat(weights(replay.trace(151).before())).containsExactly(weights.get(120));
    }

    @Test
    void another_optimizer_is_where_it_begins_and_its_updates_are_explained_by_its_own_count() {
        PlaygroundEngine engine = new PlaygroundEngine(state("data=circle&hidden=3tanh"));
        for (int i = 0; i < 30; i++) {
            engine.step();
        }
        engine.change(state("data=circle&hidden=3tanh&opt=adam"));
        for (int i = 0; i < 20; i++) {
            engine.step();
        }
        Replay replay = engine.snapshot().past().orElseThrow().replay();

        assertThat(replay.firstStep()).isEqualTo(31);
        assertThat(weights(replay.trace(50).after()))
                .containsExactly(engine.snapshot().weights());
        for (long step : new long[] {31, 32, 50}) {
            Trace trace = replay.trace(step);
            var weight = new Quantity.NewWeight(new Quantity.Weight(0, Quantity.Tensor.KERNEL, 1, 0));
            assertThat(new Explanations(trace).of(weight).combined()).isCloseTo(trace.value(weight), within(1e-15));
        }
    }
}
