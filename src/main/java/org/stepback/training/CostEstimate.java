package org.stepback.training;

import java.util.Optional;
import java.util.stream.IntStream;
import org.stepback.nn.Architecture;
import org.stepback.nn.replay.Checkpoints;
import org.stepback.number.NumberText;
import org.stepback.training.series.PastWeights;

/// The cost of a run, known before anything of it is made.
///
/// The end of each epoch runs all samples forward once more, to evaluate the weights.
///
/// @param parameters of the network
/// @param stepOperations floating-point operations of one step
/// @param operations floating-point operations of the whole run
/// @param bytes of memory while it runs, its data included
/// @param restingBytes of memory once it is over: its data, its points, and one network
public record CostEstimate(long parameters, double stepOperations, double operations, long bytes, long restingBytes) {
    /// Weights, gradients, the optimizer's three, the best so far, and the copies for readers and for the database.
    private static final long COPIES_OF_WEIGHTS = 20;

    /// z, a, their gradients, a mask and a scratch, for the full and for the last batch.
    private static final long COPIES_OF_ACTIVATIONS = 10;

    /// The estimate for a network and the sizes of a training.
    public static CostEstimate of(
            Architecture architecture, int trainSamples, int validationSamples, int batchSize, int epochs) {
        long parameters = architecture.parameters();
        long samples = (long) trainSamples + validationSamples;
        double step = architecture.stepOperations();
        double operations = step * trainSamples * epochs + architecture.forwardOperations() * samples * (epochs + 1.0);
        int units = IntStream.range(0, architecture.layers().size())
                .map(architecture::units)
                .sum();
        long data = samples * (architecture.inputs() + architecture.output().units());
        long numbers = parameters * COPIES_OF_WEIGHTS
                + (long) batchSize * (units + architecture.inputs()) * COPIES_OF_ACTIVATIONS;
        long points = RunRecord.mostBytes(architecture.layers().size());
        long trail = PastWeights.mostBytes(parameters);
        return new CostEstimate(
                parameters,
                step * batchSize,
                operations,
                (data + numbers) * Double.BYTES
                        + 2 * points
                        + trail
                        + Checkpoints.mostBytes(RunSetup.CHECKPOINT_NUMBERS * parameters),
                (data + parameters) * Double.BYTES + points + trail);
    }

    /// Returns why such a run is not started, as a sentence with the limit and what to change; empty where it may be.
    public Optional<String> refusal(TrainingLimits limits) {
        if (parameters > limits.maxParameters()) {
            return Optional.of("This network has %s parameters; the limit is %s. Use fewer units or layers."
                    .formatted(NumberText.magnitude(parameters), NumberText.magnitude(limits.maxParameters())));
        }
        if (stepOperations > limits.maxStepOperations()) {
            return Optional.of(
                    "One step of this run would take about %s operations; the limit is %s. Use a smaller batch or fewer units."
                            .formatted(
                                    NumberText.magnitude(stepOperations),
                                    NumberText.magnitude(limits.maxStepOperations())));
        }
        if (operations > limits.maxOperations()) {
            return Optional.of(
                    "This run would take about %s operations; the limit is %s. Use fewer epochs, samples or units."
                            .formatted(NumberText.magnitude(operations), NumberText.magnitude(limits.maxOperations())));
        }
        if (bytes > limits.maxRunMemory().toBytes()) {
            return Optional.of(
                    "This run would take about %s MB of memory; the limit is %s MB. Use fewer samples, a smaller batch or fewer units."
                            .formatted(
                                    NumberText.magnitude(Math.ceilDiv(bytes, 1 << 20)),
                                    NumberText.magnitude(limits.maxRunMemory().toMegabytes())));
        }
        return Optional.empty();
    }
}
