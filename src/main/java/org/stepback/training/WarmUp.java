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
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Sgd;

/// Trains for a moment in the background as the server starts, so that the first student's run finds compiled code.
///
/// In the first second of a JVM a training is up to a hundred times slower than later: loops in the processor's vectors
/// are fast only once they are compiled.
@Component
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final int STEPS_IN_A_ROW = 20;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final int BATCH = 32; // whole vectors
    private static final int ODD_BATCH = 70; // no multiple of a vector's width, so that all loops are run
    private static final int SAMPLES = 5 * ODD_BATCH + 3;

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
        List<Trainer> trainers = List.of(lesson(), small(), large());
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            for (int step = 0; step < STEPS_IN_A_ROW; step++) {
                trainers.forEach(Trainer::step);
            }
            LockSupport.parkNanos(PAUSE_NANOS); // whoever is there already goes first
        }
        LOG.debug("The trainer is warm after {} steps.", trainers.getFirst().steps());
    }

    /// The network of the first lesson.
    private static Trainer lesson() {
        List<Layer> layers = List.of(dense(5, "relu"), dense(1, "sigmoid"));
        return trainer(layers, "binary_crossentropy", new Adam(), BATCH, waves(1));
    }

    /// A small network in whose loops no number of anything is a multiple of a vector's width.
    private static Trainer small() {
        List<Layer> layers = List.of(dense(5, "relu"), dense(3, "tanh"), dense(1, "sigmoid"));
        return trainer(layers, "binary_crossentropy", new Sgd(), ODD_BATCH, waves(1));
    }

    /// A network whose products go through panels, with a few rows and columns over.
    private static Trainer large() {
        DMatrixRMaj classes = new DMatrixRMaj(3, SAMPLES);
        for (int sample = 0; sample < SAMPLES; sample++) {
            classes.set(sample % 3, sample, 1);
        }
        List<Layer> layers = List.of(dense(66, "relu"), dense(40, "relu"), dense(3, "softmax"));
        return trainer(layers, "categorical_crossentropy", new Adam(), ODD_BATCH, classes);
    }

    private static Layer dense(int units, String activation) {
        return new Dense(units, Activation.named(activation).orElseThrow());
    }

    private static Trainer trainer(List<Layer> layers, String loss, Optimizer rule, int batch, DMatrixRMaj y) {
        Network network = Network.initialized(
                new Architecture(2, layers), Initializer.named("glorot_uniform").orElseThrow(), 1);
        var settings = new TrainerSettings(Loss.named(loss).orElseThrow(), Optimization.of(rule), batch, true, 1);
        return new Trainer(network, settings, waves(2), y);
    }

    /// Some numbers from 0 to 1, rows × samples.
    private static DMatrixRMaj waves(int rows) {
        var matrix = new DMatrixRMaj(rows, SAMPLES);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = (1 + Math.sin(i)) / 2;
        }
        return matrix;
    }
}
