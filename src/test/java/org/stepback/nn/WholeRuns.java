package org.stepback.nn;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;

/// Trains in a Java of its own, and prints the form of its kernels and a hash of all bits of each run.
public final class WholeRuns {
    private WholeRuns() {}

    public static void main(String[] args) {
        System.out.println(Kernels.BEST.name());
        for (Optimization optimizer : Optimizations.ALL) {
            print(Runs.run(Runs.everyLayer(Runs.dense(1, "sigmoid")), optimizer, 45, 16, true, 5));
        }
        for (Loss loss : Loss.ALL) {
            Activation.ALL.stream()
                    .filter(output -> loss.misfit(3, output).isEmpty())
                    .forEach(output -> print(run(loss, output)));
        }
    }

    private static Trainer run(Loss loss, Activation output) {
        Architecture architecture =
                new Architecture(5, List.of(Runs.dense(33, "relu"), Runs.dense(17, "tanh"), new Dense(3, output)));
        DMatrixRMaj x = Runs.points(5, 45, 1);
        var settings = new TrainerSettings(loss, new Adam(), 19, true, 1);
        return new Trainer(Runs.network(architecture, 1), settings, x, Runs.targets(loss, 3, 45, 1));
    }

    private static void print(Trainer trainer) {
        long hash = 0;
        for (int step = 0; step < 30 && trainer.nonFinite().isEmpty(); step++) {
            hash = 31 * hash + Double.hashCode(trainer.step().loss());
        }
        Checkpoint end = trainer.checkpoint();
        System.out.println(hash + " " + Arrays.hashCode(end.weights()) + " " + Arrays.hashCode(end.optimizerState()));
    }
}
