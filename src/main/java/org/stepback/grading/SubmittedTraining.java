package org.stepback.grading;

import java.util.Optional;
import java.util.OptionalLong;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Shape;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;

/// A training as a student configured it, ready to be run again on the server from any seed.
///
/// @param shape the size of the data, before the split
record SubmittedTraining(Exercise exercise, Cell.Train train, Cell.Net net, Cell.Data data, Shape shape) {
    /// What one check may cost, over all its seeds: some seconds of one processor.
    private static final double MOST_OPERATIONS = 1e10;

    private static final long MOST_PARAMETERS = 200_000;

    /// What a step costs besides its arithmetic, in operations, so that very many tiny steps are not free.
    private static final double STEP_OVERHEAD = 5_000;

    private static final double FORWARD = 2;
    private static final double FORWARD_AND_BACKWARD = 6;

    /// @throws IllegalArgumentException where the cells that the training names are not there
    static SubmittedTraining of(Exercise exercise, Resolved notebook, Cell.Train train) {
        Cell.Net net = cell(notebook, train.network(), Cell.Net.class);
        Cell.Data data = cell(notebook, train.data(), Cell.Data.class);
        return new SubmittedTraining(exercise, train, net, data, exercise.shape(data));
    }

    private static <C extends Cell> C cell(Resolved notebook, String id, Class<C> kind) {
        return notebook.cell(id)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new IllegalArgumentException("A training names a cell that is not there."));
    }

    int stepsPerEpoch() {
        return Math.ceilDiv(shape.trainingSamples(data.validationSplit()), train.batchSize());
    }

    long totalSteps() {
        return (long) train.epochs() * stepsPerEpoch();
    }

    boolean holdsOut() {
        return shape.trainingSamples(data.validationSplit()) < shape.samples();
    }

    /// Why this is too much work for one check, as a sentence; known before any of it is done.
    Optional<String> refusal(long steps, int seeds) {
        long parameters = architecture().parameters();
        if (parameters > MOST_PARAMETERS) {
            return Optional.of("This network has " + Figures.count(parameters) + " parameters; a check takes at most "
                    + Figures.count(MOST_PARAMETERS) + ". Use fewer units or layers.");
        }
        double training = steps * (STEP_OVERHEAD + FORWARD_AND_BACKWARD * parameters * train.batchSize());
        double evaluating = (steps / (double) stepsPerEpoch() + 2) * FORWARD * parameters * shape.samples();
        double work = seeds * (training + evaluating) / MOST_OPERATIONS;
        return work <= 1
                ? Optional.empty()
                : Optional.of(
                        "Checking this training is " + Figures.rounded(work) + " times the work that one check may"
                                + " take. Use fewer epochs, units or samples, or a larger batch.");
    }

    Split split() {
        return exercise.dataset(data).split(data.validationSplit());
    }

    /// A run at its start.
    ///
    /// @param split what [#split] gave
    /// @param seed replaces the network's and the shuffling's own seeds; empty for the student's
    Trainer trainer(Split split, OptionalLong seed) {
        Network network = net.weights().isEmpty()
                ? Network.initialized(architecture(), net.initializer(), seed.orElse(net.seed()))
                : Network.of(architecture(), net.weights());
        Cell.Train seeded = train.withSeed(seed.orElse(train.seed()));
        return Trainer.weighted(
                network,
                seeded.settings(),
                split.train().x(),
                split.train().y(),
                split.train().sampleWeights());
    }

    private Architecture architecture() {
        return net.architecture(shape.inputs());
    }
}
