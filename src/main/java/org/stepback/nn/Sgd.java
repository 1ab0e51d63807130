package org.stepback.nn;

/// Stochastic gradient descent: `w ← w − η g`; with momentum μ: `m ← μ m − η g`, `w ← w + m`, and with Nesterov's
/// look ahead `w ← w + μ m − η g`.
public record Sgd(@Within("[0, 1)") double momentum, boolean nesterov) implements Optimizer {
    public Sgd() {
        this(0, false);
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public int slots() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        if (momentum == 0) {
            for (int i = 0; i < w.length; i++) {
                w[i] = w[i] - rate * g[i];
            }
        } else {
            double[] m = memory[0];
            for (int i = 0; i < w.length; i++) {
                m[i] = momentum * m[i] - rate * g[i];
                w[i] = w[i] + (nesterov ? momentum * m[i] - rate * g[i] : m[i]);
            }
        }
    }
}
