package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.before;

import java.util.List;
import org.stepback.nn.setting.Within;

/// Lion: every weight steps by η, the way its momentum points, Chen et al. 2023.
///
/// `w ← w − η sign(β₁ m + (1 − β₁) g)`, `m ← β₂ m + (1 − β₂) g`.
///
/// @param beta1 β₁, the share of m in the direction of a step; 0.9 by default, above 0 and below 1
/// @param beta2 β₂, how much of the momentum m is kept; 0.99 by default, 0 to below 1
public record Lion(
        @Within("(0, 1)") double beta1, @Within("[0, 1)") double beta2) implements Optimizer {
    public Lion() {
        this(0.9, 0.99);
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("m", "m = β₂ m_prev + (1 − β₂) g"));
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] m = memory[0];
        for (int i = 0; i < w.length; i++) {
            w[i] = w[i] - rate * Math.signum(beta1 * m[i] + (1 - beta1) * g[i]);
            m[i] = beta2 * m[i] + (1 - beta2) * g[i];
        }
    }

    @Override
    public WeightChange change() {
        return new WeightChange(
                "Δw = −η sign(β₁ m_prev + (1 − β₁) g)",
                List.of(before(0)),
                (t, n) -> -n[0] * Math.signum(beta1 * n[2] + (1 - beta1) * n[1]));
    }
}
