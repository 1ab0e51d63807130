package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.after;

import java.util.List;
import org.stepback.nn.setting.Within;

/// Adagrad: a step sized by the sum s of all squared gradients so far, Duchi et al. 2011.
///
/// `s ← s + g²`, `w ← w − η g / √(s + ε)`.
///
/// @param initialAccumulatorValue s before the first step; 0.1 by default, at least 0
/// @param epsilon ε, against a division by 0; 1e-7 by default, above 0
public record Adagrad(
        @Within("[0, 1000]") double initialAccumulatorValue,
        @Within("(0, 1]") double epsilon) implements Optimizer {
    public Adagrad() {
        this(0.1, 1e-7);
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("s", "s = s_prev + g²"));
    }

    @Override
    public double initial(int slot) {
        return initialAccumulatorValue;
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] s = memory[0];
        for (int i = 0; i < w.length; i++) {
            s[i] = s[i] + g[i] * g[i];
            w[i] = w[i] - rate * g[i] / Math.sqrt(s[i] + epsilon);
        }
    }

    @Override
    public WeightChange change() {
        return new WeightChange(
                "Δw = −η g / √(s + ε)", List.of(after(0)), (t, n) -> -n[0] * n[1] / Math.sqrt(n[2] + epsilon));
    }
}
