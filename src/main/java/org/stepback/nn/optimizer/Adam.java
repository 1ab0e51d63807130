package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.after;

import java.util.List;
import org.stepback.nn.kernel.Kernels;
import org.stepback.nn.math.Portable;
import org.stepback.nn.setting.Within;

/// Adam: a step sized by the gradient's running mean m and running mean square v, Kingma and Ba 2015.
///
/// `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`, `w ← w − α m / (√v + ε)` with
/// `α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ)`. ε is added to the uncorrected root, as in Keras. AMSGrad takes the largest v
/// so far instead of v, Reddi et al. 2018.
///
/// @param beta1 β₁, how much of the running mean m is kept; 0.9 by default, 0 to below 1
/// @param beta2 β₂, how much of the running mean square v is kept; 0.999 by default, 0 to below 1
/// @param epsilon ε, against a division by 0; 1e-7 by default, above 0
/// @param amsgrad whether the largest v so far is used; false by default
public record Adam(
        @Within("[0, 1)") double beta1,
        @Within("[0, 1)") double beta2,
        @Within("(0, 1]") double epsilon,
        boolean amsgrad)
        implements Optimizer {
    public Adam() {
        this(0.9, 0.999, 1e-7, false);
    }

    @Override
    public List<Slot> slots() {
        return slotsOf(amsgrad);
    }

    @Override
    public double correction(long step) {
        return correction(step, beta1, beta2);
    }

    /// `√(1 − β₂ᵗ) / (1 − β₁ᵗ)`.
    static double correction(long step, double beta1, double beta2) {
        return Math.sqrt(Portable.missing(beta2, step)) / Portable.missing(beta1, step);
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        update(rate, w, g, memory, beta1, beta2, epsilon);
    }

    /// Shared with [AdamW].
    static void update(
            double alpha, double[] w, double[] g, double[][] memory, double beta1, double beta2, double epsilon) {
        double[] m = memory[0];
        double[] v = memory[1];
        if (memory.length == 3) {
            updateByLargest(alpha, w, g, m, v, memory[2], beta1, beta2, epsilon);
            return;
        }
        // The kernel does whole vectors of the loop below, with the same bits, and says how far it came.
        for (int i = Kernels.BEST.adam(w, g, m, v, alpha, beta1, beta2, epsilon); i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] = w[i] - alpha * m[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }

    /// AMSGrad, in a loop of its own: its maximum would slow every Adam down three times.
    private static void updateByLargest(
            double alpha,
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            double[] largest,
            double beta1,
            double beta2,
            double epsilon) {
        for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            largest[i] = Math.max(largest[i], v[i]);
            w[i] = w[i] - alpha * m[i] / (Math.sqrt(largest[i]) + epsilon);
        }
    }

    /// Shared with [AdamW].
    static List<Slot> slotsOf(boolean amsgrad) {
        List<Slot> slots = List.of(
                new Slot("m", "m = β₁ m_prev + (1 − β₁) g"),
                new Slot("v", "v = β₂ v_prev + (1 − β₂) g²"),
                new Slot("v̂", "v̂ = max(v̂_prev, v)"));
        return amsgrad ? slots : slots.subList(0, 2);
    }

    /// Shared with [AdamW].
    static WeightChange changeOf(double beta1, double beta2, double epsilon, boolean amsgrad) {
        return new WeightChange(
                "Δw = −α m / (√" + (amsgrad ? "v̂" : "v") + " + ε), α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ)",
                amsgrad ? List.of(after(0), after(1), after(2)) : List.of(after(0), after(1)),
                (t, n) -> -n[0] * correction(t, beta1, beta2) * n[2] / (Math.sqrt(amsgrad ? n[4] : n[3]) + epsilon));
    }

    @Override
    public WeightChange change() {
        return changeOf(beta1, beta2, epsilon, amsgrad);
    }
}
