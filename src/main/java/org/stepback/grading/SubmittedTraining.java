package org.stepback.grading;

import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Shape;
import org.stepback.exercise.training.TrainingCells;
import org.stepback.nn.Architecture;
import org.stepback.number.NumberText;

/// A training as a student configured it, with what one check of it may cost.
///
/// @param shape the size of the data, before the split
record SubmittedTraining(Exercise exercise, TrainingCells cells, Shape shape) {
    /// The most operations of one check, over all its seeds: some seconds of one processor.
    private static final double MOST_OPERATIONS = 1e10;

    private static final long MOST_PARAMETERS = 200_000;

    /// The cost of a step apart from its arithmetic, in operations, so that very many tiny steps are not free.
    private static final double STEP_OVERHEAD = 5_000;

    /// @throws RefusedException where the cells that the training names are not there
    static SubmittedTraining of(Exercise exercise, Resolved notebook, Cell.Train train) {
        TrainingCells cells = TrainingCells.of(notebook::cell, train.id());
        return new SubmittedTraining(exercise, cells, exercise.shape(cells.data()));
    }

    private int trainingSamples() {
        return shape.trainingSamples(cells.data().validationSplit());
    }

    int stepsPerEpoch() {
        return Math.ceilDiv(trainingSamples(), cells.train().batchSize());
    }

    long totalSteps() {
        return (long) cells.train().epochs() * stepsPerEpoch();
    }

    boolean holdsOut() {
        return shape.holdsOut(cells.data().validationSplit());
    }

    /// Explains why this is too much work for one check, before any of it is done; empty if it is not.
    Optional<String> refusal(long steps, int seeds) {
        Architecture architecture = cells.architecture(exercise);
        long parameters = architecture.parameters();
        if (parameters > MOST_PARAMETERS) {
            return Optional.of(
                    "This network has " + NumberText.grouped(parameters) + " parameters; a check takes at most "
                            + NumberText.grouped(MOST_PARAMETERS) + ". Use fewer units or layers.");
        }
        double training = steps
                * (STEP_OVERHEAD
                        + (double) architecture.stepOperations() * cells.train().batchSize());
        double evaluating = (steps / (double) stepsPerEpoch() + 2) * architecture.forwardOperations() * shape.samples();
        double work = seeds * (training + evaluating) / MOST_OPERATIONS;
        return work <= 1
                ? Optional.empty()
                : Optional.of(
                        "Checking this training is " + NumberText.brief(work) + " times the work that one check may"
                                + " take. Use fewer epochs, units or samples, or a larger batch.");
    }
}
