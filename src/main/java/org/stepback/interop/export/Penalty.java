package org.stepback.interop.export;

import org.stepback.nn.Regularizer;

/// A penalty on weights as an expression; `np` stands for what has the arrays.
final class Penalty {
    private Penalty() {}

    /// `R(w)`.
    static String value(Regularizer penalty, String w) {
        return switch (penalty) {
            case Regularizer.L2(double l2) -> squares(l2, w);
            case Regularizer.L1(double l1) -> sizes(l1, w);
            case Regularizer.L1L2(double l1, double l2) -> sizes(l1, w) + " + " + squares(l2, w);
            case Regularizer.PlaygroundL2(double rate) -> squares(rate / 2, w);
            case Regularizer.PlaygroundL1(double rate) -> sizes(rate, w);
        };
    }

    /// `∂R/∂w`.
    static String gradient(Regularizer penalty, String w) {
        return switch (penalty) {
            case Regularizer.L2(double l2) -> multiple(2 * l2, w);
            case Regularizer.L1(double l1) -> signs(l1, w);
            case Regularizer.L1L2(double l1, double l2) -> signs(l1, w) + " + " + multiple(2 * l2, w);
            case Regularizer.PlaygroundL2(double rate) -> multiple(rate, w);
            case Regularizer.PlaygroundL1(double rate) -> signs(rate, w);
        };
    }

    private static String squares(double factor, String w) {
        return Python.number(factor) + " * (" + w + "**2).sum()";
    }

    private static String sizes(double factor, String w) {
        return Python.number(factor) + " * abs(" + w + ").sum()";
    }

    private static String multiple(double factor, String w) {
        return Python.number(factor) + " * " + w;
    }

    private static String signs(double factor, String w) {
        return Python.number(factor) + " * np.sign(" + w + ")";
    }
}
