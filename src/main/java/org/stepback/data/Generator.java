package org.stepback.data;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;

/// A figure in the plane that samples are drawn from, reproducible to the last bit from its seed.
///
/// circle, xor, gauss and spiral classify, plane and multi_gauss are regressions, all as TensorFlow Playground
/// defines them (its labels −1 and 1 are the targets 0 and 1 here when they name a class); two_moons is
/// scikit-learn's `make_moons`.
///
/// To add a figure, write one record here and name it in [#ALL].
public sealed interface Generator {
    List<Generator> ALL =
            List.of(new Circle(), new Xor(), new Gauss(), new Spiral(), new TwoMoons(), new Plane(), new MultiGauss());

    int MIN_SAMPLES = 10;

    /// The words for a figure.
    ///
    /// @param name in an exercise's file
    /// @param title on the page
    /// @param summary the figure and its noise in one or two sentences
    /// @param classes 0 and 1; none for a regression
    record Description(String name, String title, String summary, List<String> classes) {}

    Description description();

    default String name() {
        return description().name();
    }

    default String title() {
        return description().title();
    }

    default String summary() {
        return description().summary();
    }

    /// Returns the names of classes 0 and 1; empty for a regression.
    default List<String> classes() {
        return description().classes();
    }

    /// Draws as many points as the sketch has samples.
    void draw(SampleBuffer sketch);

    /// Draws the figure: two features, one output, in a mixed order.
    ///
    /// @param samples 10 to 20,000
    /// @param noise 0 to 1; 0 is the exact figure
    /// @throws IllegalArgumentException if samples or noise are out of bounds
    default Dataset generate(int samples, double noise, long seed) {
        if (samples < MIN_SAMPLES || samples > Dataset.MAX_SAMPLES) {
            throw new IllegalArgumentException("samples must be from 10 to 20,000, not " + samples);
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("noise must be from 0 to 1, not " + noise);
        }
        SampleBuffer sketch = new SampleBuffer(samples, noise, seed);
        draw(sketch);
        return new Dataset(sketch.x(), sketch.y(), List.of("x1", "x2"), classes()).mixed(sketch.orderSeed());
    }

    static Optional<Generator> named(String name) {
        return ALL.stream().filter(generator -> generator.name().equals(name)).findFirst();
    }

    /// Half of the points with radius up to 2.5, half with radius 3.5 to 5.
    record Circle() implements Generator {
        static final double RADIUS = 5;

        @Override
        public Description description() {
            return new Description(
                    "circle",
                    "Circle",
                    "A disc of one class inside a ring of the other. Noise mixes the classes near the border.",
                    List.of("ring", "disc"));
        }

        @Override
        public void draw(SampleBuffer sketch) {
            for (int i = 0; i < sketch.samples(); i++) {
                boolean inside = i < sketch.positives();
                double r = inside ? sketch.uniform(0, .5 * RADIUS) : sketch.uniform(.7 * RADIUS, RADIUS);
                double angle = sketch.uniform(0, 2 * Math.PI);
                double x1 = r * StrictMath.sin(angle);
                double x2 = r * StrictMath.cos(angle);
                double shifted1 = sketch.shaken(x1, RADIUS);
                double shifted2 = sketch.shaken(x2, RADIUS);
                sketch.point(x1, x2, distance(shifted1, shifted2) < .5 * RADIUS ? 1 : 0);
            }
        }
    }

    /// Four squares of side 5, a gap of 0.6 between them; the class is the sign of x1 · x2.
    record Xor() implements Generator {
        static final double GAP = .3;

        @Override
        public Description description() {
            return new Description(
                    "xor",
                    "Exclusive or",
                    "Four squares; the class is 1 where x1 and x2 have the same sign. Noise mixes the classes near the axes.",
                    List.of("signs differ", "same sign"));
        }

        @Override
        public void draw(SampleBuffer sketch) {
            scatter(sketch, () -> apart(sketch.uniform(-5, 5)), 5, (x1, x2) -> x1 * x2 >= 0 ? 1 : 0);
        }

        private static double apart(double value) {
            return value > 0 ? value + GAP : value - GAP;
        }
    }

    /// Two round normal clouds, centred at (2, 2) and (−2, −2), of variance 0.5 + 7 · noise.
    record Gauss() implements Generator {
        @Override
        public Description description() {
            return new Description(
                    "gauss",
                    "Two clouds",
                    "Two round clouds of points, one for each class. Noise makes the clouds wider.",
                    List.of("lower cloud", "upper cloud"));
        }

        @Override
        public void draw(SampleBuffer sketch) {
            double deviation = StrictMath.sqrt(.5 + 7 * sketch.noise());
            for (int i = 0; i < sketch.samples(); i++) {
                boolean upper = i < sketch.positives();
                double centre = upper ? 2 : -2;
                sketch.point(centre + sketch.normal(deviation), centre + sketch.normal(deviation), upper ? 1 : 0);
            }
        }
    }

    /// Two arms of radius 5 t and angle 3.5 π t for t from 0 to 1, the second turned by π.
    record Spiral() implements Generator {
        @Override
        public Description description() {
            return new Description(
                    "spiral",
                    "Spiral",
                    "Two arms wound around each other, one for each class. Noise scatters the points around the arms.",
                    List.of("second arm", "first arm"));
        }

        @Override
        public void draw(SampleBuffer sketch) {
            arm(sketch, sketch.positives(), 0, 1);
            arm(sketch, sketch.samples() - sketch.positives(), Math.PI, 0);
        }

        private static void arm(SampleBuffer sketch, int points, double turned, double target) {
            for (int i = 0; i < points; i++) {
                double t = (double) i / points;
                double angle = 3.5 * Math.PI * t + turned;
                double x1 = sketch.shaken(5 * t * StrictMath.sin(angle), 1);
                double x2 = sketch.shaken(5 * t * StrictMath.cos(angle), 1);
                sketch.point(x1, x2, target);
            }
        }
    }

    /// Two half circles of radius 1, evenly filled: the upper around (0, 0), the lower around (1, 0.5).
    record TwoMoons() implements Generator {
        @Override
        public Description description() {
            return new Description(
                    "two_moons",
                    "Two moons",
                    "Two half circles that reach into each other. Noise is the standard deviation of each coordinate.",
                    List.of("upper moon", "lower moon"));
        }

        @Override
        public void draw(SampleBuffer sketch) {
            int upper = sketch.samples() - sketch.positives();
            for (int i = 0; i < upper; i++) {
                double angle = Math.PI * i / (upper - 1);
                scattered(sketch, StrictMath.cos(angle), StrictMath.sin(angle), 0);
            }
            for (int i = 0; i < sketch.positives(); i++) {
                double angle = Math.PI * i / (sketch.positives() - 1);
                scattered(sketch, 1 - StrictMath.cos(angle), .5 - StrictMath.sin(angle), 1);
            }
        }

        private static void scattered(SampleBuffer sketch, double x1, double x2, double target) {
            sketch.point(x1 + sketch.normal(sketch.noise()), x2 + sketch.normal(sketch.noise()), target);
        }
    }

    /// Points all over a square of side 12; the target is (x1 + x2) / 10.
    record Plane() implements Generator {
        static final double RADIUS = 6;

        @Override
        public Description description() {
            return new Description(
                    "plane",
                    "Plane",
                    "A number that rises evenly from the lower left to the upper right. Noise shakes the numbers.",
                    List.of());
        }

        @Override
        public void draw(SampleBuffer sketch) {
            scatter(sketch, () -> sketch.uniform(-RADIUS, RADIUS), RADIUS, (x1, x2) -> (x1 + x2) / 10);
        }
    }

    /// Points all over a square of side 12; the target is 1 − r / 2 around six centres, r the distance, of
    /// alternating sign.
    record MultiGauss() implements Generator {
        static final double RADIUS = 6;

        @Override
        public Description description() {
            return new Description(
                    "multi_gauss",
                    "Hills and hollows",
                    "A number that rises to 1 at three hills and falls to −1 at three hollows. Noise shakes the numbers.",
                    List.of());
        }

        @Override
        public void draw(SampleBuffer sketch) {
            scatter(sketch, () -> sketch.uniform(-RADIUS, RADIUS), RADIUS, MultiGauss::height);
        }

        /// The centres are 4 apart in x1 and 5 in x2, so at most one of them is nearer than 2.
        private static double height(double x1, double x2) {
            for (int column = -1; column <= 1; column++) {
                for (int row = -1; row <= 1; row += 2) {
                    double r = distance(x1 - 4 * column, x2 - 2.5 * row);
                    if (r < 2) {
                        return (column == 0 ? -row : row) * (1 - r / 2);
                    }
                }
            }
            return 0;
        }
    }

    /// Points of two random coordinates each; the target belongs to the point that noise has moved by up to
    /// `reach`.
    private static void scatter(
            SampleBuffer sketch, DoubleSupplier coordinate, double reach, DoubleBinaryOperator target) {
        for (int i = 0; i < sketch.samples(); i++) {
            double x1 = coordinate.getAsDouble();
            double x2 = coordinate.getAsDouble();
            double shaken1 = sketch.shaken(x1, reach);
            double shaken2 = sketch.shaken(x2, reach);
            sketch.point(x1, x2, target.applyAsDouble(shaken1, shaken2));
        }
    }

    private static double distance(double x1, double x2) {
        return Math.sqrt(x1 * x1 + x2 * x2);
    }
}
