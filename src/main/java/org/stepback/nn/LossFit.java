package org.stepback.nn;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/// The sentences that say why an output layer or a column of targets does not fit a loss.
final class LossFit {
    static final String ONE_CLASS =
            "categorical_crossentropy compares the probabilities of two or more classes, but the"
                    + " network has 1 output. Give the last layer one unit for each class and softmax, or use"
                    + " binary_crossentropy with sigmoid.";

    private LossFit() {}

    static Optional<String> needsProbabilities(Loss loss, Activation output, String instead) {
        return output.givesProbabilities()
                ? Optional.empty()
                : Optional.of(loss.name() + " reads each output as a probability between 0 and 1, but the last layer's"
                        + " activation, " + output.name() + ", can leave that range. Change it to " + instead
                        + ", or use mean_squared_error.");
    }

    static Optional<String> needsTargetsFrom0To1(Loss loss, DMatrixRMaj target) {
        for (int i = 0; i < target.getNumElements(); i++) {
            if (!(target.data[i] >= 0 && target.data[i] <= 1)) {
                return Optional.of(
                        loss.name() + " compares probabilities and needs targets from 0 to 1, but a target is "
                                + target.data[i] + ". Use mean_squared_error to predict numbers.");
            }
        }
        return Optional.empty();
    }
}
