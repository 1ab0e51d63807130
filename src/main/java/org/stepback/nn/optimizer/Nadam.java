package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.after;

import java.util.Arrays;
import java.util.List;
import org.stepback.nn.math.Portable;
import org.stepback.nn.setting.Within;

/// Nadam: Adam with Nesterov's look ahead, Dozat 2016.
///
/// With `μₜ = β₁ (1 − ½ 0.96ᵗ)` and their product `Πₜ = μ₁ ⋯ μₜ`: m and v as in [Adam],
/// `m̂ = μₜ₊₁ m / (1 − Πₜ₊₁) + (1 − μₜ) g / (1 − Πₜ)`, `w ← w − η m̂ / (√(v / (1 − β₂ᵗ)) + ε)`. The third slot holds
/// Π, the same for every weight, so that a checkpoint has it to the last bit.
///
/// @param beta1 β₁, how much of the running mean m is kept; 0.9 by default, 0 to below 1
/// @param beta2 β₂, how much of the running mean square v is kept; 0.999 by default, 0 to below 1
/// @param epsilon ε, against a division by 0; 1e-7 by default, above 0
public record Nadam(
        @Within("[0, 1)") double beta1,
        @Within("[0, 1)") double beta2,
        @Within("(0, 1]") double epsilon) implements Optimizer {
    private static final double DECAY = 0.96;

    public Nadam() {
        this(0.9, 0.999, 1e-7);
    }

    @Override
    public List<Slot> slots() {
        return List.of(
                new Slot("m", "m = β₁ m_prev + (1 − β₁) g"),
                new Slot("v", "v = β₂ v_prev + (1 − β₂) g²"),
                new Slot("Π", "Π = Π_prev · μₜ"));
    }

    @Override
    public double initial(int slot) {
        return slot == 2 ? 1 : 0;
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        double[] m = memory[0];
        double[] v = memory[1];
        double momentum = momentum(step);
        double next = momentum(step + 1);
        double product = memory[2][0] * momentum;
        Arrays.fill(memory[2], product);
        double ofMean = next / (1 - product * next);
        double ofGradient = (1 - momentum) / (1 - product);
        double correction = 1 / Portable.missing(beta2, step);
        for (int i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            double ahead = ofMean * m[i] + ofGradient * g[i];
            w[i] = w[i] - rate * ahead / (Math.sqrt(v[i] * correction) + epsilon);
        }
    }

    double momentum(long step) {
        return beta1 * (1 - 0.5 * Portable.power(DECAY, step));
    }

    @Override
    public WeightChange change() {
        return new WeightChange(
                "Δw = −η m̂ / (√(v / (1 − β₂ᵗ)) + ε), m̂ = μₜ₊₁ m / (1 − Π μₜ₊₁) + (1 − μₜ) g / (1 − Π)",
                List.of(after(0), after(1), after(2)),
                (t, n) -> {
                    double next = momentum(t + 1);
                    double ahead = next / (1 - n[4] * next) * n[2] + (1 - momentum(t)) / (1 - n[4]) * n[1];
                    return -n[0] * ahead / (Math.sqrt(n[3] / Portable.missing(beta2, t)) + epsilon);
                });
    }
}
