package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.after;

import java.util.List;
import org.stepback.nn.setting.Within;

/// Stochastic gradient descent: `w ← w − η g`; with momentum μ: `m ← μ m − η g`, `w ← w + m`, and with Nesterov's
/// look ahead `w ← w + μ m − η g`.
///
/// @param momentum μ, how much of the last step is kept; 0 by default, below 1
/// @param nesterov whether a step looks ahead along m; false by default
public record Sgd(@Within("[0, 1)") double momentum, boolean nesterov) implements Optimizer {
    public Sgd() {
        this(0, false);
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public List<Slot> slots() {
        return momentum == 0 ? List.of() : List.of(new Slot("m", "m = μ m_prev − η g"));
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

    @Override
    public WeightChange change() {
        if (momentum == 0) {
            return new WeightChange("Δw = −η · g", List.of(), (t, n) -> -n[0] * n[1]);
        }
        return nesterov
                ? new WeightChange("Δw = μ m − η g", List.of(after(0)), (t, n) -> momentum * n[2] - n[0] * n[1])
                : new WeightChange("Δw = m", List.of(after(0)), (t, n) -> n[2]);
    }
}
