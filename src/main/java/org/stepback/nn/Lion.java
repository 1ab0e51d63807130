package org.stepback.nn;

/// Lion: every weight steps by η, the way its momentum points, Chen et al. 2023.
///
/// `w ← w − η sign(β₁ m + (1 − β₁) g)`, `m ← β₂ m + (1 − β₂) g`.
public record Lion(
        @Within("(0, 1)") double beta1, @Within("[0, 1)") double beta2) implements Optimizer {
    public Lion() {
        this(0.9, 0.99);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] m = memory[0];
        for (int i = 0; i < w.length; i++) {
            w[i] = w[i] - rate * Math.signum(beta1 * m[i] + (1 - beta1) * g[i]);
            m[i] = beta2 * m[i] + (1 - beta2) * g[i];
        }
    }
}
