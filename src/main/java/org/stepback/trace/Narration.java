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
                List.of("What %s gives is what %s takes: its %s are the inputs of %s."
                        .formatted(
                                layer(at()),
                                layer(at() + 1),
                                counted(units(at()), "activation"),
                                counted(units(at() + 1), "unit")));
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
                        ? "The step takes %s, a mini-batch. Each column of X is one sample with its %s."
                                .formatted(counted(trace.width(), "sample"), counted(features, "input"))
                        : "The sample has %s, the column x.".formatted(counted(features, "input")),
                "Y has the target of each sample, which the network does not see on its way forward.");
    }

    private List<String> sum(Layer layer) {
        return switch (layer) {
            case Dense dense ->
                List.of(
                        "Each of the %s of %s multiplies every input by a weight of its own and adds the products up."
                                .formatted(counted(dense.units(), "unit"), layer(at())),
                        dense.useBias()
                                ? "Then it adds its bias b. The result is its weighted sum z."
                                : "The result is its weighted sum z; this layer has no bias.",
                        "Row 1 of W has the weights of unit 1: there is one for each of its %s."
                                .formatted(counted(inputs(at()), "input")));
            case Dropout dropout ->
                List.of("Dropout sets some numbers to 0 at random and makes the others larger, so that no unit can rely"
                        + " on a single other one. It does so in training only.");
            case GaussianNoise noise ->
                List.of("A little noise is added to each number, in training only, so that the network learns what does"
                        + " not depend on it.");
            case BatchNormalization batch ->
                List.of("Each unit's numbers are brought to mean 0 and variance 1 over the mini-batch, then scaled by γ"
                        + " and shifted by β, which are learnt.");
            case LayerNormalization each ->
                List.of("Each sample's numbers are brought to mean 0 and variance 1 over the units, then scaled by γ"
                        + " and shifted by β, which are learnt.");
            case ActivationLayer alone -> List.of();
        };
    }

    private List<String> activation() {
        Activation f = trace.before().activation(at());
        String what =
                switch (f) {
                    case Activation.Relu relu -> "relu keeps a positive z as it is and makes 0 of a negative one.";
                    case Activation.Sigmoid sigmoid ->
                        "sigmoid turns any z into a number between 0 and 1: 0.5 at z = 0, near 1 for a large z.";
                    case Activation.Tanh tanh -> "tanh turns any z into a number between −1 and 1.";
                    case Activation.Softmax softmax ->
                        "softmax turns the z of all units into probabilities: each between 0 and 1, together 1.";
                    default ->
                        f.equals(Activation.LINEAR)
                                ? "linear leaves z as it is: a = z."
                                : f.name() + " is the function f of this layer.";
                };
        return List.of("Each unit puts its z through the activation f, and gets a.", what);
    }

    private List<String> prediction() {
        return List.of(
                "What the output layer gives is the prediction ŷ: the network's answer.",
                "The target y stands next to it. The loss measures how far the two are apart.");
    }

    private List<String> loss() {
        String name = trace.lossFunction().name().replace('_', ' ');
        List<String> sentences = new ArrayList<>();
        sentences.add("The loss, here the " + name + ", says in one number how wrong the prediction is: 0 is perfect.");
        if (many()) {
            sentences.add("The loss L of the mini-batch is the mean over its %s."
                    .formatted(counted(trace.width(), "sample")));
        }
        return sentences;
    }

    private List<String> error() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "The backward pass begins here. The error δ of an output unit says how the loss changes when its z"
                        + " grows a little: δ = ∂L/∂z.");
        sentences.add("A positive δ means that a smaller z would make the loss smaller.");
        if (many()) {
            sentences.add("As L is a mean over %d samples, the δ of each sample has 1/%d in it."
                    .formatted(trace.width(), trace.width()));
        }
        return sentences;
    }

    private List<String> gradients() {
        List<String> sentences = new ArrayList<>();
        sentences.add("The gradient of a weight is the error δ of the unit that it leads to, times what came in along"
                + " it.");
        sentences.add("The gradient of a bias is δ itself, as its input is always 1.");
        if (many()) {
            sentences.add("Every sample of the mini-batch has its say: the products are added up.");
        }
        if (!trace.before().layer(at()).trainable()) {
            sentences.add("This layer is frozen: its gradients are computed, but no update uses them.");
        }
        return sentences;
    }

    private List<String> back() {
        return List.of(
                "A unit of %s has added to the error of each unit that it feeds, as strongly as the weight between"
                                .formatted(layer(at()))
                        + " them says. So each δ comes back along its weight.",
                "Times the slope f′(z) of its own activation, that is the unit's own error δ.");
    }

    private List<String> update() {
        if (!trace.before().layer(at()).trainable()) {
            return List.of("This layer is frozen: its weights stay as they are.");
        }
        boolean plain = trace.optimizer().rule() instanceof Sgd sgd && sgd.momentum() == 0;
        String rule = plain
                ? "Each weight takes a step against its gradient g: g times the learning rate η, with a minus."
                : "The optimizer " + trace.optimizer().rule().name()
                        + " makes a step Δw of each gradient g, with what it remembers of earlier ones.";
        return List.of(
                rule,
                "The learning rate of this step is η = %s.".formatted(NumberText.significant(trace.learningRate())),
                "The new weight is w + Δw. With it the next step begins.");
    }

    private List<String> repeat() {
        double after = trace.afterwards().loss();
        String moved = !Double.isFinite(after)
                ? "no finite number any more"
                : after < trace.loss() ? "smaller" : after > trace.loss() ? "larger" : "the same";
        return List.of(
                "The loss of this mini-batch was %s. With the new weights it is %s: %s."
                        .formatted(NumberText.significant(trace.loss()), NumberText.significant(after), moved),
                "The next step takes the next mini-batch and begins again with the input.");
    }
}
