package org.stepback.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.playground.setting.Input;
import org.stepback.playground.setting.LearningTask;
import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundSetting.Effect;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.PointPattern;
import org.stepback.playground.setting.Samples;
import org.stepback.playground.setting.StepUnit;

/// The training of a state: its points, its network before the first step, and how it learns.
///
/// @param training the points that are learnt from
/// @param test those that are held out
/// @param split both as the trainer takes them
public record Setup(
        PlaygroundState state,
        Samples training,
        Samples test,
        Split split,
        Architecture architecture,
        TrainerSettings settings) {
    private static final double FIRST_BIAS = 0.1;

    static Setup of(PlaygroundState state) {
        Samples all = state.get(PlaygroundSettings.DATA).draw(state);
        int training = Math.max(Math.min(1, all.size()), all.size() * state.get(PlaygroundSettings.TRAIN) / 100);
        Samples first = all.part(0, training);
        Samples rest = all.part(training, all.size());
        Loss loss = loss(state);
        Architecture architecture = architecture(state, loss);
        List<Input> inputs = state.get(PlaygroundSettings.INPUTS);
        double no = architecture.output().activation() instanceof Activation.Sigmoid ? 0 : -1;
        int batch = Math.clamp(training, 1, batchSize(state));
        int stepsPerEpoch = Math.max(1, Math.ceilDiv(training, batch));
        return new Setup(
                state,
                first,
                rest,
                new Split(dataset(first, inputs, no), dataset(rest, inputs, no)),
                architecture,
                new TrainerSettings(loss, optimization(state, stepsPerEpoch), batch, false, 0));
    }

    /// The same under a state that differs in its view alone.
    Setup seenAs(PlaygroundState other) {
        return new Setup(other, training, test, split, architecture, settings);
    }

    /// The chosen loss where it fits the problem, or else the problem's first.
    public static Loss loss(PlaygroundState state) {
        List<Loss> fitting = state.problem().losses();
        return state.get(PlaygroundSettings.LOSS).filter(fitting::contains).orElse(fitting.getFirst());
    }

    /// Returns the size of a mini-batch, if there are as many points.
    static int batchSize(PlaygroundState state) {
        return state.get(PlaygroundSettings.STEP) == StepUnit.SAMPLE ? 1 : state.get(PlaygroundSettings.BATCH);
    }

    /// One, or one for each of several classes.
    static int outputs(PlaygroundState state) {
        if (state.problem() != LearningTask.CLASSES) {
            return 1;
        }
        return state.get(PlaygroundSettings.DATA) == PointPattern.OWN
                ? state.get(PlaygroundSettings.POINTS).classes()
                : state.get(PlaygroundSettings.CLASSES);
    }

    /// Returns the effect of a change on the network of the page: the most that any of the changed settings has.
    public static Effect effect(PlaygroundState before, PlaygroundState after) {
        boolean sameShape = batchSize(before) == batchSize(after)
                && before.problem() == after.problem()
                && outputs(before) == outputs(after);
        Effect most = sameShape ? Effect.VIEW : Effect.NETWORK;
        for (PlaygroundSetting<?> setting : PlaygroundSettings.ALL) {
            boolean same = before.get(setting).equals(after.get(setting));
            most = same || setting.effect().compareTo(most) < 0 ? most : setting.effect();
        }
        return most;
    }

    private static Architecture architecture(PlaygroundState state, Loss loss) {
        Stream<Layer> hidden = state.get(PlaygroundSettings.HIDDEN).stream()
                .map(layer -> new Dense(layer.units(), layer.activation()));
        Layer output = new Dense(outputs(state), state.problem().output(loss));
        return new Architecture(
                state.get(PlaygroundSettings.INPUTS).size(),
                Stream.concat(hidden, Stream.of(output)).toList());
    }

    private static Optimization optimization(PlaygroundState state, int stepsPerEpoch) {
        Optimizer rule = state.get(PlaygroundSettings.OPTIMIZER);
        if (rule instanceof Sgd) {
            rule = new Sgd(state.get(PlaygroundSettings.MOMENTUM), false);
        }
        long over = (long) state.get(PlaygroundSettings.OVER) * stepsPerEpoch;
        return new Optimization(
                rule,
                state.get(PlaygroundSettings.SCHEDULE).from(state.get(PlaygroundSettings.LEARNING_RATE), over),
                new Clipping.None(),
                rule.defaultWeightDecay());
    }

    private static Dataset dataset(Samples samples, List<Input> inputs, double no) {
        DMatrixRMaj x = new DMatrixRMaj(inputs.size(), samples.size());
        boolean oneHot = samples.classes() > 2;
        DMatrixRMaj y = new DMatrixRMaj(oneHot ? samples.classes() : 1, samples.size());
        for (int i = 0; i < samples.size(); i++) {
            for (int row = 0; row < inputs.size(); row++) {
                x.set(row, i, inputs.get(row).of(samples.x()[i], samples.y()[i]));
            }
            double label = samples.label()[i];
            if (oneHot) {
                y.set((int) label, i, 1);
            } else {
                y.set(0, i, samples.classes() > 0 && label == 0 ? no : label);
            }
        }
        List<String> classes = IntStream.rangeClosed(1, samples.classes())
                .mapToObj(String::valueOf)
                .toList();
        return new Dataset(x, y, inputs.stream().map(Input::key).toList(), classes);
    }

    /// Returns whether there is nothing to learn from: a person has not put any points on the plane yet.
    boolean isEmpty() {
        return training.size() == 0;
    }

    /// The trainer before its first step. It wants a sample, even one that it is never shown.
    Trainer trainer() {
        DMatrixRMaj x = isEmpty()
                ? new DMatrixRMaj(architecture.inputs(), 1)
                : split.train().x();
        DMatrixRMaj y = isEmpty()
                ? new DMatrixRMaj(architecture.output().units(), 1)
                : split.train().y();
        return new Trainer(start(), settings, x, y);
    }

    Layout layout() {
        return new Layout(architecture);
    }

    WeightRules rules() {
        return new WeightRules(
                layout(),
                state.get(PlaygroundSettings.REGULARIZATION),
                state.get(PlaygroundSettings.REGULARIZATION_RATE));
    }

    /// The network before its first step. With TensorFlow Playground's initializer its biases are 0.1, as there.
    Network start() {
        Initializer initializer = state.get(PlaygroundSettings.INITIALIZER);
        Network network = Network.initialized(architecture, initializer, state.get(PlaygroundSettings.WEIGHTS));
        if (!(initializer instanceof Initializer.PlaygroundUniform)) {
            return network;
        }
        List<Weights> weights = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            DMatrixRMaj bias = network.bias(layer).copy();
            bias.fill(FIRST_BIAS);
            weights.add(new Weights(network.kernel(layer), bias));
        }
        return Network.of(architecture, weights);
    }
}
