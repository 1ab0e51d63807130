package org.stepback.exercise.read;

import static org.stepback.number.NumberText.counted;

import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Proposal;
import org.stepback.exercise.Shape;
import org.stepback.nn.Architecture;
import org.stepback.nn.Callback;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.LossFit;
import org.stepback.nn.loss.Misfit;

/// Checks whether a training fits its network and its data: batch, callbacks, inputs and loss.
final class TrainCompatibility {
    private final CheckedCells cells;

    TrainCompatibility(CheckedCells cells) {
        this.cells = cells;
    }

    void check(Cell.Train train) {
        Optional<Cell.Data> data = cells.data(train.data());
        data.ifPresent(found -> {
            checkBatch(train, found);
            new ClassWeightCompatibility(cells).check(train, found);
            train.callbacks().forEach(callback -> checkCallback(train, callback, found));
        });
        cells.network(train).ifPresent(net -> cells.output(net).ifPresent(output -> {
            if (data.isPresent()) {
                checkInputs(train, net, data.get());
                checkLoss(train, net, output, data.get());
            } else {
                train.loss()
                        .misfit(output.units(), output.activation())
                        .ifPresent(misfit -> cells.report(train, "loss", misfit));
            }
        }));
    }

    private void checkBatch(Cell.Train train, Cell.Data data) {
        Shape shape = cells.shape(data);
        int training = shape.trainingSamples(data.validationSplit());
        if (training >= 1 && train.batchSize() > training) {
            int heldOut = shape.samples() - training;
            cells.report(
                    train,
                    "batch_size",
                    "A batch of " + train.batchSize() + " is larger than the data: of the "
                            + shape.samples() + " samples of \"" + data.id() + "\", " + training + " train and "
                            + heldOut
                            + " validate. Make the batch size " + training + " or less.");
        }
    }

    private void checkCallback(Cell.Train train, Callback callback, Cell.Data data) {
        String monitor = callback.monitor().name();
        Shape shape = cells.shape(data);
        if (callback.monitor().needsValidation() && shape.trainingSamples(data.validationSplit()) == shape.samples()) {
            cells.report(
                    train,
                    callback.name(),
                    callback.name() + " looks at " + monitor + ", but no sample of \"" + data.id()
                            + "\" is held out. Give it a validation split, or look at "
                            + monitor.substring("val_".length())
                            + ".");
        } else if (callback.monitor().needsClasses()
                && !shape.hasAnswers()
                && !train.loss().targets().areClasses()) {
            cells.report(
                    train,
                    callback.name(),
                    callback.name() + " looks at " + monitor + ", but the targets of \"" + data.id()
                            + "\" are plain numbers. Look at a loss.");
        }
        train.settings().callbackProblem(callback).ifPresent(problem -> cells.report(train, callback.name(), problem));
    }

    private void checkInputs(Cell.Train train, Cell.Net net, Cell.Data data) {
        int found = cells.shape(data).inputs();
        cells.shape(net.input()).map(Shape::inputs).ifPresent(expected -> {
            if (expected != found) {
                cells.report(
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
        Shape shape = cells.shape(data);
        if (loss.outputMisfit(output.units(), output.activation()).isEmpty()
                && loss.targetRows(output.units()) == shape.outputs()
                && takesAny(loss, shape)) {
            return;
        }
        LossFit fit = new LossFit(
                output.units(), output.activation(), cells.dataset(data).y());
        Optional<Misfit> misfit = fit.misfit(loss);
        boolean otherUnits = fit.needsOtherUnits(loss);
        if (otherUnits) {
            String units = counted(shape.outputs(), "unit");
            cells.report(
                    net,
                    "layers",
                    "layers[" + lastDense(net) + "].units",
                    "The last layer has " + counted(output.units(), "unit") + ", but \"" + data.id() + "\" has "
                            + counted(shape.outputs(), "output") + " to predict. Give the last layer " + units + ".",
                    Optional.empty());
        }
        if (!otherUnits
                || loss.outputMisfit(output.units(), output.activation()).isPresent()) {
            misfit.ifPresent(
                    found -> cells.report(train, "loss", "loss", found.sentence(), use(train, found.instead())));
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
}
