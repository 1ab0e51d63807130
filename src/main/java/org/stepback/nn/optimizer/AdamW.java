package org.stepback.nn.optimizer;

import java.util.List;
import org.stepback.nn.setting.Within;

/// [Adam] with a weight decay of 0.004, which shrinks the weights apart from the gradient, Loshchilov and Hutter
/// 2019.
///
/// @param beta1 β₁ of Adam; 0.9 by default, 0 to below 1
/// @param beta2 β₂ of Adam; 0.999 by default, 0 to below 1
/// @param epsilon ε of Adam; 1e-7 by default, above 0
/// @param amsgrad whether the largest v so far is used; false by default
public record AdamW(
        @Within("[0, 1)") double beta1,
        @Within("[0, 1)") double beta2,
        @Within("(0, 1]") double epsilon,
        boolean amsgrad)
        implements Optimizer {
    public AdamW() {
        this(0.9, 0.999, 1e-7, false);
    }

    @Override
    public double defaultWeightDecay() {
        return 0.004;
    }

    @Override
    public List<Slot> slots() {
        return Adam.slotsOf(amsgrad);
    }

    @Override
    public double correction(long step) {
        return Adam.correction(step, beta1, beta2);
    }

    @Override
    public void update(double rate, long step, double[] w, double[] g, double[][] memory) {
        Adam.update(rate, w, g, memory, beta1, beta2, epsilon);
    }

    @Override
    public WeightChange change() {
        return Adam.changeOf(beta1, beta2, epsilon, amsgrad);
    }
}
