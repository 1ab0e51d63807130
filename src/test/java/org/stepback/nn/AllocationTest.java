package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A thousand further steps allocate nothing")
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Each loss behind the first output that fits it, with each optimizer; each output with the first loss.
    static Stream<Arguments> runs() {
        List<Optimizer> optimizers = List.of(new Optimizer.Sgd(), new Optimizer.Sgd(.01, .9), new Optimizer.Adam());
        return Stream.concat(
                Loss.ALL.stream().flatMap(loss -> optimizers.stream()
                        .map(optimizer -> Arguments.of(firstOutput(loss), loss, optimizer))),
                Activation.ALL.stream()
                        .map(output -> Arguments.of(output, Loss.ALL.getFirst(), optimizers.getFirst())));
    }

    private static Activation firstOutput(Loss loss) {
        return Activation.ALL.stream()
                .filter(output -> loss.misfit(3, output).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// With a partial last batch and a shuffle each epoch.
    @ParameterizedTest
    @MethodSource("runs")
    void allocation(Activation output, Loss loss, Optimizer optimizer) {
        DMatrixRMaj x = Runs.points(2, 50, 1);
        Architecture architecture = new Architecture(2, List.of(Runs.dense(5, "tanh"), new Dense(3, output)));
        TrainerSettings settings = new TrainerSettings(loss, optimizer, 16, true, 1);
        Trainer trainer = new Trainer(Runs.network(architecture, 1), settings, x, Runs.targets(loss, 3, x.numCols, 1));
        for (int step = 0; step < 200; step++) {
            trainer.step();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < 1_000; step++) {
            trainer.step();
        }
        long perStep = (THREADS.getCurrentThreadAllocatedBytes() - before) / 1_000;
        assertThat(perStep).as("bytes a step").isLessThan(32); // what shuffling an epoch of 4 steps takes
    }
}
