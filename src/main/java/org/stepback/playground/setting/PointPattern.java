package org.stepback.playground.setting;

import java.util.SplittableRandom;
import org.stepback.data.Generator;

/// The figures that points are drawn from: TensorFlow Playground's six, then others, and a person's own points.
public enum PointPattern implements Choice {
    CIRCLE("circle", LearningTask.CLASSIFICATION, Generator.CIRCLE),
    XOR("xor", LearningTask.CLASSIFICATION, Generator.XOR),
    GAUSS("gauss", LearningTask.CLASSIFICATION, Generator.GAUSS),
    SPIRAL("spiral", LearningTask.CLASSIFICATION, Generator.SPIRAL),
    MOONS("moons", "Two moons", LearningTask.CLASSIFICATION, PointPattern::moons),
    CLOUDS("clouds", "Clouds", LearningTask.CLASSES, PointPattern::clouds),
    PINWHEEL("pinwheel", "Pinwheel", LearningTask.CLASSES, PointPattern::pinwheel),
    PLANE("plane", LearningTask.REGRESSION, Generator.PLANE),
    HILLS("hills", LearningTask.REGRESSION, Generator.MULTI_GAUSS),
    OWN("own", "Own points", LearningTask.CLASSIFICATION, (state, _, seed) -> state.get(PlaygroundSettings.POINTS)
            .draw(seed));

    private static final int POINTS_OF_CLASSES = 500;
    private static final int POINTS_OF_NUMBERS = 1_200;

    private final Words words;
    private final LearningTask problem;
    private final Drawer drawer;

    /// Draws a figure.
    private interface Drawer {
        Samples draw(PlaygroundState state, double noise, long seed);
    }

    PointPattern(String key, String title, LearningTask problem, Drawer drawer) {
        words = new Words(key, title);
        this.problem = problem;
        this.drawer = drawer;
    }

    /// One of the lab's figures that is TensorFlow Playground's too, with as many points as there.
    PointPattern(String key, LearningTask problem, Generator generator) {
        this(
                key,
                generator.title(),
                problem,
                (_, noise, seed) -> Samples.of(generator.generate(
                        problem == LearningTask.REGRESSION ? POINTS_OF_NUMBERS : POINTS_OF_CLASSES, noise, seed)));
    }

    @Override
    public Words words() {
        return words;
    }

    /// Returns the task that its points set; for own points, [OwnPoints] has it.
    public LearningTask problem() {
        return problem;
    }

    /// The points of a state, in a mixed order.
    public Samples draw(PlaygroundState state) {
        return drawer.draw(state, state.get(PlaygroundSettings.NOISE) / 100.0, state.get(PlaygroundSettings.SEED));
    }

    /// scikit-learn's figure is small, and its noise is a deviation.
    private static Samples moons(PlaygroundState state, double noise, long seed) {
        Generator moons = Generator.TWO_MOONS;
        return Samples.of(moons.generate(POINTS_OF_CLASSES, noise / 2, seed)).enlarged(3, 0.5, 0.25);
    }

    /// Round normal clouds on a circle, of variance 0.3 + 4 · noise.
    private static Samples clouds(PlaygroundState state, double noise, long seed) {
        double deviation = Math.sqrt(0.3 + 4 * noise);
        return ofClasses(state, seed, (random, turn, _) -> new double[] {
            3.4 * StrictMath.sin(turn) + deviation * random.nextGaussian(),
            3.4 * StrictMath.cos(turn) + deviation * random.nextGaussian()
        });
    }

    /// Arms that wind by a third of a turn while they go out to 5; noise scatters the points.
    private static Samples pinwheel(PlaygroundState state, double noise, long seed) {
        return ofClasses(state, seed, (random, turn, t) -> {
            double r = 0.5 + 4.5 * t;
            double angle = turn + 2.1 * t + 0.12 * random.nextGaussian();
            return new double[] {
                r * StrictMath.sin(angle) + noise * random.nextDouble(-1, 1),
                r * StrictMath.cos(angle) + noise * random.nextDouble(-1, 1)
            };
        });
    }

    private interface OfClass {
        /// @param turn the class's place on the circle
        /// @param t from 0 for its first point to 1
        double[] point(SplittableRandom random, double turn, double t);
    }

    private static Samples ofClasses(PlaygroundState state, long seed, OfClass figure) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = state.get(PlaygroundSettings.CLASSES);
        double[] x = new double[POINTS_OF_CLASSES];
        double[] y = new double[POINTS_OF_CLASSES];
        double[] label = new double[POINTS_OF_CLASSES];
        for (int i = 0; i < POINTS_OF_CLASSES; i++) {
            label[i] = i % classes;
            double[] point = figure.point(
                    random, 2 * Math.PI * label[i] / classes, (double) (i / classes) * classes / POINTS_OF_CLASSES);
            x[i] = point[0];
            y[i] = point[1];
        }
        return new Samples(x, y, label, classes).mixed(random);
    }
}
