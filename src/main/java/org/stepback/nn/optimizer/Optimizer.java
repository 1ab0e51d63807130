package org.stepback.nn.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stepback.nn.setting.Tunable;

/// An update rule: `w ← w − η g` with `g = ∂L/∂w`, or a refinement of it.
///
/// A record of settings; the learning rate η comes from a [Schedule], and both meet in an [Optimization]. What a rule
/// remembers from step to step belongs to the run: [#slots()] numbers for each weight. t counts the steps from 1.
/// Source: Keras 3, `keras.optimizers`, with its defaults.
public sealed interface Optimizer extends Tunable
        permits Sgd, RmsProp, Adam, AdamW, Adamax, Nadam, Adagrad, Adadelta, Lion, Ftrl {
    /// Every optimizer with Keras's defaults, in the order in which a picker shows them.
    List<Optimizer> ALL = List.of(
            new Sgd(),
            new RmsProp(),
            new Adam(),
            new AdamW(),
            new Adamax(),
            new Nadam(),
            new Adagrad(),
            new Adadelta(),
            new Lion(),
            new Ftrl());

    /// Returns the optimizer with this Keras name and its defaults, if there is one.
    static Optional<Optimizer> named(String name) {
        return ALL.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /// Keras's name: `RmsProp` is `rmsprop`.
    @Override
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    default double defaultLearningRate() {
        return 0.001;
    }

    default double defaultWeightDecay() {
        return 0;
    }

    /// Returns the rule with this learning rate at every step, and Keras's defaults for the rest.
    default Optimization at(double learningRate) {
        return new Optimization(this, new Schedule.Constant(learningRate), new Clipping.None(), defaultWeightDecay());
    }

    /// Returns the same rule with one setting changed; see [Tunable#with].
    default Optimizer with(String hyperparameter, Object value) {
        return Tunable.with(this, hyperparameter, value);
    }

    /// A number that is remembered for each weight.
    ///
    /// @param name as in the equations, such as `m`
    /// @param equation of its change in a step, such as `m = β₁ m_prev + (1 − β₁) g`
    record Slot(String name, String equation) {}

    /// Returns what is remembered for each weight from step to step, in the order of the memory.
    List<Slot> slots();

    /// Returns what a step adds to a weight, as an equation.
    WeightChange change();

    /// Returns the number that a slot holds before the first step.
    default double initial(int slot) {
        return 0;
    }

    /// Returns the memory of so many weights before the first step.
    default double[][] memory(int weights) {
        double[][] memory = new double[slots().size()][weights];
        for (int slot = 0; slot < memory.length; slot++) {
            Arrays.fill(memory[slot], initial(slot));
        }
        return memory;
    }

    /// Returns the factor by which a step scales the learning rate of all tensors.
    ///
    /// @param step 1 for the first update
    default double correction(long step) {
        return 1;
    }

    /// Updates one tensor, in place.
    ///
    /// @param rate the learning rate η times [#correction]
    /// @param step 1 for the first update
    /// @param w the weights
    /// @param g their gradients `∂L/∂w`
    /// @param memory for each slot as many numbers as weights
    void update(double rate, long step, double[] w, double[] g, double[][] memory);
}
