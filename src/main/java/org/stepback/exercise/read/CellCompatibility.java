package org.stepback.exercise.read;

import static org.stepback.number.NumberText.counted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.CsvFile;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Proposal;
import org.stepback.exercise.Shape;
import org.stepback.nn.Architecture;
import org.stepback.nn.Callback;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.LossFit;
import org.stepback.nn.loss.Misfit;
import org.stepback.nn.loss.Targets;
import org.stepback.number.NumberText;

/// Checks whether the cells of a notebook fit each other: data, network, loss and batch.
///
/// Each cell by itself has been read before. A cell that could not be read is left out, and so is what depends on
/// it.
final class CellCompatibility {
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, CsvFile> tables;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, List<FieldProblem>> problems = new LinkedHashMap<>();

    private CellCompatibility(List<Cell> cells, Map<String, CsvFile> tables) {
        this.tables = tables;
        for (Cell cell : cells) {
            this.cells.put(cell.id(), cell);
            if (cell instanceof Cell.Data data) {
                shapes.put(data.id(), Shape.of(data.source(), tables));
            }
        }
    }

    /// The problems by cell id.
    static Map<String, List<FieldProblem>> problems(List<Cell> cells, Map<String, CsvFile> tables) {
        CellCompatibility fit = new CellCompatibility(cells, tables);
        for (Cell cell : cells) {
            switch (cell) {
                case Cell.Data data -> fit.check(data);
                case Cell.Net net -> fit.check(net);
                case Cell.Train train -> fit.check(train);
                case Cell.Trace trace -> fit.check(trace);
                case Cell.Prose _, Cell.NumberQuestion _, Cell.ChoiceQuestion _ -> {}
            }
        }
        return fit.problems;
    }

    private void check(Cell.Data data) {
        if (shape(data).trainingSamples(data.validationSplit()) < 1) {
            report(data, "validation_split", "The validation split leaves no sample to train with. Make it smaller.");
        }
    }

    private void check(Cell.Net net) {
        Optional<Shape> shape = shape(net.input());
        if (shape.isEmpty()) {
            return;
        }
        Architecture architecture = net.architecture(shape.get().inputs());
        architecture.problem().ifPresent(problem -> report(net, "layers", problem));
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
                report(
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

    private void check(Cell.Train train) {
        Optional<Cell.Data> data = data(train.data());
        data.ifPresent(found -> {
            checkBatch(train, found);
            checkClassWeights(train, classes(train, found));
            checkSampleWeights(train, found);
            train.callbacks().forEach(callback -> checkCallback(train, callback, found));
        });
        if (!(cells.get(train.network()) instanceof Cell.Net net)) {
            return;
        }
        shape(net.input())
                .map(shape -> net.architecture(shape.inputs()).output())
                .ifPresent(output -> {
                    if (data.isPresent()) {
                        checkInputs(train, net, data.get());
                        checkLoss(train, net, output, data.get());
                    } else {
                        train.loss()
                                .misfit(output.units(), output.activation())
                                .ifPresent(misfit -> report(train, "loss", misfit));
                    }
                });
    }

    /// Checks that the training has such a step, and a mini-batch such a sample.
    private void check(Cell.Trace trace) {
        if (!(cells.get(trace.train()) instanceof Cell.Train train)) {
            return;
        }
        data(train.data()).ifPresent(data -> {
            int samples = shape(data).trainingSamples(data.validationSplit());
            long steps = (long) Math.ceilDiv(samples, train.batchSize()) * train.epochs();
            if (steps > 0 && trace.step() > steps) {
                report(
                        trace,
                        "step",
                        "The training \"%s\" has %s steps, so there is no step %s. Choose one from 1 to %2$s."
                                .formatted(train.id(), NumberText.grouped(steps), NumberText.grouped(trace.step())));
            }
        });
        if (trace.sample() > train.batchSize()) {
            report(
                    trace,
                    "sample",
                    "A mini-batch of \"" + train.id() + "\" has " + counted(train.batchSize(), "sample")
                            + ". Choose one of them, or 0 for all.");
        }
    }

    private void checkBatch(Cell.Train train, Cell.Data data) {
        Shape shape = shape(data);
        int training = shape.trainingSamples(data.validationSplit());
        if (training >= 1 && train.batchSize() > training) {
            int heldOut = shape.samples() - training;
            report(
                    train,
                    "batch_size",
                    "A batch of " + train.batchSize() + " is larger than the data: of the "
                            + shape.samples() + " samples of \"" + data.id() + "\", " + training + " train and "
                            + heldOut
                            + " validate. Make the batch size " + training + " or less.");
        }
    }

    /// Counts the classes of a training; 0 for a regression. Class numbers are as many as there are outputs.
    private int classes(Cell.Train train, Cell.Data data) {
        if (train.loss().targets() != Targets.CLASS_NUMBERS || !(cells.get(train.network()) instanceof Cell.Net net)) {
            return shape(data).classes();
        }
        return shape(net.input())
                .map(shape -> net.architecture(shape.inputs()).output().units())
                .orElse(0);
    }

    private void checkClassWeights(Cell.Train train, int classes) {
        if (train.classWeights().isEmpty()) {
            return;
        }
        int highest = Collections.max(train.classWeights().keySet());
        if (classes == 0) {
            boolean multiLabel = shape(train.data()).filter(Shape::multiLabel).isPresent();
            report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "Class weights need classes, but the targets of \"" + train.data() + "\" are "
                            + (multiLabel ? "several yes-no answers" : "plain numbers") + ". Leave them out.");
        } else if (highest >= classes) {
            report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "The classes of \"" + train.data() + "\" have the numbers 0 to " + (classes - 1)
                            + ", but a weight is given for class " + highest + ".");
        } else if (train.classWeights().size() == classes
                && train.classWeights().values().stream().allMatch(weight -> weight == 0)) {
            report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "Every class of \"" + train.data() + "\" has the weight 0: no sample would count.");
        }
    }

    private void checkSampleWeights(Cell.Train train, Cell.Data data) {
        if (data.source().isWeighted() && !train.classWeights().isEmpty()) {
            report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "The samples of \"" + data.id() + "\" have weights of their own, and both together are too much."
                            + " Leave one of them out.");
        }
    }

    private void checkCallback(Cell.Train train, Callback callback, Cell.Data data) {
        String monitor = callback.monitor().name();
        Shape shape = shape(data);
        if (callback.monitor().needsValidation() && shape.trainingSamples(data.validationSplit()) == shape.samples()) {
            report(
                    train,
                    callback.name(),
                    callback.name() + " looks at " + monitor + ", but no sample of \"" + data.id()
                            + "\" is held out. Give it a validation split, or look at "
                            + monitor.substring("val_".length())
                            + ".");
        } else if (callback.monitor().needsClasses()
                && !shape.hasAnswers()
                && !train.loss().targets().areClasses()) {
            report(
                    train,
                    callback.name(),
                    callback.name() + " looks at " + monitor + ", but the targets of \"" + data.id()
                            + "\" are plain numbers. Look at a loss.");
        }
        train.settings().callbackProblem(callback).ifPresent(problem -> report(train, callback.name(), problem));
    }

    private void checkInputs(Cell.Train train, Cell.Net net, Cell.Data data) {
        int found = shape(data).inputs();
        shape(net.input()).map(Shape::inputs).ifPresent(expected -> {
            if (expected != found) {
                report(
                        train,
                        "data",
                        "The network \"" + net.id() + "\" takes " + counted(expected, "input") + ", but \""
                                + data.id() + "\" has " + counted(found, "feature") + ". Train it with data of "
                                + counted(expected, "feature") + ".");
            }
        });
    }

    /// Checks the loss against what the network says and what the data asks. The targets are looked at only where the
    /// shape of the data does not tell.
    private void checkLoss(Cell.Train train, Cell.Net net, Architecture.Output output, Cell.Data data) {
        Loss loss = train.loss();
        Shape shape = shape(data);
        if (loss.outputMisfit(output.units(), output.activation()).isEmpty()
                && loss.targetRows(output.units()) == shape.outputs()
                && takesAny(loss, shape)) {
            return;
        }
        LossFit fit = new LossFit(
                output.units(),
                output.activation(),
                data.source().dataset(tables).y());
        Optional<Misfit> misfit = fit.misfit(loss);
        boolean otherUnits = fit.needsOtherUnits(loss);
        if (otherUnits) {
            String units = counted(shape.outputs(), "unit");
            report(
                    net,
                    "layers",
                    "layers[" + lastDense(net) + "].units",
                    "The last layer has " + counted(output.units(), "unit") + ", but \"" + data.id() + "\" has "
                            + counted(shape.outputs(), "output") + " to predict. Give the last layer " + units + ".",
                    Optional.empty());
        }
        if (!otherUnits
                || loss.outputMisfit(output.units(), output.activation()).isPresent()) {
            misfit.ifPresent(found -> report(train, "loss", "loss", found.sentence(), use(train, found.instead())));
        }
    }

    /// Returns whether a loss takes all targets of a kind, whatever their numbers are.
    private static boolean takesAny(Loss loss, Shape shape) {
        return switch (loss.targets()) {
            case NUMBERS -> true;
            case PROBABILITIES -> shape.classes() > 0 || shape.multiLabel() && loss instanceof Loss.Elementwise;
            case CLASS_NUMBERS, NOT_NEGATIVE, NOT_ZERO, SIGNS -> false;
        };
    }

    /// Offers a loss in place of the one that does not fit.
    private static Optional<Proposal> use(Cell.Train train, Optional<Loss> instead) {
        return instead.map(
                loss -> new Proposal("Use " + loss.name(), new Edit(train.id(), "loss", "\"" + loss.name() + "\"")));
    }

    private static int lastDense(Cell.Net net) {
        int last = net.layers().size() - 1;
        while (last > 0 && !(net.layers().get(last) instanceof Dense)) {
            last--;
        }
        return last;
    }

    private Shape shape(Cell.Data data) {
        return shapes.get(data.id());
    }

    private Optional<Shape> shape(String data) {
        return Optional.ofNullable(shapes.get(data));
    }

    private Optional<Cell.Data> data(String id) {
        return cells.get(id) instanceof Cell.Data data ? Optional.of(data) : Optional.empty();
    }

    private void report(Cell cell, String field, String message) {
        report(cell, field, field, message, Optional.empty());
    }

    private void report(Cell cell, String field, String path, String message, Optional<Proposal> proposal) {
        List<FieldProblem> known = problems.computeIfAbsent(cell.id(), id -> new ArrayList<>());
        FieldProblem problem = new FieldProblem(field, path, message, proposal);
        if (!known.contains(problem)) {
            known.add(problem);
        }
    }
}
