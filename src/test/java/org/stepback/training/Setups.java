package org.stepback.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepback.data.Dataset;
import org.stepback.data.Generator;
import org.stepback.data.Split;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Source;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Callback;
import org.stepback.nn.Monitor;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.optimizer.Sgd;

/// Setups of runs for the tests.
final class Setups {
    private Setups() {}

    /// 40 training samples in 3 steps an epoch, the last of them with fewer samples; 10 to validate.
    static RunSetup small(int epochs) {
        return classify(50, 16, epochs, 0.2, new Adam().at(0.01), 5);
    }

    /// Nothing to validate with.
    static RunSetup unvalidated(int epochs) {
        return classify(50, 16, epochs, 0, new Adam(), 5);
    }

    /// [#small] after seven steps of plain gradient descent.
    static RunSetup fork(int epochs) {
        return small(epochs).forkOf(classify(50, 16, epochs, 0.2, new Sgd(), 5), 7);
    }

    /// [#small] with a learning rate that halves with each step.
    static RunSetup scheduled(int epochs) {
        Optimization halving = Optimization.of(new Sgd()).with(new Schedule.ExponentialDecay(0.1, 1, 0.5, false));
        return classify(50, 16, epochs, 0.2, halving, 5);
    }

    /// Many times the work of [#small] in each step.
    static RunSetup heavy(int epochs) {
        return classify(2_000, 500, epochs, 0.2, new Sgd(), 128, 128);
    }

    /// One sample a step, so that steps are many and short.
    static RunSetup manySteps(int epochs) {
        return classify(125, 1, epochs, 0.2, new Sgd(), 2);
    }

    /// Layers that are random and that keep statistics, weights of classes, and callbacks that end the run early.
    static RunSetup watched(int epochs) {
        RunSetup plain = classify(50, 16, epochs, 0.2, new Adam().at(0.3), 5);
        List<Layer> layers = List.of(
                new Dense(6, new Activation.Tanh()),
                new BatchNormalization(),
                new Dropout(0.3),
                new GaussianNoise(0.1),
                new Dense(1, new Activation.Sigmoid()));
        Monitor loss = Monitor.ALL.getFirst();
        return setup(
                new Split(plain.train(), plain.validation()),
                layers,
                plain.settings()
                        .withClassWeights(Map.of(0, 2.0))
                        .with(List.of(
                                new Callback.ReduceLrOnPlateau(loss, 0.5, 1, 0, 0, 0),
                                new Callback.EarlyStopping(loss, 0, 4, OptionalDouble.empty(), true, 0))),
                epochs);
    }

    /// A regression that grows without bounds.
    static RunSetup diverging() {
        return setup(
                Generator.PLANE.generate(50, 0, 1).split(0.2),
                List.of(new Dense(3, new Activation.Linear()), new Dense(1, new Activation.Linear())),
                new TrainerSettings(new Loss.MeanSquaredError(), new Sgd().at(100), 10, true, 3),
                1_000);
    }

    static RunSetup classify(
            int samples, int batch, int epochs, double validation, Optimizer optimizer, int... hiddenUnits) {
        return classify(samples, batch, epochs, validation, Optimization.of(optimizer), hiddenUnits);
    }

    static RunSetup classify(
            int samples, int batch, int epochs, double validation, Optimization optimizer, int... hiddenUnits) {
        Dataset moons = Generator.TWO_MOONS.generate(samples, 0.1, 7);
        List<Layer> layers = new ArrayList<>();
        for (int units : hiddenUnits) {
            layers.add(new Dense(units, new Activation.Relu()));
        }
        layers.add(new Dense(1, new Activation.Sigmoid()));
        return setup(
                moons.split(validation),
                layers,
                new TrainerSettings(new Loss.BinaryCrossentropy(), optimizer, batch, true, 3),
                epochs);
    }

    private static RunSetup setup(Split split, List<Layer> layers, TrainerSettings settings, int epochs) {
        var open = new Access(Set.of());
        var data = new Cell.Data("data", "", new Source.Literal(List.of(), List.of(), List.of()), 0, open);
        var net = new Cell.Net("net", "data", layers, new Initializer.GlorotUniform(), 1, List.of(), open);
        var train = new Cell.Train(
                "fit",
                "net",
                "data",
                settings.loss(),
                settings.optimizer(),
                settings.batchSize(),
                epochs,
                settings.shuffle(),
                settings.seed(),
                settings.classWeights(),
                settings.callbacks(),
                open);
        return new RunSetup(
                "exercise",
                "{\"epochs\":" + epochs + "}",
                new TrainingSpec(
                        "", train, net, data, net.architecture(split.train().inputs()), split));
    }
}
