package org.stepback.exercise;

import java.util.OptionalInt;
import org.stepback.nn.loss.Loss;

/// A number that a check expects: given, or to be computed from an author's network and data.
///
/// Samples, layers, units and inputs count from 1. A reader has checked that they exist in the author's cells.
public sealed interface ExpectedNumber {
    /// The number itself.
    record Given(double value) implements ExpectedNumber {}

    /// The number of kernel and bias values the network has.
    record Parameters(String network) implements ExpectedNumber {}

    /// A weighted sum, `z = W a_prev + b`.
    record Z(String network, String data, int sample, int layer, int unit) implements ExpectedNumber {}

    /// An activation, `a = f(z)`.
    record A(String network, String data, int sample, int layer, int unit) implements ExpectedNumber {}

    /// An output of the network, the activation of its last layer.
    record Prediction(String network, String data, int sample, int unit) implements ExpectedNumber {}

    /// A loss over all samples, or of one.
    ///
    /// @param sample the only sample; empty for the mean over all
    record LossOver(String network, String data, OptionalInt sample, Loss loss) implements ExpectedNumber {}

    /// ∂L/∂w for the weight from an input of a layer to one of its units.
    record KernelGradient(LossOver loss, int layer, int unit, int input) implements ExpectedNumber {}

    /// ∂L/∂b for the bias of a unit.
    record BiasGradient(LossOver loss, int layer, int unit) implements ExpectedNumber {}

    /// The weight after one step of gradient descent: w − η ∂L/∂w.
    record UpdatedKernel(KernelGradient gradient, double learningRate) implements ExpectedNumber {}

    /// The bias after one step of gradient descent: b − η ∂L/∂b.
    record UpdatedBias(BiasGradient gradient, double learningRate) implements ExpectedNumber {}
}
