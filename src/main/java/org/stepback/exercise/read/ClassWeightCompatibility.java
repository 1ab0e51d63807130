package org.stepback.exercise.read;

import java.util.Collections;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Shape;
import org.stepback.nn.Architecture;
import org.stepback.nn.loss.Targets;

/// Checks whether the class weights of a training fit the classes and the sample weights of its data.
final class ClassWeightCompatibility {
    private final CheckedCells cells;

    ClassWeightCompatibility(CheckedCells cells) {
        this.cells = cells;
    }

    void check(Cell.Train train, Cell.Data data) {
        checkClassWeights(train, classes(train, data));
        checkSampleWeights(train, data);
    }

    /// Counts the classes of a training; 0 for a regression. Class numbers are as many as there are outputs.
    private int classes(Cell.Train train, Cell.Data data) {
        if (train.loss().targets() != Targets.CLASS_NUMBERS
                || cells.network(train).isEmpty()) {
            return cells.shape(data).classes();
        }
        return cells.network(train)
                .flatMap(cells::output)
                .map(Architecture.Output::units)
                .orElse(0);
    }

    private void checkClassWeights(Cell.Train train, int classes) {
        if (train.classWeights().isEmpty()) {
            return;
        }
        int highest = Collections.max(train.classWeights().keySet());
        if (classes == 0) {
            boolean multiLabel =
                    cells.shape(train.data()).filter(Shape::multiLabel).isPresent();
            cells.report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "Class weights need classes, but the targets of \"" + train.data() + "\" are "
                            + (multiLabel ? "several yes-no answers" : "plain numbers") + ". Leave them out.");
        } else if (highest >= classes) {
            cells.report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "The classes of \"" + train.data() + "\" have the numbers 0 to " + (classes - 1)
                            + ", but a weight is given for class " + highest + ".");
        } else if (train.classWeights().size() == classes
                && train.classWeights().values().stream().allMatch(weight -> weight == 0)) {
            cells.report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "Every class of \"" + train.data() + "\" has the weight 0: no sample would count.");
        }
    }

    private void checkSampleWeights(Cell.Train train, Cell.Data data) {
        if (data.source().isWeighted() && !train.classWeights().isEmpty()) {
            cells.report(
                    train,
                    TrainReader.CLASS_WEIGHT,
                    "The samples of \"" + data.id() + "\" have weights of their own, and both together are too much."
                            + " Leave one of them out.");
        }
    }
}
