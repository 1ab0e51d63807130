package org.stepback.trace;

import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;

/// The loss along one weight, with its tangent by backpropagation and the secant through two points near it, whose
/// slope is `(L(w + ε) − L(w − ε)) / 2ε`.
///
/// @param w the weight as the step found it
/// @param at the weights of the curve, and `losses` the loss at each
/// @param below `L(w − ε)`, and `above` `L(w + ε)`
/// @param gradient `∂L/∂w` by backpropagation
public record Secant(
        double w,
        double epsilon,
        double[] at,
        double[] losses,
        double loss,
        double below,
        double above,
        double gradient) {
    private static final int POINTS = 61;

    /// Slopes smaller than this are compared by their difference: they have no digits left.
    private static final double SMALLEST_SLOPE = 1e-4;

    /// The smallest and the largest ε that can be chosen.
    public static final double LEAST = 1e-8;

    public static final double MOST = 1;

    /// @throws IndexOutOfBoundsException where there is no such weight
    public static Secant of(Trace trace, Quantity.Weight weight, double epsilon) {
        double w = trace.value(weight);
        double reach = Math.max(1.5 * epsilon, 0.6);
        double[] at = new double[POINTS];
        double[] losses = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            at[i] = w + reach * (2.0 * i / (POINTS - 1) - 1);
            losses[i] = trace.trial(weight, at[i]).loss();
        }
        return new Secant(
                w,
                epsilon,
                at,
                losses,
                trace.loss(),
                trace.trial(weight, w - epsilon).loss(),
                trace.trial(weight, w + epsilon).loss(),
                trace.value(new Quantity.Gradient(weight)));
    }

    /// The secant's slope.
    public double slope() {
        return (above - below) / (2 * epsilon);
    }

    /// Returns the difference of the two slopes, over the larger of them; see [#SMALLEST_SLOPE].
    public double relativeError() {
        return relativeError(gradient, slope());
    }

    static double relativeError(double gradient, double slope) {
        double scale = Math.max(SMALLEST_SLOPE, Math.max(Math.abs(gradient), Math.abs(slope)));
        return Math.abs(gradient - slope) / scale;
    }
}
