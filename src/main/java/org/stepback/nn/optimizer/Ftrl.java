package org.stepback.nn.optimizer;

import static org.stepback.nn.optimizer.WeightChange.before;

import java.util.List;
import org.stepback.nn.math.Portable;
import org.stepback.nn.setting.Within;

/// Follow the regularized leader, which keeps weights at 0 that hardly help, McMahan et al. 2013.
///
/// With the sum s of the squared gradients, the power p of the learning rate, and shrinkage λₛ:
/// `l ← l + g + 2 λₛ w − (s′⁻ᵖ − s⁻ᵖ) w / η` where `s′ = s + g²`, then
/// `w ← (min(max(l, −λ₁), λ₁) − l) / (s′⁻ᵖ / η + 2 λ₂ + β / η)`. At η = 0 nothing changes.
///
/// @param learningRatePower p; −0.5 by default, −10 to 0
/// @param initialAccumulatorValue s before the first step; 0.1 by default, above 0
/// @param l1RegularizationStrength λ₁, the penalty on `|w|`; 0 by default
/// @param l2RegularizationStrength λ₂, the penalty on `w²`; 0 by default
/// @param l2ShrinkageRegularizationStrength λₛ, the shrinkage of w; 0 by default
/// @param beta β, added to the root of s; 0 by default
public record Ftrl(
        @Within("[-10, 0]") double learningRatePower,
        @Within("(0, 1000]") double initialAccumulatorValue,
        @Within("[0, 1000]") double l1RegularizationStrength,
        @Within("[0, 1000]") double l2RegularizationStrength,
        @Within("[0, 1000]") double l2ShrinkageRegularizationStrength,
        @Within("[0, 1000]") double beta)
        implements Optimizer {
    public Ftrl() {
        this(-0.5, 0.1, 0, 0, 0, 0);
    }

    @Override
    public List<Slot> slots() {
        return List.of(
                new Slot("s", "s = s_prev + g²"), new Slot("l", "l = l_prev + g + 2 λₛ w − (s⁻ᵖ − s_prev⁻ᵖ) w / η"));
    }

    @Override
    public double initial(int slot) {
        return slot == 0 ? initialAccumulatorValue : 0;
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        if (rate == 0) {
            return;
        }
        double[] s = memory[0];
        double[] l = memory[1];
        double l1 = l1RegularizationStrength;
        for (int i = 0; i < w.length; i++) {
            double before = powered(s[i]);
            s[i] = s[i] + g[i] * g[i];
            double after = powered(s[i]);
            l[i] = l[i] + g[i] + 2 * l2ShrinkageRegularizationStrength * w[i] - (after - before) / rate * w[i];
            double quadratic = (after + beta) / rate + 2 * l2RegularizationStrength;
            w[i] = (Math.min(Math.max(l[i], -l1), l1) - l[i]) / quadratic;
        }
    }

    private double powered(double sum) {
        return learningRatePower == -0.5 ? Math.sqrt(sum) : Portable.power(sum, -learningRatePower);
    }

    @Override
    public WeightChange change() {
        return new WeightChange(
                "Δw = (min(max(l, −λ₁), λ₁) − l) / (s⁻ᵖ / η + 2 λ₂ + β / η) − w",
                List.of(new WeightChange.Weight(), before(0), before(1)),
                (t, n) -> {
                    double[] w = {n[2]};
                    update(n[0], t, w, new double[] {n[1]}, new double[][] {{n[3]}, {n[4]}});
                    return w[0] - n[2];
                });
    }
}
