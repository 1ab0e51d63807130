package org.stepback.training;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.ejml.data.DMatrixRMaj;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stepback.nn.Activation;
import org.stepback.nn.Adam;
import org.stepback.nn.Architecture;
import org.stepback.nn.Dense;
import org.stepback.nn.Initializer;
import org.stepback.nn.Loss;
import org.stepback.nn.Network;
import org.stepback.nn.Optimization;
import org.stepback.nn.Sgd;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;

/// Trains for a moment in the background as the server starts, so that the first student's run finds compiled code.
///
/// In the first second of a JVM a training is up to a hundred times slower than later: loops in the processor's vectors
/// are fast only once they are compiled.
@Component
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int STEPS_IN_A_ROW = 20;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final int BATCH = 30; // no multiple of a vector's width, so that all loops are run

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform()
                .name("warm-up")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(WarmUp::train);
    }

    private static void train() {
        long begun = System.nanoTime();
        List<Trainer> trainers =
                List.of(trainer(5, Optimization.of(new Adam())), trainer(48, Optimization.of(new Sgd())));
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            for (int step = 0; step < STEPS_IN_A_ROW; step++) {
                trainers.forEach(Trainer::step);
            }
            LockSupport.parkNanos(PAUSE_NANOS); // whoever is there already goes first
        }
        LOG.debug("The trainer is warm after {} steps.", trainers.getFirst().steps());
    }

    private static Trainer trainer(int units, Optimization optimizer) {
        Activation relu = Activation.named("relu").orElseThrow();
        Activation tanh = Activation.named("tanh").orElseThrow();
        Activation sigmoid = Activation.named("sigmoid").orElseThrow();
        var architecture =
                new Architecture(2, List.of(new Dense(units, relu), new Dense(units, tanh), new Dense(1, sigmoid)));
        Network network = Network.initialized(
                architecture, Initializer.named("glorot_uniform").orElseThrow(), 1);
        Loss loss = Loss.named("binary_crossentropy").orElseThrow();
        var settings = new TrainerSettings(loss, optimizer, BATCH, true, 1);
        return new Trainer(network, settings, waves(2), waves(1));
    }

    /// Some numbers from 0 to 1, rows × 10 batches.
    private static DMatrixRMaj waves(int rows) {
        var matrix = new DMatrixRMaj(rows, 10 * BATCH);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = (1 + Math.sin(i)) / 2;
        }
        return matrix;
    }
}
