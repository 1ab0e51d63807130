package org.stepback.bench;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.StepReport;
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

/// Stepback's own trainer, with all that a run does between two points of its charts of layers: it takes the batch from
/// a table, sees that every number is finite, and its report has the accuracy and the norms of the biases' gradients
/// besides.
final class Ours implements Contender {
    private static final int BATCHES = 8;

    private final Trainer trainer;

    Ours(Workload workload) {
        this.trainer = trainer(workload);
    }

    static Trainer trainer(Workload workload) {
        double[][] x = workload.x(BATCHES * workload.batch);
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < workload.layers(); layer++) {
            Activation f = Activation.named(workload.activation(layer)).orElseThrow();
            layers.add(new Dense(workload.widths().get(layer + 1), f));
        }
        Network network = Network.initialized(
                new Architecture(workload.inputs(), layers),
                Initializer.named("glorot_uniform").orElseThrow(),
                1);
        Optimizer rule = workload.adam ? new Adam() : new Sgd();
        Optimization optimizer = rule.at(Workload.LEARNING_RATE);
        var settings = new TrainerSettings(loss(workload), optimizer, workload.batch, false, 1);
        return new Trainer(network, settings, columns(x), columns(workload.y(x)));
    }

    private static Loss loss(Workload workload) {
        String name =
                switch (workload.error) {
                    case SQUARED -> "mean_squared_error";
                    case BINARY -> "binary_crossentropy";
                    case CLASSES -> "categorical_crossentropy";
                };
        return Loss.named(name).orElseThrow();
    }

    /// One column a sample.
    private static DMatrixRMaj columns(double[][] samples) {
        DMatrixRMaj matrix = new DMatrixRMaj(samples[0].length, samples.length);
        for (int column = 0; column < samples.length; column++) {
            for (int row = 0; row < matrix.numRows; row++) {
                matrix.set(row, column, samples[column][row]);
            }
        }
        return matrix;
    }

    @Override
    public double step() {
        StepReport report = trainer.step();
        return report.loss() + report.kernelGradientNorm(0);
    }
}
