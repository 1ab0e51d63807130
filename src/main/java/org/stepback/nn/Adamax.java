package org.stepback.nn;

/// Adamax: Adam with the largest gradient u in place of the mean square, Kingma and Ba 2015.
///
/// `m ← β₁ m + (1 − β₁) g`, `u ← max(β₂ u, |g|)`, `w ← w − η m / ((1 − β₁ᵗ) (u + ε))`.
public record Adamax(
        @Within("[0, 1)") double beta1,
        @Within("[0, 1)") double beta2,
        @Within("(0, 1]") double epsilon) implements Optimizer {
    public Adamax() {
        this(0.9, 0.999, 1e-7);
    }

    @Override
    public int slots() {
        return 2;
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
}
