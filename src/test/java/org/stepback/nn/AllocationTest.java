package org.stepback.nn;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A thousand further steps allocate nothing")
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Activation> outputs() {
        return Activation.ALL.stream();
    }

    /// Every loss and optimizer behind every output activation, with a partial last batch and a shuffle each epoch.
    @ParameterizedTest
    @MethodSource("outputs")
    void allocation(Activation output) {
        for (Trainer trainer : trainers(output)) {
            // Vectors are objects until the compiler has turned them into registers, so we wait for it.
            Awaitility.await("bytes a step: what shuffling an epoch of 4 steps takes at most")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ZERO)
                    .until(() -> bytesPerStep(trainer), bytes -> bytes < 32);
        }
    }

    private static long bytesPerStep(Trainer trainer) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < 1_000; step++) {
            trainer.step();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / 1_000;
    }

    private static List<Trainer> trainers(Activation output) {
        DMatrixRMaj x = Runs.points(2, 50, 1);
        DMatrixRMaj y = new DMatrixRMaj(3, 50);
        for (int column = 0; column < 50; column++) {
            y.set(column % 3, column, 1);
        }
        Architecture architecture = new Architecture(2, List.of(Runs.dense(5, "tanh"), new Dense(3, output)));
        List<Trainer> trainers = new ArrayList<>();
        for (Loss loss : Loss.ALL) {
            if (loss.misfit(3, output).isEmpty()) {
                for (Optimization optimizer : Optimizations.ALL) {
                    TrainerSettings settings = new TrainerSettings(loss, optimizer, 16, true, 1);
                    trainers.add(new Trainer(Runs.network(architecture, 1), settings, x, y));
                }
            }
        }
        return trainers;
    }
}
