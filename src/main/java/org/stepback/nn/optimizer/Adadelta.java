package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.after;
import static org.stepback.nn.optimizer.WeightChange.before;

import java.util.List;
import org.stepback.nn.setting.Within;

/// Adadelta: a step as large as the steps before it, Zeiler 2012.
///
/// `v ← ρ v + (1 − ρ) g²`, `Δ = −g √(d + ε) / √(v + ε)`, `d ← ρ d + (1 − ρ) Δ²`, `w ← w + η Δ`.
///
/// @param rho ρ, how much of the running means v and d is kept; 0.95 by default, 0 to below 1
/// @param epsilon ε, against a division by 0; 1e-7 by default, above 0
public record Adadelta(
        @Within("[0, 1)") double rho, @Within("(0, 1]") double epsilon) implements Optimizer {
    public Adadelta() {
        this(0.95, 1e-7);
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("v", "v = ρ v_prev + (1 − ρ) g²"), new Slot("d", "d = ρ d_prev + (1 − ρ) Δ²"));
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] v = memory[0];
        double[] d = memory[1];
        for (int i = 0; i < w.length; i++) {
            v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
            double change = -g[i] * Math.sqrt(d[i] + epsilon) / Math.sqrt(v[i] + epsilon);
            d[i] = rho * d[i] + (1 - rho) * change * change;
            w[i] = w[i] + rate * change;
        }
    }

    @Override
    public WeightChange change() {
        return new WeightChange(
                "Δw = −η g √(d_prev + ε) / √(v + ε)",
                List.of(after(0), before(1)),
                (t, n) -> -n[0] * n[1] * Math.sqrt(n[3] + epsilon) / Math.sqrt(n[2] + epsilon));
    }
}
