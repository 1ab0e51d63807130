package org.stepback.nn;

/// All that a run must remember to go on exactly where it was.
///
/// @param step how many steps are done
/// @param weights layer after layer, the first layer first: the kernel (units × inputs) row by row, then the bias, then
///     moving statistics, as far as the layer has them
/// @param optimizerState for those of these tensors that an update changes, in the same order, what the optimizer
///     remembers of each, slot after slot: for Adam all of m, then all of v
/// @param updates how many updates the optimizer remembers, t: fewer than steps where another optimizer came before
/// @param epochState what callbacks remember, and the means of the epoch; none in a run without callbacks
public record Checkpoint(long step, double[] weights, double[] optimizerState, long updates, double[] epochState) {
    /// The state of a run with one optimizer.
    public Checkpoint(long step, double[] weights, double[] optimizerState, double[] epochState) {
        this(step, weights, optimizerState, step, epochState);
    }

    /// The state of a run without callbacks.
    public Checkpoint(long step, double[] weights, double[] optimizerState) {
        this(step, weights, optimizerState, new double[0]);
    }

    public long bytes() {
        return (long) Double.BYTES * (weights.length + optimizerState.length + epochState.length);
    }

    /// Returns the one of two whose optimizer's memory holds where a run of other settings goes on from here: this
    /// one's, if its rule is the same and remembers as many numbers, else that of the other run's fresh start.
    public Checkpoint remembering(boolean sameRule, Checkpoint fresh) {
        return sameRule && optimizerState.length == fresh.optimizerState.length ? this : fresh;
    }
}
