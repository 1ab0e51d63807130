package org.stepback.nn.layer;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.setting.Tunable;

/// One layer of a network: what it makes of the activations of the layer before.
///
/// A record of settings; what it has learnt are its [Weights]. Forward it gives `Z` from `A_prev`, and its activation
/// `A = f(Z)`; backward it gives the gradients of its weights and `∂L/∂A_prev` from `delta = ∂L/∂Z`. Matrices are
/// units × batch; they may be wider than the batch, and what a layer writes into those columns must add nothing to any
/// gradient. To add a layer, write its record and name it in `permits` and in [#ALL]. Source: Keras 3, `keras.layers`.
public sealed interface Layer extends Tunable
        permits Dense, ActivationLayer, Dropout, GaussianNoise, BatchNormalization, LayerNormalization {
    /// Every layer, with settings to begin with, in the order in which a picker shows them.
    List<Layer> ALL = List.of(
            new Dense(8, new Activation.Relu()),
            new ActivationLayer(new Activation.Relu()),
            new Dropout(0.2),
            new GaussianNoise(0.1),
            new BatchNormalization(),
            new LayerNormalization());

    /// Returns the layer with this Keras name, if there is one.
    static Optional<Layer> named(String name) {
        return ALL.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /// Returns how many numbers it gives for each sample, where the layer before gives so many.
    default int units(int inputs) {
        return inputs;
    }

    /// f, applied to Z; linear where the layer has none.
    default Activation activation() {
        return Activation.LINEAR;
    }

    /// Returns whether an update changes its weights; a frozen layer keeps them.
    default boolean trainable() {
        return true;
    }

    /// Returns the names of the tensors that it has.
    default TensorNames tensors() {
        return TensorNames.NONE;
    }

    /// Returns how many factors its kernel, if it has one, holds for each unit.
    default int factors(int inputs) {
        return 1;
    }

    /// Its weights before the first step, with a kernel of zeros where an [Initializer] fills it.
    default Weights blank(int inputs) {
        return Weights.none();
    }

    /// Returns room for the numbers that [#forward] leaves to the backward pass.
    ///
    /// @param width of its matrices
    default DMatrixRMaj cache(int inputs, int width) {
        return new DMatrixRMaj(0, 0);
    }

    /// Forward: `Z` from `A_prev`, here `x`.
    void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase);

    /// Backward: the gradients of the weights, from `delta = ∂L/∂Z`.
    ///
    /// @param dW `∂L/∂kernel`, and `db` `∂L/∂bias`; both are overwritten
    /// @param scratch for a product
    default void gradients(
            DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dW, DMatrixRMaj db, double[] scratch) {}

    /// Backward: `∂L/∂x` from `delta = ∂L/∂Z`.
    void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx);

    /// Takes a step's statistics into those that are kept, after the step's update.
    default void afterUpdate(Weights weights, ForwardCache cache) {}

    /// Returns the penalty on its weights, which is a part of the loss.
    default double penalty(Weights weights) {
        return 0;
    }

    /// Adds the penalty's gradients to those of the data.
    default void addPenaltyGradient(Weights weights, DMatrixRMaj dW, DMatrixRMaj db) {}
}
