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

    /// A number of a unit or an input, for a sample.
    sealed interface PerSample extends Quantity {
        int row();

        int sample();
    }

    /// A number of a weight.
    sealed interface PerWeight extends Quantity {
        /// Returns the weight that it belongs to.
        Weight of();
    }

    /// An input of the network.
    record X(int row, int sample) implements PerSample {}

    /// A target.
    record Y(int row, int sample) implements PerSample {}

    /// The weight of a sample.
    record SampleWeight(int sample) implements Quantity {}

    /// A weight w before the step, in row and column of its tensor.
    record Weight(int layer, Tensor tensor, int row, int column) implements PerWeight {
        @Override
        public Weight of() {
            return this;
        }
    }

    /// A weighted sum, or what another layer gives in its place.
    record Z(int layer, int row, int sample) implements PerSample {}

    /// An activation `a = f(z)`.
    record A(int layer, int row, int sample) implements PerSample {}

    /// The factor of dropout: 0, or `1 / (1 − r)`.
    record Mask(int layer, int row, int sample) implements PerSample {}

    /// The number that a noise layer adds.
    record Added(int layer, int row, int sample) implements PerSample {}

    /// `x̂` of a normalization.
    record Normal(int layer, int row, int sample) implements PerSample {}

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
    record DA(int layer, int row, int sample) implements PerSample {}

    /// The slope `f′(z)`.
    record Slope(int layer, int row, int sample) implements PerSample {}

    /// `δ = ∂L/∂z`.
    record Delta(int layer, int row, int sample) implements PerSample {}

    /// `∂L/∂w`, as backpropagation gives it.
    record Gradient(Weight of) implements PerWeight {}

    /// The gradient g that the optimizer gets, which clipping may have made smaller.
    record Clipped(Weight of) implements PerWeight {}

    /// A number that the optimizer remembers of a weight, before or after the step.
    record Memory(Weight of, int slot, boolean after) implements PerWeight {}

    /// The number that the optimizer adds to a weight.
    record Change(Weight of) implements PerWeight {}

    /// A weight after the step.
    record NewWeight(Weight of) implements PerWeight {}
}
