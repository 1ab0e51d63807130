package org.stepback.nn.regularizer;

import org.stepback.nn.kernel.Kernels;

/// The sums and slopes that penalties are made of.
final class Penalties {
    private Penalties() {}

    /// `Σ w²`.
    static double sumOfSquares(double[] w) {
        return Kernels.BEST.sumOfSquares(w, w.length);
    }

    /// `Σ |w|`.
    static double sumOfSizes(double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += Math.abs(w[i]);
        }
        return sum;
    }

    /// `g ← g + λ w`.
    static void addMultiple(double factor, double[] w, double[] gradient) {
        for (int i = 0; i < w.length; i++) {
            gradient[i] += factor * w[i];
        }
    }

    /// `g ← g + λ sign w`.
    static void addSigns(double factor, double[] w, double[] gradient) {
        for (int i = 0; i < w.length; i++) {
            gradient[i] += factor * Math.signum(w[i]);
        }
    }
}
