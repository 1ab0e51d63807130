package org.stepback.trace;

import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanations;
import org.stepback.nn.layer.Dense;

/// The rule of a stage for all of its numbers at once, as an equation of matrices.
record StageRule(Trace trace, Stage stage) {
    /// As TeX; empty where there is none.
    String equation() {
        int layer = stage.layer();
        String input = layer == 0 ? "X" : "A" + above(layer - 1);
        return switch (stage.kind()) {
            case SUM ->
                trace.before().layer(layer) instanceof Dense dense
                        ? "Z" + above(layer) + " = W" + above(layer) + "\\," + input
                                + (dense.useBias() ? " + b" + above(layer) : "")
                        : "";
            case ACTIVATION -> new Symbols(trace).activations(layer) + " = f(Z" + above(layer) + ")";
            case PREDICTION -> "\\hat Y = A" + above(layer);
            case LOSS ->
                trace.width() > 1 ? "L = \\frac{1}{n} \\sum_{i=1}^{n} L^{(i)},\\quad n = " + trace.width() : "";
            case ERROR -> "\\delta" + above(layer) + " = \\frac{\\partial L}{\\partial Z" + above(layer) + "}";
            case GRADIENTS -> gradientRule(layer, input);
            case BACK ->
                trace.before().layer(layer + 1) instanceof Dense
                        ? "\\delta" + above(layer) + " = \\bigl(W" + above(layer + 1) + "\\bigr)^{\\!\\top} \\delta"
                                + above(layer + 1) + " \\odot f'(Z" + above(layer) + ")"
                        : "\\delta" + above(layer) + " = \\frac{\\partial L}{\\partial Z" + above(layer) + "}";
            case UPDATE -> "w \\leftarrow w + \\Delta w,\\qquad " + Tex.of(changeRule());
            case INPUT, PASS_ON, REPEAT -> "";
        };
    }

    private String changeRule() {
        var focus = new Focus(trace, 0, 0, 0).of(stage, true);
        return focus instanceof Quantity.NewWeight(Quantity.Weight of)
                ? new Explanations(trace).of(new Quantity.Change(of)).equation()
                : "";
    }

    private String gradientRule(int layer, String input) {
        if (!(trace.before().layer(layer) instanceof Dense)) {
            return "";
        }
        String bias = trace.width() > 1
                ? "\\frac{\\partial L}{\\partial b" + above(layer) + "} = \\sum \\delta" + above(layer)
                : "\\frac{\\partial L}{\\partial b" + above(layer) + "} = \\delta" + above(layer);
        return "\\frac{\\partial L}{\\partial W" + above(layer) + "} = \\delta" + above(layer) + " \\,"
                + transposed(input) + ",\\qquad " + bias;
    }

    private static String transposed(String input) {
        return "\\bigl(" + input + "\\bigr)^{\\!\\top}";
    }

    private String above(int layer) {
        return new Symbols(trace).above(layer, "");
    }
}
