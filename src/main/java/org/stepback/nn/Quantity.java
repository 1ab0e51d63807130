package org.stepback.nn;

/// One number of a [Trace], by its place.
///
/// Layers, rows, columns and samples are counted from 0; a sample is its place in the mini-batch.
public sealed interface Quantity {
    /// The two tensors that a layer may learn: `W` and `b`, or γ and β of a normalization.
    enum Tensor {
        KERNEL,
        BIAS
    }

    /// An input of the network.
    record X(int row, int sample) implements Quantity {}

    /// A target.
    record Y(int row, int sample) implements Quantity {}

    /// The weight of a sample.
    record SampleWeight(int sample) implements Quantity {}

    /// A weight w before the step, in row and column of its tensor.
    record Weight(int layer, Tensor tensor, int row, int column) implements Quantity {}

    /// A weighted sum, or what another layer gives in its place.
    record Z(int layer, int row, int sample) implements Quantity {}

    /// An activation `a = f(z)`.
    record A(int layer, int row, int sample) implements Quantity {}

    /// The factor of dropout: 0, or `1 / (1 − r)`.
    record Mask(int layer, int row, int sample) implements Quantity {}

    /// The number that a noise layer adds.
    record Added(int layer, int row, int sample) implements Quantity {}

    /// `x̂` of a normalization.
    record Normal(int layer, int row, int sample) implements Quantity {}

    /// The mean μ of a normalization.
    ///
    /// @param index the unit of a batch normalization, the sample of a layer normalization
    record Mean(int layer, int index) implements Quantity {}

    /// `1 / √(σ² + ε)` of a normalization.
    ///
    /// @param index as that of [Mean]
    record Inverse(int layer, int index) implements Quantity {}

    /// The loss of one sample, before the mean over the batch.
    record SampleLoss(int sample) implements Quantity {}

    /// The loss of the batch, with the penalties on weights.
    record BatchLoss() implements Quantity {}

    /// `∂L/∂a`.
    record DA(int layer, int row, int sample) implements Quantity {}

    /// The slope `f′(z)`.
    record Slope(int layer, int row, int sample) implements Quantity {}

    /// `δ = ∂L/∂z`.
    record Delta(int layer, int row, int sample) implements Quantity {}

    /// `∂L/∂w`, as backpropagation gives it.
    record Gradient(Weight of) implements Quantity {}

    /// The gradient g that the optimizer gets, which clipping may have made smaller.
    record Clipped(Weight of) implements Quantity {}

    /// A number that the optimizer remembers of a weight, before or after the step.
    record Memory(Weight of, int slot, boolean after) implements Quantity {}

    /// The number that the optimizer adds to a weight.
    record Change(Weight of) implements Quantity {}

    /// A weight after the step.
    record NewWeight(Weight of) implements Quantity {}
}
