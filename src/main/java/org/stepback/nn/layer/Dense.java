package org.stepback.nn.layer;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.math.Products;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Required;
import org.stepback.nn.setting.Within;

/// A layer in which every unit sees every input: `Z = W A_prev + b`, `A = f(Z)`.
///
/// Backward: `∂L/∂W = δ A_prevᵀ`, `∂L/∂b = Σ δ` over the batch, `∂L/∂A_prev = Wᵀ δ`. Limits are checked by
/// [Architecture#problem()], so that a wrong layer can be shown with the sentence that says why.
///
/// @param units how many numbers it gives for each sample; 1 to [#MAX_UNITS], no default
/// @param activation its f; no default
/// @param useBias whether it adds b; true by default, without it b is 0
/// @param trainable whether its weights are learnt; true by default
/// @param kernelRegularizer the penalty on W; none by default
/// @param biasRegularizer the penalty on b; none by default
/// @param kernelInitializer the start of W; by default that of the network's other layers
public record Dense(
        @Required @Within("[1, 512]") int units,
        @Required Activation activation,
        boolean useBias,
        boolean trainable,
        Optional<Regularizer> kernelRegularizer,
        Optional<Regularizer> biasRegularizer,
        Optional<Initializer> kernelInitializer)
        implements Layer {
    public static final int MAX_UNITS = 512;

    /// A layer with a bias, that learns without a penalty.
    public Dense(int units, Activation activation) {
        this(units, activation, true, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Returns the same layer with another f.
    public Dense with(Activation other) {
        return new Dense(units, other, useBias, trainable, kernelRegularizer, biasRegularizer, kernelInitializer);
    }

    /// Returns the same layer with another start of W.
    public Dense with(Optional<Initializer> other) {
        return new Dense(units, activation, useBias, trainable, kernelRegularizer, biasRegularizer, other);
    }

    @Override
    public int units(int inputs) {
        return units;
    }

    @Override
    public int factors(int inputs) {
        return inputs;
    }

    @Override
    public TensorNames tensors() {
        return TensorNames.of("kernel", true, "bias", useBias, List.of());
    }

    @Override
    public Weights blank(int inputs) {
        return new Weights(new DMatrixRMaj(units, inputs), new DMatrixRMaj(units, 1));
    }

    @Override
    public void forward(Weights weights, DMatrixRMaj x, DMatrixRMaj z, ForwardCache cache, Phase phase) {
        Products.multiplyAdd(weights.kernel(), x, weights.bias(), z);
    }

    @Override
    public void gradients(
            DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dW, DMatrixRMaj db, double[] scratch) {
        Products.gradients(delta, x, dW, db, useBias, scratch);
    }

    @Override
    public void backward(Weights weights, DMatrixRMaj x, DMatrixRMaj delta, ForwardCache cache, DMatrixRMaj dx) {
        Products.multiplyTransposedLeft(weights.kernel(), delta, dx);
    }

    @Override
    public double penalty(Weights weights) {
        if (!trainable) {
            return 0;
        }
        return penalty(kernelRegularizer, weights.kernel()) + penalty(biasRegularizer, weights.bias());
    }

    private static double penalty(Optional<Regularizer> regularizer, DMatrixRMaj w) {
        return regularizer.isPresent() ? regularizer.get().penalty(w.data) : 0;
    }

    @Override
    public void addPenaltyGradient(Weights weights, DMatrixRMaj dW, DMatrixRMaj db) {
        if (trainable && kernelRegularizer.isPresent()) {
            kernelRegularizer.get().addGradient(weights.kernel().data, dW.data);
        }
        if (trainable && useBias && biasRegularizer.isPresent()) {
            biasRegularizer.get().addGradient(weights.bias().data, db.data);
        }
    }
}
