package org.stepback.exercise.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.Architecture;

/// A train cell with the cells that it names; no sample is drawn yet.
///
/// @param input gives the network its inputs, mostly the same cell as `data`
public record TrainingCells(Cell.Train train, Cell.Net net, Cell.Data data, Cell.Data input) {
    /// Finds the cells of a training.
    ///
    /// @param cells finds a cell by its id
    /// @throws RefusedException where one of them is missing
    public static TrainingCells of(Function<String, Optional<Cell>> cells, String id) {
        Cell.Train train = cell(cells, id, Cell.Train.class);
        Cell.Net net = cell(cells, train.network(), Cell.Net.class);
        return new TrainingCells(
                train, net, cell(cells, train.data(), Cell.Data.class), cell(cells, net.input(), Cell.Data.class));
    }

    private static <C extends Cell> C cell(Function<String, Optional<Cell>> cells, String id, Class<C> kind) {
        return cells.apply(id)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new RefusedException("This exercise has no such cell: " + id + "."));
    }

    /// The cells in the order of the page; `input` is left out where it is `data`.
    public List<Cell> all() {
        return input.id().equals(data.id()) ? List.of(data, net, train) : List.of(input, data, net, train);
    }

    /// @param exercise of the cells
    public Architecture architecture(Exercise exercise) {
        return net.architecture(exercise.shape(input).inputs());
    }

    /// Draws or reads the samples.
    ///
    /// @param exercise of the cells
    public TrainingSpec spec(Exercise exercise) {
        Split split = exercise.dataset(data).split(data.validationSplit());
        return new TrainingSpec(exercise.title(), train, net, data, architecture(exercise), split);
    }
}
