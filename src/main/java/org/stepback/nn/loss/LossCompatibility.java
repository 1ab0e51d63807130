package org.stepback.nn.loss;

import java.util.Optional;
import org.stepback.nn.activation.Activation;

/// The sentences that say why an output layer does not fit a loss.
final class LossCompatibility {
    private LossCompatibility() {}

    static Optional<Misfit> needsProbabilities(Loss loss, Activation output, String instead) {
        return output.givesProbabilities()
                ? Optional.empty()
                : Optional.of(new Misfit(
                        loss.name() + " reads each output as a probability between 0 and 1, but the last layer's"
                                + " activation, " + output.name() + ", can leave that range.",
                        "Change it to " + instead));
    }

    static Optional<Misfit> needsClasses(Loss loss, int outputs) {
        return outputs > 1
                ? Optional.empty()
                : Optional.of(new Misfit(
                        loss.name() + " compares the probabilities of two or more classes, but the network has 1"
                                + " output.",
                        "Give the last layer one unit for each class, with softmax"));
    }

    static Optional<Misfit> needsBothSigns(Loss loss, Activation output) {
        Activation.Range range = output.range();
        if (range.from() < 0 && range.to() > 0) {
            return Optional.empty();
        }
        String side = range.from() >= 0 ? "below" : "above";
        return Optional.of(new Misfit(
                loss.name() + " reads the sign of each output, but the last layer's activation, " + output.name()
                        + ", never goes " + side + " 0.",
                "Change it to tanh or linear"));
    }

    static Optional<Misfit> needsNotNegative(Loss loss, Activation output) {
        return output.range().from() >= 0
                ? Optional.empty()
                : Optional.of(new Misfit(
                        loss.name() + " takes the logarithm of each output, but the last layer's activation, "
                                + output.name() + ", can go below 0.",
                        "Change it to softplus or exponential"));
    }
}
