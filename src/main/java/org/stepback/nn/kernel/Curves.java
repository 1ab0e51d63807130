package org.stepback.nn.kernel;

/// The curves of the common activations for one number; [VectorFunctions] computes them by the same operations.
public final class Curves {
    /// Below it the series of tanh is used, as the quotient would lose digits there.
    static final double SMALL = 0.02;

    /// The series' coefficients after the first, which is 1.
    static final double T3 = -1.0 / 3;

    static final double T5 = 2.0 / 15;
    static final double T7 = -17.0 / 315;
    static final double T9 = 62.0 / 2835;

    private Curves() {}

    /// `tanh z = (1 − e^−2|z|) / (1 + e^−2|z|)`, with the sign of z.
    public static double tanh(double z) {
        double size = Math.abs(z);
        if (size < SMALL) {
            double s = z * z;
            double series = Math.fma(Math.fma(Math.fma(T9, s, T7), s, T5), s, T3);
            return Math.fma(z * s, series, z);
        }
        double e = Exponential.of(-2 * size);
        return Math.copySign((1 - e) / (1 + e), z);
    }

    /// `σ(z) = 1 / (1 + e^−z)`, by `e^−|z|`, which never overflows.
    public static double sigmoid(double z) {
        double e = Exponential.of(-Math.abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }
}
