package org.stepback.nn.activation;

import org.stepback.nn.kernel.Kernels;

/// The activations that have a fast form in [Kernels], with the bits of their own `f` and `backward`.
///
/// Each method returns how many numbers, from the first on, it has computed; the others are left to the plain form.
final class FastForms {
    private FastForms() {}

    /// `a = f(z)`.
    static int apply(Activation.Elementwise activation, double[] z, double[] a, int n) {
        if (activation instanceof Activation.Relu) {
            return Kernels.BEST.relu(z, a, n);
        } else if (activation instanceof Activation.Tanh) {
            return Kernels.BEST.tanh(z, a, n);
        }
        return activation instanceof Activation.Sigmoid ? Kernels.BEST.sigmoid(z, a, n) : 0;
    }

    /// `∂L/∂z = ∂L/∂a · f′(z)`.
    static int backward(Activation.Elementwise activation, double[] da, double[] z, double[] a, double[] dz, int n) {
        if (activation instanceof Activation.Relu) {
            return Kernels.BEST.reluBackward(da, z, dz, n);
        } else if (activation instanceof Activation.Tanh) {
            return Kernels.BEST.tanhBackward(da, a, dz, n);
        }
        return activation instanceof Activation.Sigmoid ? Kernels.BEST.sigmoidBackward(da, a, dz, n) : 0;
    }
}
