package org.stepback.nn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Interval;

/// The settings of a run, apart from its data and its network.
///
/// @param batchSize samples in a step, 1 to [#MAX_BATCH]; the last step of an epoch takes what is left
/// @param shuffle whether each epoch takes the samples in another order
/// @param seed of that order
/// @param classWeights by the number of a class how much its samples count; 1 where none is given
/// @param callbacks what is done at the end of each epoch
public record TrainerSettings(
        Loss loss,
        Optimization optimizer,
        int batchSize,
        boolean shuffle,
        long seed,
        Map<Integer, Double> classWeights,
        List<Callback> callbacks) {
    public static final int MAX_BATCH = 4096;
    public static final Interval CLASS_WEIGHT = Interval.of("[0, 1000000]");

    public TrainerSettings {
        classWeights = Map.copyOf(classWeights);
        callbacks = List.copyOf(callbacks);
    }

    /// Samples that count alike, and nothing at the end of an epoch.
    public TrainerSettings(Loss loss, Optimization optimizer, int batchSize, boolean shuffle, long seed) {
        this(loss, optimizer, batchSize, shuffle, seed, Map.of(), List.of());
    }

    public TrainerSettings withClassWeights(Map<Integer, Double> weights) {
        return new TrainerSettings(loss, optimizer, batchSize, shuffle, seed, weights, callbacks);
    }

    public TrainerSettings with(List<Callback> others) {
        return new TrainerSettings(loss, optimizer, batchSize, shuffle, seed, classWeights, others);
    }

    /// Takes Keras's defaults for learning rate, clipping and weight decay.
    public TrainerSettings(Loss loss, Optimizer optimizer, int batchSize, boolean shuffle, long seed) {
        this(loss, Optimization.of(optimizer), batchSize, shuffle, seed);
    }

    /// Returns how many numbers a checkpoint holds of the callbacks of a run with so many weights.
    public long epochState(long parameters) {
        return EpochWatch.size(callbacks, parameters);
    }

    /// Returns why these settings cannot train on so many samples, as a sentence; empty if they can.
    public Optional<String> problem(int samples) {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            return Optional.of("The batch size is %d. Choose a number from 1 to %d.".formatted(batchSize, MAX_BATCH));
        }
        if (batchSize > samples) {
            return Optional.of(
                    "A batch of %d is larger than the %d training samples. Choose a batch size of at most %d."
                            .formatted(batchSize, samples, samples));
        }
        for (double weight : classWeights.values()) {
            if (!CLASS_WEIGHT.contains(weight)) {
                return Optional.of("A class weight must be " + CLASS_WEIGHT.words() + ", but one is " + weight + ".");
            }
        }
        return callbacks.stream()
                .map(this::callbackProblem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Returns why a callback cannot be part of such a run, as a sentence; empty if it can.
    public Optional<String> callbackProblem(Callback callback) {
        boolean changesRate = callback instanceof Callback.ReduceLrOnPlateau;
        if (changesRate && !(optimizer.schedule() instanceof Schedule.Constant)) {
            return Optional.of(callback.name() + " changes the learning rate, so it must be a number, but it follows "
                    + optimizer.schedule().name() + ".");
        }
        return callback.problem();
    }
}
