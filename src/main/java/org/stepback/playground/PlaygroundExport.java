package org.stepback.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Source;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.export.Export;
import org.stepback.interop.export.Framework;
import org.stepback.interop.export.FrozenWeight;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.playground.setting.Frozen;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;

/// A playground's training as a program: the same points and first weights, for as many epochs as were trained here.
///
/// The pull towards 0 is a penalty there, which is the same for gradient descent without momentum. What is frozen
/// here is frozen there from the first step on: a layer as a whole, and single weights where they were at first.
public final class PlaygroundExport {
    /// The name of the file that a program with many numbers reads.
    public static final String NUMBERS = "playground-numbers.json";

    private static final int LEAST_EPOCHS = 100;
    private static final Access OPEN = new Access(Set.of());

    private PlaygroundExport() {}

    /// @throws RefusedException with a sentence, where the framework cannot do what is done here
    public static Export of(Snapshot snapshot, Framework framework) {
        return Export.of(spec(snapshot), frozen(snapshot.setup()), framework, NUMBERS);
    }

    /// The single weights that are frozen; those of a layer that is frozen as a whole are not among them.
    private static List<FrozenWeight> frozen(Setup setup) {
        List<Frozen> all = setup.state().get(PlaygroundSettings.FREEZE);
        List<FrozenWeight> single = new ArrayList<>();
        setup.layout().forEach((_, layer, unit, input, bias) -> {
            if (all.stream().anyMatch(each -> each.holds(layer, unit, input, bias))
                    && !Frozen.holdsLayer(all, setup.architecture(), layer)) {
                single.add(new FrozenWeight(layer, unit, bias ? FrozenWeight.BIAS : input));
            }
        });
        return single;
    }

    static TrainingSpec spec(Snapshot snapshot) {
        Setup setup = snapshot.setup();
        PlaygroundState state = setup.state();
        Architecture architecture = penalized(setup);
        Cell.Data data = new Cell.Data(
                "points",
                "Points",
                new Source.Literal(List.of(), List.of(), List.of()),
                (double) setup.test().size()
                        / Math.max(1, setup.training().size() + setup.test().size()),
                OPEN);
        Cell.Net net = new Cell.Net(
                "net",
                data.id(),
                architecture.layers(),
                state.get(PlaygroundSettings.INITIALIZER),
                state.get(PlaygroundSettings.WEIGHTS),
                weights(setup.start()),
                OPEN);
        Cell.Train train = new Cell.Train(
                "fit",
                net.id(),
                data.id(),
                setup.settings().loss(),
                setup.settings().optimizer(),
                setup.settings().batchSize(),
                (int) Math.clamp(snapshot.epoch(), LEAST_EPOCHS, 10_000),
                setup.settings().shuffle(),
                setup.settings().seed(),
                Map.of(),
                List.of(),
                OPEN);
        return new TrainingSpec("Playground", train, net, data, architecture, setup.split());
    }

    private static Architecture penalized(Setup setup) {
        double rate = setup.state().get(PlaygroundSettings.REGULARIZATION_RATE);
        Optional<Regularizer> penalty =
                switch (setup.state().get(PlaygroundSettings.REGULARIZATION)) {
                    case NONE -> Optional.empty();
                    case L1 -> Optional.of(new Regularizer.PlaygroundL1(rate));
                    case L2 -> Optional.of(new Regularizer.PlaygroundL2(rate));
                };
        Architecture architecture = setup.architecture();
        List<Frozen> frozen = setup.state().get(PlaygroundSettings.FREEZE);
        List<Layer> layers = IntStream.range(0, architecture.layers().size())
                .<Layer>mapToObj(at -> {
                    Dense dense = (Dense) architecture.layers().get(at);
                    boolean trainable = !Frozen.holdsLayer(frozen, architecture, at);
                    return new Dense(
                            dense.units(),
                            dense.activation(),
                            true,
                            trainable,
                            penalty,
                            Optional.empty(),
                            Optional.empty());
                })
                .toList();
        return new Architecture(architecture.inputs(), layers);
    }

    private static List<Weights> weights(Network network) {
        return IntStream.range(0, network.layers())
                .mapToObj(layer -> new Weights(network.kernel(layer), network.bias(layer)))
                .toList();
    }
}
