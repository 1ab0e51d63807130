package org.stepback.playground.setting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.playground.setting.PlaygroundSetting.Effect;

/// All settings of the Playground. What they are at first is TensorFlow Playground's own first setup.
public final class PlaygroundSettings {
    public static final PlaygroundSetting<PointPattern> DATA = PlaygroundSetting.of(
            "data", PointPattern.CIRCLE, SettingCodec.choice(List.of(PointPattern.values())), Effect.NETWORK);

    /// In percent, and in TensorFlow Playground's meaning: what it does depends on the figure.
    public static final PlaygroundSetting<Integer> NOISE =
            PlaygroundSetting.of("noise", 0, SettingCodec.whole(0, 80), Effect.NETWORK);

    /// The percentage of the points that train; the others test.
    public static final PlaygroundSetting<Integer> TRAIN =
            PlaygroundSetting.of("train", 50, SettingCodec.whole(10, 90), Effect.NETWORK);

    /// Of the figures that have several.
    public static final PlaygroundSetting<Integer> CLASSES =
            PlaygroundSetting.of("classes", 3, SettingCodec.whole(3, OwnPoints.MOST_CLASSES), Effect.NETWORK);

    /// A person's own.
    public static final PlaygroundSetting<OwnPoints> POINTS =
            PlaygroundSetting.of("points", OwnPoints.NONE, OwnPoints.form(), Effect.DATA);

    public static final PlaygroundSetting<Integer> BATCH =
            PlaygroundSetting.of("batch", 10, SettingCodec.whole(1, 1000), Effect.NETWORK);

    /// Of the points.
    public static final PlaygroundSetting<Integer> SEED =
            PlaygroundSetting.of("seed", 1, SettingCodec.whole(0, 999_999), Effect.DATA);

    public static final PlaygroundSetting<List<Input>> INPUTS = PlaygroundSetting.of(
            "inputs", List.of(Input.X, Input.Y), SettingCodec.some(List.of(Input.values()), 1), Effect.NETWORK);

    public static final PlaygroundSetting<List<HiddenLayer>> HIDDEN = PlaygroundSetting.of(
            "hidden",
            List.of(new HiddenLayer(4, new Activation.Tanh()), new HiddenLayer(2, new Activation.Tanh())),
            SettingCodec.layers(),
            Effect.NETWORK);

    public static final PlaygroundSetting<Double> LEARNING_RATE =
            PlaygroundSetting.of("lr", 0.03, SettingCodec.number(0.000001, 100), Effect.LIVE);

    public static final PlaygroundSetting<LearningRateDecay> SCHEDULE = PlaygroundSetting.of(
            "schedule",
            LearningRateDecay.CONSTANT,
            SettingCodec.choice(List.of(LearningRateDecay.values())),
            Effect.LIVE);

    /// The epochs in which a schedule does its work.
    public static final PlaygroundSetting<Integer> OVER =
            PlaygroundSetting.of("over", 500, SettingCodec.whole(1, 100_000), Effect.LIVE);

    public static final PlaygroundSetting<Regularization> REGULARIZATION = PlaygroundSetting.of(
            "reg", Regularization.NONE, SettingCodec.choice(List.of(Regularization.values())), Effect.NETWORK);

    public static final PlaygroundSetting<Double> REGULARIZATION_RATE =
            PlaygroundSetting.of("rate", 0.0, SettingCodec.number(0, 10), Effect.NETWORK);

    /// Empty for the problem's first one.
    public static final PlaygroundSetting<Optional<Loss>> LOSS = PlaygroundSetting.of(
            "loss",
            Optional.empty(),
            SettingCodec.maybe(SettingCodec.named(
                    Stream.of(LearningTask.values())
                            .flatMap(p -> p.losses().stream())
                            .distinct()
                            .toList(),
                    Loss::name)),
            Effect.NETWORK);

    public static final PlaygroundSetting<Optimizer> OPTIMIZER = PlaygroundSetting.of(
            "opt", Optimizer.ALL.getFirst(), SettingCodec.named(Optimizer.ALL, Optimizer::name), Effect.LIVE);

    /// Of [org.stepback.nn.optimizer.Sgd].
    public static final PlaygroundSetting<Double> MOMENTUM =
            PlaygroundSetting.of("momentum", 0.0, SettingCodec.number(0, 0.999), Effect.LIVE);

    public static final PlaygroundSetting<Initializer> INITIALIZER = PlaygroundSetting.of(
            "init",
            Initializer.named("playground_uniform").orElseThrow(),
            SettingCodec.named(Initializer.ALL, Initializer::name),
            Effect.NETWORK);

    /// The seed of the first weights.
    public static final PlaygroundSetting<Integer> WEIGHTS =
            PlaygroundSetting.of("weights", 1, SettingCodec.whole(0, 999_999), Effect.NETWORK);

    /// What no update changes.
    public static final PlaygroundSetting<List<Frozen>> FREEZE =
            PlaygroundSetting.of("freeze", List.of(), Frozen.form(), Effect.LIVE);

    /// After how many epochs the training stops; 0 for never.
    public static final PlaygroundSetting<Integer> EPOCHS =
            PlaygroundSetting.of("epochs", 0, SettingCodec.whole(0, 1_000_000), Effect.LIVE);

    /// Below which test loss the training stops; 0 for never.
    public static final PlaygroundSetting<Double> GOAL =
            PlaygroundSetting.of("goal", 0.0, SettingCodec.number(0, 1000), Effect.LIVE);

    /// After how many epochs without a better test loss the training stops; 0 for never.
    public static final PlaygroundSetting<Integer> PATIENCE =
            PlaygroundSetting.of("patience", 0, SettingCodec.whole(0, 100_000), Effect.LIVE);

    public static final PlaygroundSetting<Pace> PACE =
            PlaygroundSetting.of("pace", Pace.SIXTY, SettingCodec.choice(List.of(Pace.values())), Effect.VIEW);

    public static final PlaygroundSetting<StepUnit> STEP =
            PlaygroundSetting.of("step", StepUnit.EPOCH, SettingCodec.choice(List.of(StepUnit.values())), Effect.VIEW);

    /// Whether the test points are drawn.
    public static final PlaygroundSetting<Boolean> TEST =
            PlaygroundSetting.of("test", false, SettingCodec.flag(), Effect.VIEW);

    /// Whether the output shows two colours only.
    public static final PlaygroundSetting<Boolean> DISCRETE =
            PlaygroundSetting.of("discrete", false, SettingCodec.flag(), Effect.VIEW);

    /// The controls that the page does not show.
    public static final PlaygroundSetting<Set<String>> HIDE =
            PlaygroundSetting.of("hide", Set.of(), SettingCodec.words(Controls.ALL), Effect.VIEW);

    /// The controls that the page shows, of all that can be hidden; empty for all.
    public static final PlaygroundSetting<Set<String>> SHOW =
            PlaygroundSetting.of("show", Set.of(), SettingCodec.words(Controls.ALL), Effect.VIEW);

    /// In the order of a link.
    public static final List<PlaygroundSetting<?>> ALL = List.of(
            DATA,
            POINTS,
            CLASSES,
            NOISE,
            TRAIN,
            BATCH,
            SEED,
            INPUTS,
            HIDDEN,
            LEARNING_RATE,
            SCHEDULE,
            OVER,
            REGULARIZATION,
            REGULARIZATION_RATE,
            LOSS,
            OPTIMIZER,
            MOMENTUM,
            INITIALIZER,
            WEIGHTS,
            FREEZE,
            EPOCHS,
            GOAL,
            PATIENCE,
            PACE,
            STEP,
            TEST,
            DISCRETE,
            HIDE,
            SHOW);

    private PlaygroundSettings() {}

    /// The setting with this key, if there is one.
    public static Optional<PlaygroundSetting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
