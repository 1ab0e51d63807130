package org.stepback.nn;

import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/// Small runs for tests.
final class Runs {
    private Runs() {}

    /// Two inputs, five relu units, one sigmoid: the lesson's network.
    static Architecture lesson() {
        return new Architecture(2, List.of(dense(5, "relu"), dense(1, "sigmoid")));
    }

    static Dense dense(int units, String activation) {
        return new Dense(units, Activation.named(activation).orElseThrow());
    }

    static Loss loss(String name) {
        return Loss.named(name).orElseThrow();
    }

    static Network network(Architecture architecture, long seed) {
        return Network.initialized(architecture, new Initializer.GlorotUniform(), seed);
    }

    /// Points from −2 to 2 in each feature.
    static DMatrixRMaj points(int features, int samples, long seed) {
        DMatrixRMaj x = new DMatrixRMaj(features, samples);
        x.setData(new SplittableRandom(seed)
                .doubles((long) features * samples, -2, 2)
                .toArray());
        return x;
    }

    /// 1 where the features' sum is above 0, else 0.
    static DMatrixRMaj sides(DMatrixRMaj x) {
        DMatrixRMaj y = new DMatrixRMaj(1, x.numCols);
        for (int column = 0; column < x.numCols; column++) {
            y.set(0, column, Columns.sum(x, column) > 0 ? 1 : 0);
        }
        return y;
    }

    /// The lesson's network on 2-d points and the side they lie on.
    static Trainer lessonRun(Optimizer optimizer, int samples, int batch, boolean shuffle, long seed) {
        return lessonRun(Optimization.of(optimizer), samples, batch, shuffle, seed);
    }

    static Trainer lessonRun(Optimization optimizer, int samples, int batch, boolean shuffle, long seed) {
        DMatrixRMaj x = points(2, samples, seed);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), optimizer, batch, shuffle, seed);
        return new Trainer(network(lesson(), seed), settings, x, sides(x));
    }
}
