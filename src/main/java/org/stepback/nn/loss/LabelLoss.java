package org.stepback.nn.loss;

import java.util.List;
import java.util.Optional;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.setting.Within;

/// Losses of yes and no, output by output, besides [Loss.BinaryCrossentropy].
///
/// To add one, write its record and name it in [#all()].
public sealed interface LabelLoss extends Loss.Elementwise {
    /// Every one of them, in the order in which a picker shows them.
    static List<LabelLoss> all() {
        return List.of(new Hinge(), new SquaredHinge(), new BinaryFocalCrossentropy());
    }

    /// A loss of the side of 0 on which an output lies, and how far.
    sealed interface Margin extends LabelLoss {
        @Override
        default Targets targets() {
            return Targets.SIGNS;
        }

        @Override
        default Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return LossCompatibility.needsBothSigns(this, output);
        }
    }

    /// The amount that a prediction lacks to the right side of 1: `ℓ = max(1 − y ŷ, 0)` for y = ±1, 0 being read as −1;
    /// `∂ℓ/∂ŷ = −y` where something is missing, else 0. The loss of support vector machines.
    record Hinge() implements Margin {
        /// −1 for no, whether it is written as −1 or as 0.
        static double sign(double y) {
            return y == 0 ? -1 : y;
        }

        static double missing(double prediction, double y) {
            return Math.max(1 - sign(y) * prediction, 0);
        }

        @Override
        public double of(double prediction, double y) {
            return missing(prediction, y);
        }

        @Override
        public double derivative(double prediction, double y) {
            return missing(prediction, y) > 0 ? -sign(y) : 0;
        }
    }

    /// The square of [Hinge]: `ℓ = max(1 − y ŷ, 0)²`, `∂ℓ/∂ŷ = −2 y max(1 − y ŷ, 0)`.
    record SquaredHinge() implements Margin {
        @Override
        public double of(double prediction, double y) {
            double missing = Hinge.missing(prediction, y);
            return missing * missing;
        }

        @Override
        public double derivative(double prediction, double y) {
            return -2 * Hinge.sign(y) * Hinge.missing(prediction, y);
        }
    }

    /// Binary crossentropy c, clipped as there, that counts what is right already for less: `ℓ = w m^γ c`, where
    /// `m = y (1 − ŷ) + (1 − y) ŷ` is the probability that was missed; `∂ℓ/∂ŷ = w (γ m^(γ−1) (1 − 2y) c + m^γ c′)`.
    /// Lin et al. 2017.
    ///
    /// @param gamma γ, how little a right answer counts; 2 by default, 0 to 10
    /// @param alpha with class balancing, the weight `w = α` of yes and `1 − α` of no; 0.25 by default, 0 to 1
    /// @param classBalancing whether the classes have weights; false by default: w = 1
    record BinaryFocalCrossentropy(
            @Within("[0, 10]") double gamma,
            @Within("[0, 1]") double alpha,
            boolean classBalancing) implements LabelLoss {
        private static final BinaryCrossentropy CROSSENTROPY = new BinaryCrossentropy();

        /// Keras's γ = 2 and α = 0.25, without class balancing.
        public BinaryFocalCrossentropy() {
            this(2, 0.25, false);
        }

        @Override
        public double of(double prediction, double y) {
            return weight(y) * StrictMath.pow(missed(prediction, y), gamma) * CROSSENTROPY.of(prediction, y);
        }

        @Override
        public double derivative(double prediction, double y) {
            double missed = missed(prediction, y);
            double ofFactor = gamma * StrictMath.pow(missed, gamma - 1) * (1 - 2 * y) * CROSSENTROPY.of(prediction, y);
            double ofCrossentropy = StrictMath.pow(missed, gamma) * CROSSENTROPY.derivative(prediction, y);
            return weight(y) * (ofFactor + ofCrossentropy);
        }

        private static double missed(double prediction, double y) {
            return y * (1 - prediction) + (1 - y) * prediction;
        }

        private double weight(double y) {
            return classBalancing ? y * alpha + (1 - y) * (1 - alpha) : 1;
        }

        @Override
        public Targets targets() {
            return Targets.PROBABILITIES;
        }

        @Override
        public Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return LossCompatibility.needsProbabilities(this, output, "sigmoid");
        }
    }
}
