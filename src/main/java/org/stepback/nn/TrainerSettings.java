package org.stepback.nn;

import java.util.Optional;

/// What steers a run, besides its data and its network.
///
/// @param batchSize samples in a step, 1 to [#MAX_BATCH]; the last step of an epoch takes what is left
/// @param shuffle whether each epoch takes the samples in another order
/// @param seed of that order
public record TrainerSettings(Loss loss, Optimization optimizer, int batchSize, boolean shuffle, long seed) {
    public static final int MAX_BATCH = 4096;

    /// With Keras's defaults for what is not the optimizer's own: learning rate, clipping, weight decay.
    public TrainerSettings(Loss loss, Optimizer optimizer, int batchSize, boolean shuffle, long seed) {
        this(loss, Optimization.of(optimizer), batchSize, shuffle, seed);
    }

    /// Why these settings cannot train on so many samples, as a sentence; empty if they can.
    public Optional<String> problem(int samples) {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            return Optional.of("The batch size is %d. Choose a number from 1 to %d.".formatted(batchSize, MAX_BATCH));
        }
        if (batchSize > samples) {
            return Optional.of(
                    "A batch of %d is larger than the %d training samples. Choose a batch size of at most %d."
                            .formatted(batchSize, samples, samples));
        }
        return Optional.empty();
    }
}
