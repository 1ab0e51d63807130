package org.stepback.exercise.read;

import static org.stepback.number.NumberText.counted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.CsvFile;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Shape;
import org.stepback.nn.Architecture;
import org.stepback.nn.layer.Dense;
import org.stepback.number.NumberText;

/// Checks whether the cells of a notebook fit each other: data, network, training and trace.
///
/// Each cell by itself has been read before. A cell that could not be read is left out, and so is what depends on
/// it.
final class CellCompatibility {
    private final CheckedCells cells;

    private CellCompatibility(CheckedCells cells) {
        this.cells = cells;
    }

    /// Returns the problems by cell id.
    static Map<String, List<FieldProblem>> problems(List<Cell> all, Map<String, CsvFile> tables) {
        CheckedCells cells = new CheckedCells(all, tables);
        CellCompatibility fit = new CellCompatibility(cells);
        TrainCompatibility trainings = new TrainCompatibility(cells);
        for (Cell cell : all) {
            switch (cell) {
                case Cell.Data data -> fit.check(data);
                case Cell.Net net -> fit.check(net);
                case Cell.Train train -> trainings.check(train);
                case Cell.Trace trace -> fit.check(trace);
                case Cell.Prose _, Cell.NumberQuestion _, Cell.ChoiceQuestion _ -> {}
            }
        }
        return cells.problems();
    }

    private void check(Cell.Data data) {
        if (cells.shape(data).trainingSamples(data.validationSplit()) < 1) {
            cells.report(
                    data, "validation_split", "The validation split leaves no sample to train with. Make it smaller.");
        }
    }

    private void check(Cell.Net net) {
        Optional<Shape> shape = cells.shape(net.input());
        if (shape.isEmpty()) {
            return;
        }
        Architecture architecture = net.architecture(shape.get().inputs());
        architecture.problem().ifPresent(problem -> cells.report(net, "layers", problem));
        checkWeights(net, architecture.inputs());
    }

    /// The first tensor, where it has a number for each feature.
    private void checkWeights(Cell.Net net, int features) {
        for (int layer = 0; layer < net.weights().size(); layer++) {
            boolean dense = net.layers().get(layer) instanceof Dense;
            DMatrixRMaj kernel = net.weights().get(layer).kernel();
            int found = dense ? kernel.getNumCols() : kernel.getNumRows();
            String name = net.layers().get(layer).tensors().kernel().orElse("");
            if (!name.isEmpty() && found != features) {
                cells.report(
                        net,
                        "weights",
                        "The " + name + " of layer " + (layer + 1) + " must have one " + (dense ? "row" : "number")
                                + " for each feature of \"" + net.input() + "\": " + features + ". It has " + found
                                + ".");
            }
            if (dense || !name.isEmpty()) {
                return;
            }
        }
    }

    /// Checks that the training has such a step, and a mini-batch such a sample.
    private void check(Cell.Trace trace) {
        cells.training(trace).ifPresent(train -> check(trace, train));
    }

    private void check(Cell.Trace trace, Cell.Train train) {
        cells.data(train.data()).ifPresent(data -> {
            int samples = cells.shape(data).trainingSamples(data.validationSplit());
            long steps = (long) Math.ceilDiv(samples, train.batchSize()) * train.epochs();
            if (steps > 0 && trace.step() > steps) {
                cells.report(
                        trace,
                        "step",
                        "The training \"%s\" has %s steps, so there is no step %s. Choose one from 1 to %2$s."
                                .formatted(train.id(), NumberText.grouped(steps), NumberText.grouped(trace.step())));
            }
        });
        if (trace.sample() > train.batchSize()) {
            cells.report(
                    trace,
                    "sample",
                    "A mini-batch of \"" + train.id() + "\" has " + counted(train.batchSize(), "sample")
                            + ". Choose one of them, or 0 for all.");
        }
    }
}
