package org.stepback.playground;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stepback.nn.Activation;
import org.stepback.nn.Initializer;
import org.stepback.nn.Loss;
import org.stepback.nn.Optimizer;
import org.stepback.playground.Setting.Effect;

/// All settings of the Playground. What they are at first is TensorFlow Playground's own first setup.
public final class Settings {
    public static final Setting<Figure> DATA =
            Setting.of("data", Figure.CIRCLE, Form.choice(List.of(Figure.values())), Effect.NETWORK);

    /// In percent, and in TensorFlow Playground's meaning: what it does depends on the figure.
    public static final Setting<Integer> NOISE = Setting.of("noise", 0, Form.whole(0, 80), Effect.NETWORK);

    /// The percentage of the points that train; the others test.
    public static final Setting<Integer> TRAIN = Setting.of("train", 50, Form.whole(10, 90), Effect.NETWORK);

    /// Of the figures that have several.
    public static final Setting<Integer> CLASSES =
            Setting.of("classes", 3, Form.whole(3, OwnPoints.MOST_CLASSES), Effect.NETWORK);

    /// A person's own.
    public static final Setting<OwnPoints> POINTS = Setting.of("points", OwnPoints.NONE, OwnPoints.form(), Effect.DATA);

    public static final Setting<Integer> BATCH = Setting.of("batch", 10, Form.whole(1, 1000), Effect.NETWORK);

    /// Of the points.
    public static final Setting<Integer> SEED = Setting.of("seed", 1, Form.whole(0, 999_999), Effect.DATA);

    public static final Setting<List<Input>> INPUTS =
            Setting.of("inputs", List.of(Input.X, Input.Y), Form.some(List.of(Input.values()), 1), Effect.NETWORK);

    public static final Setting<List<Hidden>> HIDDEN = Setting.of(
            "hidden",
            List.of(new Hidden(4, new Activation.Tanh()), new Hidden(2, new Activation.Tanh())),
            Form.layers(),
            Effect.NETWORK);

    public static final Setting<Double> LEARNING_RATE = Setting.of("lr", 0.03, Form.number(0.000001, 100), Effect.LIVE);

    public static final Setting<Curve> SCHEDULE =
            Setting.of("schedule", Curve.CONSTANT, Form.choice(List.of(Curve.values())), Effect.LIVE);

    /// The epochs in which a schedule does its work.
    public static final Setting<Integer> OVER = Setting.of("over", 500, Form.whole(1, 100_000), Effect.LIVE);

    public static final Setting<Regularization> REGULARIZATION =
            Setting.of("reg", Regularization.NONE, Form.choice(List.of(Regularization.values())), Effect.NETWORK);

    public static final Setting<Double> REGULARIZATION_RATE =
            Setting.of("rate", 0.0, Form.number(0, 10), Effect.NETWORK);

    /// Empty for the problem's first one.
    public static final Setting<Optional<Loss>> LOSS = Setting.of(
            "loss",
            Optional.empty(),
            Form.maybe(Form.named(
                    Stream.of(Problem.values())
                            .flatMap(p -> p.losses().stream())
                            .distinct()
                            .toList(),
                    Loss::name)),
            Effect.NETWORK);

    public static final Setting<Optimizer> OPTIMIZER =
            Setting.of("opt", Optimizer.ALL.getFirst(), Form.named(Optimizer.ALL, Optimizer::name), Effect.LIVE);

    /// Of [org.stepback.nn.Sgd].
    public static final Setting<Double> MOMENTUM = Setting.of("momentum", 0.0, Form.number(0, 0.999), Effect.LIVE);

    public static final Setting<Initializer> INITIALIZER = Setting.of(
            "init",
            Initializer.named("playground_uniform").orElseThrow(),
            Form.named(Initializer.ALL, Initializer::name),
            Effect.NETWORK);

    /// The seed of the first weights.
    public static final Setting<Integer> WEIGHTS = Setting.of("weights", 1, Form.whole(0, 999_999), Effect.NETWORK);

    /// What no update changes.
    public static final Setting<List<Frozen>> FREEZE = Setting.of("freeze", List.of(), Frozen.form(), Effect.LIVE);

    /// After how many epochs the training stops; 0 for never.
    public static final Setting<Integer> EPOCHS = Setting.of("epochs", 0, Form.whole(0, 1_000_000), Effect.LIVE);

    /// Below which test loss the training stops; 0 for never.
    public static final Setting<Double> GOAL = Setting.of("goal", 0.0, Form.number(0, 1000), Effect.LIVE);

    /// After how many epochs without a better test loss the training stops; 0 for never.
    public static final Setting<Integer> PATIENCE = Setting.of("patience", 0, Form.whole(0, 100_000), Effect.LIVE);

    public static final Setting<Pace> PACE =
            Setting.of("pace", Pace.SIXTY, Form.choice(List.of(Pace.values())), Effect.VIEW);

    public static final Setting<Unit> STEP =
            Setting.of("step", Unit.EPOCH, Form.choice(List.of(Unit.values())), Effect.VIEW);

    /// Whether the test points are drawn.
    public static final Setting<Boolean> TEST = Setting.of("test", false, Form.flag(), Effect.VIEW);

    /// Whether the output shows two colours only.
    public static final Setting<Boolean> DISCRETE = Setting.of("discrete", false, Form.flag(), Effect.VIEW);

    /// The controls that the page does not show.
    public static final Setting<Set<String>> HIDE = Setting.of("hide", Set.of(), Form.words(Controls.ALL), Effect.VIEW);

    /// The controls that the page shows, of all that can be hidden; empty for all.
    public static final Setting<Set<String>> SHOW = Setting.of("show", Set.of(), Form.words(Controls.ALL), Effect.VIEW);

    /// In the order of a link.
    public static final List<Setting<?>> ALL = List.of(
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

    private Settings() {}

    /// The setting with this key, if there is one.
    public static Optional<Setting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
