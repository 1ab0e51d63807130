package org.stepback.nn.layer;

/// The purpose of a forward pass. In training, dropout drops and batch normalization looks at the batch; in evaluation
/// neither does.
///
/// The random numbers of a layer follow from seed, step and layer alone, so that a step can be made again.
public final class Phase {
    /// Predictions, and the loss of all samples between two steps.
    public static final Phase EVALUATION = new Phase(false, 0);

    private final boolean training;
    private final long seed;
    private long step;

    private Phase(boolean training, long seed) {
        this.training = training;
        this.seed = seed;
    }

    /// Returns a step of a run.
    ///
    /// @param seed of the run
    /// @param step 1 = the first
    public static Phase training(long seed, long step) {
        Phase phase = new Phase(true, seed);
        phase.moveTo(step);
        return phase;
    }

    /// Returns the same step, which stays where this one moves on.
    public Phase copy() {
        Phase copy = new Phase(training, seed);
        copy.step = step;
        return copy;
    }

    boolean isTraining() {
        return training;
    }

    public void moveTo(long next) {
        step = next;
    }

    /// Returns the seed of the random numbers of a layer, 0 = the first.
    public long seedOf(int layer) {
        return Noise.mix(Noise.mix(Noise.mix(seed) + step) + layer);
    }
}
