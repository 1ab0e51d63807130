package org.stepback.nn.optimizer;

import java.util.List;

/// The change of one weight in a step, as an equation of numbers that the step has.
///
/// @param equation in symbols, such as `Δw = −η g / √(s + ε)`
/// @param operands the numbers that the function takes behind η and g, in its order
/// @param function computes Δw
public record WeightChange(String equation, List<Operand> operands, Function function) {
    /// A number that the equation takes, apart from the learning rate η and the gradient g.
    public sealed interface Operand {}

    /// The weight itself, after weight decay and before the update.
    public record Weight() implements Operand {}

    /// A number of the optimizer's memory.
    ///
    /// @param slot 0 = the first
    /// @param after as it is after the step, or else before it
    public record Remembered(int slot, boolean after) implements Operand {}

    /// Computes Δw.
    @FunctionalInterface
    public interface Function {
        /// @param t which update it is, 1 = the first
        /// @param n η, g, and the operands
        double of(long t, double[] n);
    }

    static Operand before(int slot) {
        return new Remembered(slot, false);
    }

    static Operand after(int slot) {
        return new Remembered(slot, true);
    }
}
