package org.stepback.trace;

import static org.stepback.number.NumberText.counted;

import java.util.ArrayList;
import java.util.List;
import org.stepback.nn.Trace;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.number.NumberText;

/// Says what a stage does, to someone who has read the lesson.
///
/// @param sample −1 for the whole mini-batch
record Narration(Trace trace, Stage stage, int sample) {
    private int last() {
        return trace.before().layers() - 1;
    }

    private int at() {
        return stage.layer();
    }

    private String layer(int layer) {
        return layer == last() ? "the output layer" : "layer " + (layer + 1);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private int units(int layer) {
        return trace.before().architecture().units(layer);
    }

    private int inputs(int layer) {
        return trace.before().architecture().inputsOf(layer);
    }

    private boolean many() {
        return trace.width() > 1;
    }

    String title() {
        return switch (stage.kind()) {
            case INPUT -> "The input";
            case SUM ->
                trace.before().layer(at()) instanceof Dense
                        ? capital(layer(at())) + ": multiply by the weights, add the bias"
                        : capital(layer(at())) + ": "
                                + trace.before().layer(at()).name();
            case ACTIVATION -> capital(layer(at())) + ": the activation";
            case PASS_ON -> "Pass on from " + layer(at()) + " to " + layer(at() + 1);
            case PREDICTION -> "The prediction";
            case LOSS -> "The loss";
            case ERROR -> "The error of the output";
            case GRADIENTS -> "The gradients of " + layer(at());
            case BACK -> "The error, passed back to " + layer(at());
            case UPDATE -> "The update of " + layer(at());
            case REPEAT -> "Repeat";
        };
    }

    List<String> sentences() {
        return switch (stage.kind()) {
            case INPUT -> input();
            case SUM -> sum(trace.before().layer(at()));
            case ACTIVATION -> activation();
            case PASS_ON ->
                List.of("The output of %s is the input of %s: each of its units takes %s."
                        .formatted(
                                layer(at()),
                                layer(at() + 1),
                                units(at()) == 1 ? "this activation" : "all %d activations".formatted(units(at()))));
            case PREDICTION -> prediction();
            case LOSS -> loss();
            case ERROR -> error();
            case GRADIENTS -> gradients();
            case BACK -> back();
            case UPDATE -> update();
            case REPEAT -> repeat();
        };
    }

    private List<String> input() {
        int features = trace.x().numRows;
        return List.of(
                many() && sample < 0
                        ? "The step takes a mini-batch of %d samples. Each column of X is one sample and has %s."
                                .formatted(trace.width(), counted(features, "input"))
                        : "The sample has %s: the column x.".formatted(counted(features, "input")),
                many() && sample < 0
                        ? "Y has the target of each sample. The forward pass does not use it before the loss."
                        : "The sample has a target y. The forward pass does not use it before the loss.");
    }

    private List<String> sum(Layer layer) {
        return switch (layer) {
            case Dense dense ->
                List.of(
                        "%s of %s multiplies %s and adds up the products."
                                .formatted(
                                        dense.units() == 1 ? "The unit" : "Each unit",
                                        layer(at()),
                                        inputs(at()) == 1 ? "its input by its weight" : "each input by its weight"),
                        dense.useBias()
                                ? "Then it adds its bias b. The result is the weighted sum z."
                                : "The result is the weighted sum z. This layer has no bias.",
                        "Row 1 of W has %s of unit 1: one for each input."
                                .formatted(
                                        inputs(at()) == 1 ? "the weight" : "the %d weights".formatted(inputs(at()))));
            case Dropout dropout ->
                List.of("Dropout sets some numbers to 0 at random and makes the others larger. So no unit can rely"
                        + " on a single other one. It does this in training only.");
            case GaussianNoise noise ->
                List.of("The layer adds a little noise to each number, in training only. So the network cannot learn"
                        + " every sample by heart.");
            case BatchNormalization batch ->
                List.of(
                        "The numbers of a unit get mean 0 and variance 1 over the mini-batch. Then the unit multiplies them by γ"
                                + " and adds β. The training learns both.");
            case LayerNormalization each ->
                List.of(
                        "The numbers of a sample get mean 0 and variance 1 over the units. Then each unit multiplies its own by γ"
                                + " and adds β. The training learns both.");
            case ActivationLayer alone -> List.of();
        };
    }

    private List<String> activation() {
        Activation f = trace.before().activation(at());
        String what =
                switch (f) {
                    case Activation.Relu relu -> "relu keeps a positive z as it is and turns a negative z into 0.";
                    case Activation.Sigmoid sigmoid ->
                        "sigmoid turns any z into a number between 0 and 1: 0.5 at z = 0, near 1 for a large z.";
                    case Activation.Tanh tanh -> "tanh turns any z into a number between −1 and 1.";
                    case Activation.Softmax softmax ->
                        "softmax turns the z of all units into probabilities: each between 0 and 1, together 1.";
                    default ->
                        f.equals(Activation.LINEAR)
                                ? "linear leaves z as it is: a = z."
                                : f.name() + " is the activation function f of this layer.";
                };
        return List.of(
                "%s applies the activation function f to its z. The result is its activation a."
                        .formatted(units(at()) == 1 ? "The unit" : "Each unit"),
                what);
    }

    private List<String> prediction() {
        return List.of(
                "The activation of the output layer is the prediction ŷ, the network's answer.",
                "The loss compares it with the target y.");
    }

    private List<String> loss() {
        String name = trace.lossFunction().name().replace('_', ' ');
        List<String> sentences = new ArrayList<>();
        sentences.add("The loss, here the " + name
                + ", says in one number how wrong the prediction is. The smaller, the better.");
        if (many()) {
            sentences.add("The loss L of the mini-batch is the mean over its %d samples.".formatted(trace.width()));
        }
        return sentences;
    }

    private List<String> error() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "The backward pass begins here. The error δ = ∂L/∂z of an output unit says how fast the loss changes when"
                        + " its z grows a little.");
        sentences.add("If δ is positive, a smaller z makes the loss smaller.");
        if (many()) {
            sentences.add("L is a mean over %d samples. So the δ of each sample has the factor 1/%d."
                    .formatted(trace.width(), trace.width()));
        }
        return sentences;
    }

    private List<String> gradients() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "The gradient of a weight is the error δ of the unit that it leads to, times the input that came in"
                        + " along it.");
        sentences.add("The gradient of a bias is δ itself: its input is always 1.");
        if (many()) {
            sentences.add("The products of all samples of the mini-batch are added up.");
        }
        if (!trace.before().layer(at()).trainable()) {
            sentences.add("This layer is frozen: its gradients are computed, but no update uses them.");
        }
        return sentences;
    }

    private List<String> back() {
        return List.of(
                "Each δ of %s goes back along its weights: δ times weight. A unit of %s adds up what comes back. The sum is"
                                .formatted(layer(at() + 1), layer(at()))
                        + " ∂L/∂a.",
                "The unit's own error is this sum times the slope of its activation: δ = ∂L/∂a · f′(z).");
    }

    private List<String> update() {
        if (!trace.before().layer(at()).trainable()) {
            return List.of("This layer is frozen: its weights stay as they are.");
        }
        boolean plain = trace.optimizer().rule() instanceof Sgd sgd && sgd.momentum() == 0;
        String rule = plain
                ? "Each weight takes a step against its gradient g: Δw = −η · g."
                : "The optimizer " + trace.optimizer().rule().name()
                        + " computes a step Δw from each gradient g. It also uses its memory of earlier gradients.";
        return List.of(
                rule,
                "The learning rate of this step is η = %s.".formatted(NumberText.significant(trace.learningRate())),
                "The new weight is w + Δw. The next step begins with it.");
    }

    private List<String> repeat() {
        double after = trace.afterwards().loss();
        String moved = !Double.isFinite(after)
                ? "not a finite number"
                : after < trace.loss() ? "smaller" : after > trace.loss() ? "larger" : "the same";
        return List.of(
                "The loss of this mini-batch was %s. With the new weights it is %s: %s."
                        .formatted(NumberText.significant(trace.loss()), NumberText.significant(after), moved),
                "The next step begins again at the input, with the next mini-batch.");
    }
}
