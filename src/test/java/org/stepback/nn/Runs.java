package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;

/// Small runs for tests.
public final class Runs {
    private Runs() {}

    /// Two inputs, five relu units, one sigmoid: the lesson's network.
    public static Architecture lesson() {
        return new Architecture(2, List.of(dense(5, "relu"), dense(1, "sigmoid")));
    }

    /// Every kind of layer before a last one.
    static Architecture everyLayer(Dense last) {
        List<Layer> layers = new ArrayList<>(List.of(dense(6, "tanh")));
        layers.addAll(Layer.ALL);
        layers.add(last);
        return new Architecture(2, layers);
    }

    public static Dense dense(int units, String activation) {
        return new Dense(units, Activation.named(activation).orElseThrow());
    }

    public static Loss loss(String name) {
        return Loss.named(name).orElseThrow();
    }

    public static Network network(Architecture architecture, long seed) {
        return Network.initialized(architecture, new Initializer.GlorotUniform(), seed);
    }

    /// Weights from Keras's layout, in which the kernel is inputs × units.
    public static Weights fromKeras(double[][] kernel, double[] bias) {
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(new DMatrixRMaj(kernel), null);
        return new Weights(transposed, new DMatrixRMaj(bias.length, 1, true, bias));
    }

    /// Points from −2 to 2 in each feature.
    public static DMatrixRMaj points(int features, int samples, long seed) {
        DMatrixRMaj x = new DMatrixRMaj(features, samples);
        x.setData(new SplittableRandom(seed)
                .doubles((long) features * samples, -2, 2)
                .toArray());
        return x;
    }

    /// 1 where the features' sum is above 0, else 0.
    public static DMatrixRMaj sides(DMatrixRMaj x) {
        DMatrixRMaj y = new DMatrixRMaj(1, x.numCols);
        for (int column = 0; column < x.numCols; column++) {
            y.set(0, column, Columns.sum(x, column) > 0 ? 1 : 0);
        }
        return y;
    }

    /// Targets that suit a loss: what a network with so many outputs could learn.
    public static DMatrixRMaj targets(Loss loss, int outputs, int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj y = new DMatrixRMaj(loss.targetRows(outputs), samples);
        for (int column = 0; column < samples; column++) {
            int right = random.nextInt(outputs);
            for (int row = 0; row < y.numRows; row++) {
                double target =
                        switch (loss.targets()) {
                            case NUMBERS -> random.nextDouble(-2, 2);
                            case NOT_NEGATIVE -> random.nextInt(4);
                            case NOT_ZERO -> random.nextDouble(0.5, 2) * (random.nextBoolean() ? 1 : -1);
                            case PROBABILITIES -> row == right ? 1 : 0;
                            case SIGNS -> random.nextBoolean() ? 1 : -1;
                            case CLASS_NUMBERS -> right;
                        };
                y.set(row, column, target);
            }
        }
        return y;
    }

    /// The lesson's network on 2-d points and the side they lie on.
    static Trainer lessonRun(Optimizer optimizer, int samples, int batch, boolean shuffle, long seed) {
        return lessonRun(Optimization.of(optimizer), samples, batch, shuffle, seed);
    }

    static Trainer lessonRun(Optimization optimizer, int samples, int batch, boolean shuffle, long seed) {
        return run(lesson(), optimizer, samples, batch, shuffle, seed);
    }

    /// A network of one probability on 2-d points and the side they lie on.
    static Trainer run(
            Architecture architecture, Optimization optimizer, int samples, int batch, boolean shuffle, long seed) {
        DMatrixRMaj x = points(2, samples, seed);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), optimizer, batch, shuffle, seed);
        return new Trainer(network(architecture, seed), settings, x, sides(x));
    }
}
