package org.stepback.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Activation;
import org.stepback.nn.Architecture;
import org.stepback.nn.Clipping;
import org.stepback.nn.Dense;
import org.stepback.nn.Initializer;
import org.stepback.nn.Layer;
import org.stepback.nn.Loss;
import org.stepback.nn.Network;
import org.stepback.nn.Optimization;
import org.stepback.nn.Optimizer;
import org.stepback.nn.Sgd;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.Weights;

/// What a state trains: its points, its network before the first step, and how it learns.
///
/// @param training the points that are learnt from
/// @param test those that are held out
public record Setup(
        PlaygroundState state,
        Samples training,
        Samples test,
        Table trainingTable,
        Table testTable,
        Architecture architecture,
        TrainerSettings settings) {
    private static final double FIRST_BIAS = 0.1;

    /// Points as the trainer takes them.
    ///
    /// @param x inputs × points
    /// @param y outputs × points
    public record Table(DMatrixRMaj x, DMatrixRMaj y) {}

    static Setup of(PlaygroundState state) {
        Samples all = state.get(Settings.DATA).draw(state);
        int training = Math.max(Math.min(1, all.size()), all.size() * state.get(Settings.TRAIN) / 100);
        Samples first = all.part(0, training);
        Samples rest = all.part(training, all.size());
        Loss loss = loss(state);
        Architecture architecture = architecture(state, loss);
        List<Input> inputs = state.get(Settings.INPUTS);
        double no = architecture.output().activation() instanceof Activation.Sigmoid ? 0 : -1;
        int batch = Math.clamp(training, 1, batchSize(state));
        int stepsPerEpoch = Math.max(1, Math.ceilDiv(training, batch));
        return new Setup(
                state,
                first,
                rest,
                table(first, inputs, no),
                table(rest, inputs, no),
                architecture,
                new TrainerSettings(loss, optimization(state, stepsPerEpoch), batch, false, 0));
    }

    /// The same under a state that differs in its view alone.
    Setup seenAs(PlaygroundState other) {
        return new Setup(other, training, test, trainingTable, testTable, architecture, settings);
    }

    /// The chosen loss where it fits the problem, or else the problem's first.
    public static Loss loss(PlaygroundState state) {
        List<Loss> fitting = state.problem().losses();
        return state.get(Settings.LOSS).filter(fitting::contains).orElse(fitting.getFirst());
    }

    /// How many points an update takes, if there are as many.
    static int batchSize(PlaygroundState state) {
        return state.get(Settings.STEP) == Unit.SAMPLE ? 1 : state.get(Settings.BATCH);
    }

    /// One, or one for each of several classes.
    static int outputs(PlaygroundState state) {
        if (state.problem() != Problem.CLASSES) {
            return 1;
        }
        return state.get(Settings.DATA) == Figure.OWN
                ? state.get(Settings.POINTS).classes()
                : state.get(Settings.CLASSES);
    }

    private static Architecture architecture(PlaygroundState state, Loss loss) {
        Stream<Layer> hidden =
                state.get(Settings.HIDDEN).stream().map(layer -> new Dense(layer.units(), layer.activation()));
        Layer output = new Dense(outputs(state), state.problem().output(loss));
        return new Architecture(
                state.get(Settings.INPUTS).size(),
                Stream.concat(hidden, Stream.of(output)).toList());
    }

    private static Optimization optimization(PlaygroundState state, int stepsPerEpoch) {
        Optimizer rule = state.get(Settings.OPTIMIZER);
        if (rule instanceof Sgd) {
            rule = new Sgd(state.get(Settings.MOMENTUM), false);
        }
        long over = (long) state.get(Settings.OVER) * stepsPerEpoch;
        return new Optimization(
                rule,
                state.get(Settings.SCHEDULE).from(state.get(Settings.LEARNING_RATE), over),
                new Clipping.None(),
                rule.defaultWeightDecay());
    }

    private static Table table(Samples samples, List<Input> inputs, double no) {
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
        return new Table(x, y);
    }

    /// Whether there is nothing to learn from: a person has not put any points on the plane yet.
    boolean isEmpty() {
        return training.size() == 0;
    }

    /// What happens to the weights beside the update.
    WeightRules rules(Layout layout) {
        return new WeightRules(layout, state.get(Settings.REGULARIZATION), state.get(Settings.REGULARIZATION_RATE));
    }

    /// The network before its first step. With TensorFlow Playground's initializer its biases are 0.1, as there.
    Network start() {
        Initializer initializer = state.get(Settings.INITIALIZER);
        Network network = Network.initialized(architecture, initializer, state.get(Settings.WEIGHTS));
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
