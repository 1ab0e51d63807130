package org.stepback.exercise.training;

import java.util.List;
import java.util.Optional;
import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;

/// All that the numbers of a training depend on: its train cell, with the network and the samples that it names.
///
/// @param title the notebook's
/// @param split the samples, drawn or read
public record TrainingSpec(
        String title, Cell.Train train, Cell.Net net, Cell.Data data, Architecture architecture, Split split) {
    /// The training of a notebook that was found sound.
    ///
    /// @param id the train cell's; without it the notebook must have exactly one
    /// @throws RefusedException where there is no such cell, or a choice to make
    public static TrainingSpec of(Exercise notebook, Optional<String> id) {
        List<String> ids = notebook.cells().stream()
                .filter(Cell.Train.class::isInstance)
                .map(Cell::id)
                .toList();
        if (ids.isEmpty()) {
            throw new RefusedException("The notebook has no train cell.");
        }
        if (id.isEmpty() && ids.size() > 1) {
            throw new RefusedException("The notebook has " + ids.size()
                    + " train cells: choose one with --cell. Known: " + String.join(", ", ids) + ".");
        }
        String wanted = id.orElse(ids.getFirst());
        if (!ids.contains(wanted)) {
            throw new RefusedException(NameSuggestions.unknown("train cell", wanted, ids));
        }
        return TrainingCells.of(notebook::cell, wanted).spec(notebook);
    }

    /// The same training from other starting weights, where none are given, and in another order of samples.
    public TrainingSpec withSeed(long seed) {
        Cell.Net otherNet =
                new Cell.Net(net.id(), net.input(), net.layers(), net.initializer(), seed, net.weights(), net.access());
        return new TrainingSpec(title, train.withSeed(seed), otherNet, data, architecture, split);
    }

    public TrainerSettings settings() {
        return train.settings();
    }

    public int stepsPerEpoch() {
        return Math.ceilDiv(split.train().samples(), train.batchSize());
    }

    public long totalSteps() {
        return (long) train.epochs() * stepsPerEpoch();
    }

    /// Returns whether a prediction is right or wrong, so that an accuracy makes sense.
    public boolean classifies() {
        return split.train().hasAnswers();
    }

    /// The network before the first step.
    ///
    /// @throws IllegalArgumentException with a sentence, where it cannot be built
    public Network network() {
        return net.weights().isEmpty()
                ? Network.initialized(architecture, net.initializer(), net.seed())
                : Network.of(architecture, net.weights());
    }

    /// The trainer before the first step.
    ///
    /// @throws RefusedException with a sentence, where data, network and loss do not fit together
    public Trainer trainer() {
        try {
            Dataset samples = split.train();
            return Trainer.weighted(
                    network(), settings(), samples.x(), samples.y(), samples.sampleWeights(), samples.multiLabel());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage());
        }
    }
}
