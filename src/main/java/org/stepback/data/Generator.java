package org.stepback.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;

/// A figure in the plane that samples are drawn from, reproducible to the last bit from its seed.
///
/// circle, xor, gauss and spiral classify, plane and multi_gauss are regressions, all as TensorFlow Playground
/// defines them (its labels −1 and 1 are the targets 0 and 1 here when they name a class); two_moons is
/// scikit-learn's `make_moons`.
///
/// To add a figure, write a method that draws it, describe it in a constant, and name that in [#ALL].
///
/// @param name in an exercise's file
/// @param title on the page
/// @param summary the figure and its noise in one or two sentences
/// @param classes the names of classes 0 and 1; none for a regression
/// @param figure draws as many points as the buffer has samples
public record Generator(
        String name, String title, String summary, List<String> classes, Consumer<SampleBuffer> figure) {
    public static final Generator CIRCLE = new Generator(
            "circle",
            "Circle",
            "A disc of one class inside a ring of the other. Noise mixes the classes near the border.",
            List.of("ring", "disc"),
            Generator::circle);
    public static final Generator XOR = new Generator(
            "xor",
            "Exclusive or",
            "Four squares; the class is 1 where x1 and x2 have the same sign. Noise mixes the classes near the axes.",
            List.of("signs differ", "same sign"),
            Generator::xor);
    public static final Generator GAUSS = new Generator(
            "gauss",
            "Two clouds",
            "Two round clouds of points, one for each class. Noise makes the clouds wider.",
            List.of("lower cloud", "upper cloud"),
            Generator::gauss);
    public static final Generator SPIRAL = new Generator(
            "spiral",
            "Spiral",
            "Two arms wound around each other, one for each class. Noise scatters the points around the arms.",
            List.of("second arm", "first arm"),
            Generator::spiral);
    public static final Generator TWO_MOONS = new Generator(
            "two_moons",
            "Two moons",
            "Two half circles that reach into each other. Noise is the standard deviation of each coordinate.",
            List.of("upper moon", "lower moon"),
            Generator::twoMoons);
    public static final Generator PLANE = new Generator(
            "plane",
            "Plane",
            "A number that rises evenly from the lower left to the upper right. Noise shakes the numbers.",
            List.of(),
            buffer -> square(buffer, (x1, x2) -> (x1 + x2) / 10));
    public static final Generator MULTI_GAUSS = new Generator(
            "multi_gauss",
            "Hills and hollows",
            "A number that rises to 1 at three hills and falls to −1 at three hollows. Noise shakes the numbers.",
            List.of(),
            buffer -> square(buffer, Generator::height));

    public static final List<Generator> ALL = List.of(CIRCLE, XOR, GAUSS, SPIRAL, TWO_MOONS, PLANE, MULTI_GAUSS);

    public static final int MIN_SAMPLES = 10;

    /// Draws the figure: two features, one output, in a mixed order.
    ///
    /// @param samples 10 to 20,000
    /// @param noise 0 to 1; 0 is the exact figure
    /// @throws IllegalArgumentException if samples or noise are out of bounds
    public Dataset generate(int samples, double noise, long seed) {
        if (samples < MIN_SAMPLES || samples > Dataset.MAX_SAMPLES) {
            throw new IllegalArgumentException("samples must be from 10 to 20,000, not " + samples);
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("noise must be from 0 to 1, not " + noise);
        }
        SampleBuffer buffer = new SampleBuffer(samples, noise, seed);
        figure.accept(buffer);
        return new Dataset(buffer.x(), buffer.y(), List.of("x1", "x2"), classes).mixed(buffer.orderSeed());
    }

    static Optional<Generator> named(String name) {
        return ALL.stream().filter(generator -> generator.name().equals(name)).findFirst();
    }

    /// Half of the points with radius up to 2.5, half with radius 3.5 to 5.
    private static void circle(SampleBuffer buffer) {
        double radius = 5;
        for (int i = 0; i < buffer.samples(); i++) {
            boolean inside = i < buffer.positives();
            double r = inside ? buffer.uniform(0, .5 * radius) : buffer.uniform(.7 * radius, radius);
            double angle = buffer.uniform(0, 2 * Math.PI);
            double x1 = r * StrictMath.sin(angle);
            double x2 = r * StrictMath.cos(angle);
            double shifted1 = buffer.shaken(x1, radius);
            double shifted2 = buffer.shaken(x2, radius);
            buffer.point(x1, x2, distance(shifted1, shifted2) < .5 * radius ? 1 : 0);
        }
    }

    /// Four squares of side 5, a gap of 0.6 between them; the class is the sign of x1 · x2.
    private static void xor(SampleBuffer buffer) {
        DoubleSupplier apart = () -> {
            double value = buffer.uniform(-5, 5);
            return value > 0 ? value + .3 : value - .3;
        };
        scatter(buffer, apart, 5, (x1, x2) -> x1 * x2 >= 0 ? 1 : 0);
    }

    /// Two round normal clouds, centred at (2, 2) and (−2, −2), of variance 0.5 + 7 · noise.
    private static void gauss(SampleBuffer buffer) {
        double deviation = StrictMath.sqrt(.5 + 7 * buffer.noise());
        for (int i = 0; i < buffer.samples(); i++) {
            boolean upper = i < buffer.positives();
            double centre = upper ? 2 : -2;
            buffer.point(centre + buffer.normal(deviation), centre + buffer.normal(deviation), upper ? 1 : 0);
        }
    }

    /// Two arms of radius 5 t and angle 3.5 π t for t from 0 to 1, the second turned by π.
    private static void spiral(SampleBuffer buffer) {
        arm(buffer, buffer.positives(), 0, 1);
        arm(buffer, buffer.samples() - buffer.positives(), Math.PI, 0);
    }

    private static void arm(SampleBuffer buffer, int points, double turned, double target) {
        for (int i = 0; i < points; i++) {
            double t = (double) i / points;
            double angle = 3.5 * Math.PI * t + turned;
            double x1 = buffer.shaken(5 * t * StrictMath.sin(angle), 1);
            double x2 = buffer.shaken(5 * t * StrictMath.cos(angle), 1);
            buffer.point(x1, x2, target);
        }
    }

    /// Two half circles of radius 1, evenly filled: the upper around (0, 0), the lower around (1, 0.5).
    private static void twoMoons(SampleBuffer buffer) {
        int upper = buffer.samples() - buffer.positives();
        for (int i = 0; i < upper; i++) {
            double angle = Math.PI * i / (upper - 1);
            moved(buffer, StrictMath.cos(angle), StrictMath.sin(angle), 0);
        }
        for (int i = 0; i < buffer.positives(); i++) {
            double angle = Math.PI * i / (buffer.positives() - 1);
            moved(buffer, 1 - StrictMath.cos(angle), .5 - StrictMath.sin(angle), 1);
        }
    }

    private static void moved(SampleBuffer buffer, double x1, double x2, double target) {
        buffer.point(x1 + buffer.normal(buffer.noise()), x2 + buffer.normal(buffer.noise()), target);
    }

    /// Points all over a square of side 12.
    private static void square(SampleBuffer buffer, DoubleBinaryOperator target) {
        scatter(buffer, () -> buffer.uniform(-6, 6), 6, target);
    }

    /// Returns 1 − r / 2 around six centres, r the distance, of alternating sign. The centres are 4 apart in x1 and
    /// 5 in x2, so at most one of them is nearer than 2.
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

    /// Points of two random coordinates each; the target belongs to the point that noise has moved by up to
    /// `reach`.
    private static void scatter(
            SampleBuffer buffer, DoubleSupplier coordinate, double reach, DoubleBinaryOperator target) {
        for (int i = 0; i < buffer.samples(); i++) {
            double x1 = coordinate.getAsDouble();
            double x2 = coordinate.getAsDouble();
            double shaken1 = buffer.shaken(x1, reach);
            double shaken2 = buffer.shaken(x2, reach);
            buffer.point(x1, x2, target.applyAsDouble(shaken1, shaken2));
        }
    }

    private static double distance(double x1, double x2) {
        return Math.sqrt(x1 * x1 + x2 * x2);
    }
}
