package org.stepback.nn;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.regularizer.Regularizer;

@DisplayName("A thousand further steps allocate nothing")
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Each loss behind the first output that fits it, each optimizer, and each output with the first loss.
    static Stream<Arguments> runs() {
        Optimization sgd = Optimization.of(Optimizer.ALL.getFirst());
        return Stream.of(
                        Loss.ALL.stream().map(loss -> Arguments.of(firstOutput(loss), loss, sgd)),
                        Optimizations.ALL.stream()
                                .map(optimizer ->
                                        Arguments.of(firstOutput(Loss.ALL.getFirst()), Loss.ALL.getFirst(), optimizer)),
                        Activation.ALL.stream().map(output -> Arguments.of(output, Loss.ALL.getFirst(), sgd)))
                .flatMap(each -> each);
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
    void allocation(Activation output, Loss loss, Optimization optimizer) {
        assertNothingIsAllocated(
                new Architecture(2, List.of(Runs.dense(5, "tanh"), new Dense(3, output))), loss, optimizer);
    }

    @Test
    void allocation_of_every_layer() {
        Dense last = new Dense(
                3,
                Activation.LINEAR,
                false,
                true,
                Optional.of(new Regularizer.L1L2(0.01, 0.01)),
                Optional.empty(),
                Optional.empty());
        assertNothingIsAllocated(Runs.everyLayer(last), Loss.ALL.getFirst(), Optimization.of(new Adam()));
    }

    private static void assertNothingIsAllocated(Architecture architecture, Loss loss, Optimization optimizer) {
        DMatrixRMaj x = Runs.points(2, 50, 1);
        TrainerSettings settings = new TrainerSettings(loss, optimizer, 16, true, 1);
        Trainer trainer = new Trainer(Runs.network(architecture, 1), settings, x, Runs.targets(loss, 3, x.numCols, 1));
        // Vectors are objects until the compiler has turned them into registers, so we wait for it.
        Awaitility.await("bytes a step: what shuffling an epoch of 4 steps takes at most")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ZERO)
                .until(() -> bytesPerStep(trainer), bytes -> bytes < 32);
    }

    private static long bytesPerStep(Trainer trainer) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < 1_000; step++) {
            trainer.step();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / 1_000;
    }
}
