package org.stepback.interop.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.regularizer.Regularizer;

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

    /// Returns the tensors of a layer whose links its penalty may cut, by name, with its λ.
    static Map<String, Double> cut(Layer layer, String kernel, String bias) {
        Map<String, Double> cut = new LinkedHashMap<>();
        if (layer instanceof Dense dense && dense.trainable()) {
            rate(dense.kernelRegularizer()).ifPresent(rate -> cut.put(kernel, rate));
            rate(dense.biasRegularizer()).filter(rate -> dense.useBias()).ifPresent(rate -> cut.put(bias, rate));
        }
        return cut;
    }

    private static Optional<Double> rate(Optional<Regularizer> penalty) {
        return penalty.filter(Regularizer::changesAfterUpdate)
                .map(found -> found instanceof Regularizer.PlaygroundL1(double rate) ? rate : 0.0);
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
