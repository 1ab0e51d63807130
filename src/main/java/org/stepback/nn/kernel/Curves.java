package org.stepback.nn.kernel;

/// The curves of the common activations for one number; [VectorFunctions] computes them by the same operations.
public final class Curves {
    /// From here on tanh is 1 to the last digit.
    static final double FLAT = 20;

    private Curves() {}

    /// `tanh z = m / (2 − m)` with `m = 1 − e^−2|z|`, which keeps its digits near 0, and the sign of z.
    public static double tanh(double z) {
        double size = Math.abs(z);
        double m = size > FLAT ? 1 : Exponential.missing(-2 * size);
        return Math.copySign(m / (2 - m), z);
    }

    /// The slope of tanh where its value is a: `1 − a²`.
    public static double tanhSlope(double a) {
        return (1 - a) * (1 + a);
    }

    /// The slope of the logistic curve where its value is a.
    public static double sigmoidSlope(double a) {
        return a * (1 - a);
    }

    /// `σ(z) = 1 / (1 + e^−z)`, by `e^−|z|`, which never overflows.
    public static double sigmoid(double z) {
        double e = Exponential.of(-Math.abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }
}
