package org.stepback.interop;

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

/// All that one training of a notebook depends on: its train cell, with the network and the data that it names.
///
/// @param title the notebook's
/// @param split the samples, drawn or read
public record Recipe(
        String title, Cell.Train train, Cell.Net net, Cell.Data data, Architecture architecture, Split split) {
    /// The training of a notebook that was found sound.
    ///
    /// @param id the train cell's; without it the notebook must have exactly one
    /// @throws RefusedException where there is no such cell, or a choice to make
    public static Recipe of(Exercise notebook, Optional<String> id) {
        Cell.Train train = train(notebook, id);
        Cell.Net net = cell(notebook, train.network(), Cell.Net.class);
        Cell.Data data = cell(notebook, train.data(), Cell.Data.class);
        Cell.Data input = cell(notebook, net.input(), Cell.Data.class);
        Architecture architecture = net.architecture(notebook.shape(input).inputs());
        Split split = notebook.dataset(data).split(data.validationSplit());
        return new Recipe(notebook.title(), train, net, data, architecture, split);
    }

    private static Cell.Train train(Exercise notebook, Optional<String> id) {
        List<Cell.Train> all = notebook.cells().stream()
                .filter(Cell.Train.class::isInstance)
                .map(Cell.Train.class::cast)
                .toList();
        List<String> ids = all.stream().map(Cell.Train::id).toList();
        if (all.isEmpty()) {
            throw new RefusedException("The notebook has no train cell.");
        }
        if (id.isEmpty() && all.size() > 1) {
            throw new RefusedException("The notebook has " + all.size()
                    + " train cells: choose one with --cell. Known: " + String.join(", ", ids) + ".");
        }
        String wanted = id.orElse(ids.getFirst());
        return all.stream()
                .filter(cell -> cell.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RefusedException(NameSuggestions.unknown("train cell", wanted, ids)));
    }

    private static <C extends Cell> C cell(Exercise notebook, String id, Class<C> kind) {
        return notebook.cell(id)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new RefusedException("The notebook has no such cell: " + id + "."));
    }

    /// The same training from other starting weights, where none are given, and in another order of samples.
    public Recipe withSeed(long seed) {
        Cell.Net otherNet =
                new Cell.Net(net.id(), net.input(), net.layers(), net.initializer(), seed, net.weights(), net.access());
        return new Recipe(title, train.withSeed(seed), otherNet, data, architecture, split);
    }

    public int stepsPerEpoch() {
        return Math.ceilDiv(split.train().samples(), train.batchSize());
    }

    /// Whether the targets name classes, so that an accuracy makes sense.
    public boolean classifies() {
        return !split.train().classes().isEmpty();
    }

    /// The network before the first step.
    public Network network() {
        return net.weights().isEmpty()
                ? Network.initialized(architecture, net.initializer(), net.seed())
                : Network.of(architecture, net.weights());
    }

    /// The run at its start.
    ///
    /// @throws RefusedException with a sentence, where data, network and loss do not fit together
    public Trainer trainer() {
        try {
            Dataset train = split.train();
            return Trainer.weighted(network(), settings(), train.x(), train.y(), train.sampleWeights());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    TrainerSettings settings() {
        return train.settings();
    }
}
