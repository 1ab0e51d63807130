package org.stepback.playground.setting;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Points that a person has put on the plane, on a grid fine enough for the eye and coarse enough for a link.
///
/// A link has four letters for a point: 9 bits for x, 9 for y, 6 for what it is labelled with, in base 64.
public record OwnPoints(List<Point> points) {
    public static final int MOST = 500;
    public static final int MOST_CLASSES = 6;
    public static final OwnPoints NONE = new OwnPoints(List.of());

    private static final int STEPS = 40; // of a unit of the plane
    private static final int ACROSS = (int) (2 * Samples.REACH * STEPS);
    private static final int FIRST_NUMBER = 7;
    private static final int NUMBERS = 28; // steps from 0 to 1
    private static final int LETTERS = 4;

    public OwnPoints {
        points = List.copyOf(points);
    }

    /// A point in steps of the grid.
    ///
    /// @param x 0 to 480, from −6 to 6
    /// @param label 0 to 5 for a class, 7 to 63 for a number from −1 to 1
    record Point(int x, int y, int label) {
        static Point ofClass(double x, double y, int number) {
            return new Point(step(x), step(y), number);
        }

        static Point ofNumber(double x, double y, double number) {
            return new Point(step(x), step(y), FIRST_NUMBER + (int) Math.round((number + 1) * NUMBERS));
        }

        private static int step(double value) {
            return Math.clamp(Math.round((value + Samples.REACH) * STEPS), 0, ACROSS);
        }

        boolean isOfClass() {
            return label < MOST_CLASSES;
        }
    }

    static SettingCodec<OwnPoints> form() {
        return new SettingCodec<>("at most " + MOST + " points, four letters each", OwnPoints::parse, OwnPoints::text);
    }

    private static Optional<OwnPoints> parse(String text) {
        if (text.length() % LETTERS != 0 || text.length() > LETTERS * MOST || !text.matches("[A-Za-z0-9_-]*")) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += 3) {
            int bits = (bytes[i] & 255) << 16 | (bytes[i + 1] & 255) << 8 | bytes[i + 2] & 255;
            Point point = new Point(bits >> 15, bits >> 6 & 511, bits & 63);
            if (point.x > ACROSS || point.y > ACROSS || point.label == MOST_CLASSES) {
                return Optional.empty();
            }
            points.add(point);
        }
        boolean alike = points.stream().map(Point::isOfClass).distinct().count() <= 1;
        return alike ? Optional.of(new OwnPoints(points)) : Optional.empty();
    }

    private String text() {
        byte[] bytes = new byte[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            int bits = point.x << 15 | point.y << 6 | point.label;
            bytes[3 * i] = (byte) (bits >> 16);
            bytes[3 * i + 1] = (byte) (bits >> 8);
            bytes[3 * i + 2] = (byte) bits;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    LearningTask problem() {
        if (!points.isEmpty() && !points.getFirst().isOfClass()) {
            return LearningTask.REGRESSION;
        }
        return classes() > 2 ? LearningTask.CLASSES : LearningTask.CLASSIFICATION;
    }

    /// Returns the count of classes that its labels stand for, two at least.
    public int classes() {
        return Math.max(2, 1 + points.stream().mapToInt(Point::label).max().orElse(0));
    }

    /// In an order that the seed fixes.
    Samples draw(long seed) {
        boolean numbers = problem() == LearningTask.REGRESSION;
        Samples inOrder = new Samples(
                points.stream().mapToDouble(point -> place(point.x)).toArray(),
                points.stream().mapToDouble(point -> place(point.y)).toArray(),
                points.stream()
                        .mapToDouble(
                                point -> numbers ? (double) (point.label - FIRST_NUMBER) / NUMBERS - 1 : point.label)
                        .toArray(),
                numbers ? 0 : classes());
        return inOrder.mixed(new SplittableRandom(seed));
    }

    private static double place(int step) {
        return (step - Samples.REACH * STEPS) / STEPS; // the nearest double to the decimal number
    }
}
