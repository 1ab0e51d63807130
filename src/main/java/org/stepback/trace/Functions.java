package org.stepback.trace;

import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Loss;

/// The functions of the lesson as TeX, of symbols or of numbers; the others by their names.
final class Functions {
    private Functions() {}

    static String named(String name) {
        return "\\operatorname{" + name.replace("_", "\\_") + "}";
    }

    /// @param z as TeX, in parentheses where it is negative
    static String activation(Activation f, String z) {
        return switch (f) {
            case Activation.Relu relu -> "\\max(0,\\ " + bare(z) + ")";
            case Activation.Sigmoid sigmoid -> "\\frac{1}{1 + e^{-" + z + "}}";
            case Activation.Tanh tanh -> "\\tanh(" + bare(z) + ")";
            default -> f.equals(Activation.LINEAR) ? bare(z) : named(f.name()) + "(" + bare(z) + ")";
        };
    }

    /// `f′(z)`, of what it is computed from most easily.
    static String slope(Activation f, String z, String a) {
        return switch (f) {
            case Activation.Sigmoid sigmoid -> a + "\\,(1 - " + a + ")";
            case Activation.Tanh tanh -> "1 - " + a + "^2";
            case Activation.Relu relu ->
                "\\begin{cases}1 & \\text{if } " + bare(z) + " > 0\\\\0 & \\text{else}\\end{cases}";
            default -> named(f.name()) + "'(" + bare(z) + ")";
        };
    }

    /// The loss of one sample with one output.
    static String loss(Loss loss, String prediction, String target) {
        String difference = "(" + bare(prediction) + " - " + target + ")";
        return switch (loss.name()) {
            case "mean_squared_error" -> difference + "^2";
            case "half_squared_error" -> "\\tfrac12" + difference + "^2";
            case "mean_absolute_error" -> "|" + bare(prediction) + " - " + target + "|";
            case "binary_crossentropy" ->
                "-\\bigl(" + target + "\\ln " + prediction + " + (1 - " + target + ")\\ln(1 - " + prediction
                        + ")\\bigr)";
            default -> named(loss.name()) + "(" + bare(prediction) + ",\\ " + target + ")";
        };
    }

    /// Returns a number that stands alone, without its parentheses.
    static String bare(String number) {
        return number.startsWith("(") && number.endsWith(")") ? number.substring(1, number.length() - 1) : number;
    }
}
