package org.stepback.playground.setting;

import java.util.ArrayList;
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
    private static final List<PlaygroundSetting<?>> DECLARED = new ArrayList<>();

    public static final PlaygroundSetting<PointPattern> DATA =
            setting("data", PointPattern.CIRCLE, SettingCodec.choice(PointPattern.values()), Effect.NETWORK);

    /// A person's own.
    public static final PlaygroundSetting<OwnPoints> POINTS =
            setting("points", OwnPoints.NONE, OwnPoints.form(), Effect.DATA);

    /// Of the figures that have several.
    public static final PlaygroundSetting<Integer> CLASSES =
            whole("classes", 3, 3, OwnPoints.MOST_CLASSES, Effect.NETWORK);

    /// In percent, and in TensorFlow Playground's meaning: what it does depends on the figure.
    public static final PlaygroundSetting<Integer> NOISE = whole("noise", 0, 0, 80, Effect.NETWORK);

    /// The percentage of the points that train; the others test.
    public static final PlaygroundSetting<Integer> TRAIN = whole("train", 50, 10, 90, Effect.NETWORK);

    public static final PlaygroundSetting<Integer> BATCH = whole("batch", 10, 1, 1000, Effect.NETWORK);

    /// Of the points.
    public static final PlaygroundSetting<Integer> SEED = whole("seed", 1, 0, 999_999, Effect.DATA);

    public static final PlaygroundSetting<List<Input>> INPUTS =
            setting("inputs", List.of(Input.X, Input.Y), SettingCodec.some(List.of(Input.values()), 1), Effect.NETWORK);

    public static final PlaygroundSetting<List<HiddenLayer>> HIDDEN = setting(
            "hidden",
            List.of(new HiddenLayer(4, new Activation.Tanh()), new HiddenLayer(2, new Activation.Tanh())),
            SettingCodec.layers(),
            Effect.NETWORK);

    public static final PlaygroundSetting<Double> LEARNING_RATE = number("lr", 0.03, 0.000001, 100, Effect.LIVE);

    public static final PlaygroundSetting<LearningRateDecay> SCHEDULE = setting(
            "schedule", LearningRateDecay.CONSTANT, SettingCodec.choice(LearningRateDecay.values()), Effect.LIVE);

    /// The epochs in which a schedule does its work.
    public static final PlaygroundSetting<Integer> OVER = whole("over", 500, 1, 100_000, Effect.LIVE);

    public static final PlaygroundSetting<Regularization> REGULARIZATION =
            setting("reg", Regularization.NONE, SettingCodec.choice(Regularization.values()), Effect.NETWORK);

    public static final PlaygroundSetting<Double> REGULARIZATION_RATE = number("rate", 0.0, 0, 10, Effect.NETWORK);

    /// Empty for the problem's first one.
    public static final PlaygroundSetting<Optional<Loss>> LOSS = setting(
            "loss",
            Optional.empty(),
            SettingCodec.maybe(SettingCodec.named(
                    Stream.of(LearningTask.values())
                            .flatMap(p -> p.losses().stream())
                            .distinct()
                            .toList(),
                    Loss::name)),
            Effect.NETWORK);

    public static final PlaygroundSetting<Optimizer> OPTIMIZER =
            setting("opt", Optimizer.ALL.getFirst(), SettingCodec.named(Optimizer.ALL, Optimizer::name), Effect.LIVE);

    /// Of [org.stepback.nn.optimizer.Sgd].
    public static final PlaygroundSetting<Double> MOMENTUM = number("momentum", 0.0, 0, 0.999, Effect.LIVE);

    public static final PlaygroundSetting<Initializer> INITIALIZER = setting(
            "init",
            Initializer.named("playground_uniform").orElseThrow(),
            SettingCodec.named(Initializer.ALL, Initializer::name),
            Effect.NETWORK);

    /// The seed of the first weights.
    public static final PlaygroundSetting<Integer> WEIGHTS = whole("weights", 1, 0, 999_999, Effect.NETWORK);

    /// The weights that no update changes.
    public static final PlaygroundSetting<List<Frozen>> FREEZE =
            setting("freeze", List.of(), Frozen.form(), Effect.LIVE);

    /// After how many epochs the training stops; 0 for never.
    public static final PlaygroundSetting<Integer> EPOCHS = whole("epochs", 0, 0, 1_000_000, Effect.LIVE);

    /// Below which test loss the training stops; 0 for never.
    public static final PlaygroundSetting<Double> GOAL = number("goal", 0.0, 0, 1000, Effect.LIVE);

    /// After how many epochs without a better test loss the training stops; 0 for never.
    public static final PlaygroundSetting<Integer> PATIENCE = whole("patience", 0, 0, 100_000, Effect.LIVE);

    public static final PlaygroundSetting<Pace> PACE =
            setting("pace", Pace.SIXTY, SettingCodec.choice(Pace.values()), Effect.VIEW);

    public static final PlaygroundSetting<StepUnit> STEP =
            setting("step", StepUnit.EPOCH, SettingCodec.choice(StepUnit.values()), Effect.VIEW);

    /// Draws the test points.
    public static final PlaygroundSetting<Boolean> TEST = setting("test", false, SettingCodec.flag(), Effect.VIEW);

    /// Shows the output in two colours only.
    public static final PlaygroundSetting<Boolean> DISCRETE =
            setting("discrete", false, SettingCodec.flag(), Effect.VIEW);

    /// The controls that the page does not show.
    public static final PlaygroundSetting<Set<String>> HIDE =
            setting("hide", Set.of(), SettingCodec.words(Controls.ALL), Effect.VIEW);

    /// The controls that the page shows, of all that can be hidden; empty for all.
    public static final PlaygroundSetting<Set<String>> SHOW =
            setting("show", Set.of(), SettingCodec.words(Controls.ALL), Effect.VIEW);

    /// In the order of a link, which is the order of this file.
    public static final List<PlaygroundSetting<?>> ALL = List.copyOf(DECLARED);

    private PlaygroundSettings() {}

    private static PlaygroundSetting<Integer> whole(String key, int initial, int min, int max, Effect effect) {
        return setting(key, initial, SettingCodec.whole(min, max), effect);
    }

    private static PlaygroundSetting<Double> number(String key, double initial, double min, double max, Effect effect) {
        return setting(key, initial, SettingCodec.number(min, max), effect);
    }

    private static <T> PlaygroundSetting<T> setting(String key, T initial, SettingCodec<T> form, Effect effect) {
        var setting = new PlaygroundSetting<>(key, initial, form, effect);
        DECLARED.add(setting);
        return setting;
    }

    public static Optional<PlaygroundSetting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
