package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.after;

import java.util.List;
import org.stepback.nn.math.Portable;
import org.stepback.nn.setting.Within;

/// Adamax: Adam with the largest gradient u in place of the mean square, Kingma and Ba 2015.
///
/// `m ← β₁ m + (1 − β₁) g`, `u ← max(β₂ u, |g|)`, `w ← w − η m / ((1 − β₁ᵗ) (u + ε))`.
///
/// @param beta1 β₁, how much of the running mean m is kept; 0.9 by default, 0 to below 1
/// @param beta2 β₂, how slowly the largest gradient u fades; 0.999 by default, 0 to below 1
/// @param epsilon ε, against a division by 0; 1e-7 by default, above 0
public record Adamax(
        @Within("[0, 1)") double beta1,
        @Within("[0, 1)") double beta2,
        @Within("(0, 1]") double epsilon) implements Optimizer {
    public Adamax() {
        this(0.9, 0.999, 1e-7);
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("m", "m = β₁ m_prev + (1 − β₁) g"), new Slot("u", "u = max(β₂ u_prev, |g|)"));
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] m = memory[0];
        double[] u = memory[1];
        double alpha = rate / Portable.missing(beta1, step);
        for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            u[i] = Math.max(beta2 * u[i], Math.abs(g[i]));
            w[i] = w[i] - alpha * m[i] / (u[i] + epsilon);
        }
    }

    @Override
    public WeightChange change() {
        return new WeightChange(
                "Δw = −η / (1 − β₁ᵗ) · m / (u + ε)",
                List.of(after(0), after(1)),
                (t, n) -> -n[0] / Portable.missing(beta1, t) * n[2] / (n[3] + epsilon));
    }
}
