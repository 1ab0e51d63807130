package org.stepback.nn.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stepback.nn.setting.Within;

/// RMSprop: a step sized by the running mean square v of the gradient, Hinton 2012.
///
/// `v ← ρ v + (1 − ρ) g²`, `w ← w − η g / √(v + ε)`. Centered: v less the square of g's running mean. With
/// momentum μ: `m ← μ m + η g / √(v + ε)`, `w ← w − m`.
///
/// @param rho ρ, how much of the running mean square v is kept; 0.9 by default, 0 to below 1
/// @param momentum μ, how much of the last step is kept; 0 by default, below 1
/// @param epsilon ε, against a division by 0; 1e-7 by default, above 0
/// @param centered whether the square of g's running mean is subtracted from v; false by default
public record RmsProp(
        @Within("[0, 1)") double rho,
        @Within("[0, 1)") double momentum,
        @Within("(0, 1]") double epsilon,
        boolean centered)
        implements Optimizer {
    public RmsProp() {
        this(0.9, 0, 1e-7, false);
    }

    @Override
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(List.of(new Slot("v", "v = ρ v_prev + (1 − ρ) g²")));
        if (centered) {
            slots.add(new Slot("mean", "mean = ρ mean_prev + (1 − ρ) g"));
        }
        if (momentum > 0) {
            slots.add(new Slot("m", "m = μ m_prev + η g / √(v + ε)"));
        }
        return List.copyOf(slots);
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] v = memory[0];
        double[] mean = memory[centered ? 1 : 0];
        double[] m = memory[memory.length - 1];
        for (int i = 0; i < w.length; i++) {
            v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
            double variance = v[i];
            if (centered) {
                mean[i] = rho * mean[i] + (1 - rho) * g[i];
                variance -= mean[i] * mean[i];
            }
            double change = rate * g[i] / Math.sqrt(variance + epsilon);
            if (momentum > 0) {
                m[i] = momentum * m[i] + change;
                change = m[i];
            }
            w[i] = w[i] - change;
        }
    }

    @Override
    public WeightChange change() {
        List<WeightChange.Operand> all =
                IntStream.range(0, slots().size()).mapToObj(WeightChange::after).toList();
        if (momentum > 0) {
            return new WeightChange("Δw = −m", all, (t, n) -> -n[n.length - 1]);
        }
        return new WeightChange(
                centered ? "Δw = −η g / √(v − mean² + ε)" : "Δw = −η g / √(v + ε)",
                all,
                (t, n) -> -n[0] * n[1] / Math.sqrt(n[2] - (centered ? n[3] * n[3] : 0) + epsilon));
    }
}
