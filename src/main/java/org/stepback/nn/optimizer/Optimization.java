package org.stepback.nn.optimizer;

import java.util.stream.Stream;
import org.stepback.nn.setting.Interval;
import org.stepback.nn.setting.Settings;

/// An optimizer as a run has it, what Keras makes with `optimizers.Adam(learning_rate=…, clipnorm=…, weight_decay=…)`.
///
/// @param rule how a gradient changes a weight
/// @param schedule the learning rate of each step
/// @param clipping what is done to large gradients first
/// @param weightDecay the part λ of `w ← w − η λ w`, by which every weight shrinks before the update; 0 for none
public record Optimization(Optimizer rule, Schedule schedule, Clipping clipping, double weightDecay) {
    /// The weight decays that a form accepts.
    public static final Interval WEIGHT_DECAY = Interval.of("[0, 1]");

    /// @throws IllegalArgumentException with a sentence, when a setting is out of bounds
    public Optimization {
        Stream.of(rule, schedule, clipping).forEach(part -> part.problem().ifPresent(Settings::refuse));
        if (!WEIGHT_DECAY.contains(weightDecay)) {
            Settings.refuse("weight_decay must be " + WEIGHT_DECAY.words() + ", but it is " + weightDecay + ".");
        }
    }

    /// Returns a rule with Keras's defaults for the rest.
    public static Optimization of(Optimizer rule) {
        return rule.at(rule.defaultLearningRate());
    }

    public Optimization with(Schedule other) {
        return new Optimization(rule, other, clipping, weightDecay);
    }

    public Optimization with(Clipping other) {
        return new Optimization(rule, schedule, other, weightDecay);
    }

    public Optimization withWeightDecay(double other) {
        return new Optimization(rule, schedule, clipping, other);
    }

    /// Updates one tensor, in place, as Keras does it: decay, then the rule. Before that come the gradients
    /// of all tensors together to the [#clipping].
    ///
    /// @param rate the learning rate of the step
    /// @param corrected the rate times [Optimizer#correction]
    /// @param step 1 for the first update
    /// @param w the tensor's numbers
    /// @param g their gradients `∂L/∂w`, clipped
    /// @param memory what the rule remembers of the tensor
    public void update(double rate, double corrected, long step, double[] w, double[] g, double[][] memory) {
        if (weightDecay > 0) {
            shrink(w, rate * weightDecay);
        }
        rule.update(corrected, step, w, g, memory);
    }

    private static void shrink(double[] w, double part) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= part * w[i];
        }
    }
}
