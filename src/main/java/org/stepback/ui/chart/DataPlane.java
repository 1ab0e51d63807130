package org.stepback.ui.chart;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.Dataset;
import org.stepback.data.LabelSets;
import org.stepback.data.Split;
import org.stepback.nn.math.Columns;

/// A dataset of two features on its plane, training samples and held-out ones, with a network's output behind them.
public final class DataPlane extends Div {
    private final OutputPlane plane;
    private int training;
    private OutputGrid.Frame frame = new OutputGrid.Frame(-1, 1, -1, 1);

    public DataPlane(String heading) {
        plane = new OutputPlane(heading);
        addClassName("data-plane");
        add(plane);
    }

    /// Returns whether a dataset lies in a plane and so can be shown here.
    public static boolean canShow(Split data) {
        Dataset train = data.train();
        return train.inputs() == 2 && (train.outputs() == 1 || !train.classes().isEmpty() || LabelSets.suit(train));
    }

    /// Shows a dataset, and no output.
    public void show(Split data) {
        Dataset train = data.train();
        frame = OutputGrid.Frame.around(both(data, 0), both(data, 1));
        plane.axes(train.features().get(0), train.features().get(1))
                .frame(frame)
                .classes(train.multiLabel() ? new LabelSets(train.labels()).names() : train.classes());
        if (!train.hasAnswers()) {
            double most = Math.max(
                    1e-9,
                    Math.max(
                            CommonOps_DDRM.elementMaxAbs(train.y()),
                            CommonOps_DDRM.elementMaxAbs(data.validation().y())));
            plane.scale(-most, 0, most);
        }
        List<OutputPlane.Point> points = new ArrayList<>(points(train, false));
        points.addAll(points(data.validation(), true));
        training = train.samples();
        plane.points(points);
        plane.clearOutput();
    }

    /// Returns the centres of the cells of a grid over the shown part of the plane, 2 × side².
    public DMatrixRMaj grid(int side) {
        DMatrixRMaj grid = new DMatrixRMaj(2, side * side);
        for (int cell = 0; cell < side * side; cell++) {
            grid.set(0, cell, frame.x(cell % side, side));
            grid.set(1, cell, frame.y(cell / side, side));
        }
        return grid;
    }

    /// Shows what a network gives for [#grid], outputs × side²; of several labels, the [LabelSets#probabilities].
    public void output(int side, DMatrixRMaj outputs) {
        int rows = outputs.getNumRows();
        plane.output(
                rows == 1
                        ? OutputGrid.ofValues(side, outputs.getData())
                        : OutputGrid.ofClasses(side, rows, outputs.getData()));
    }

    /// Marks the samples that the network gets wrong.
    ///
    /// @param inTraining asked for indices of the training samples
    /// @param inValidation asked for indices of the validation samples
    public void markWrong(IntPredicate inTraining, IntPredicate inValidation) {
        plane.mark(i -> i < training ? inTraining.test(i) : inValidation.test(i - training));
    }

    /// Returns whether an output is still under way to the browser.
    public boolean isBusy() {
        return plane.isBusy();
    }

    private static List<OutputPlane.Point> points(Dataset data, boolean validation) {
        List<OutputPlane.Point> points = new ArrayList<>();
        for (int i = 0; i < data.samples(); i++) {
            points.add(new OutputPlane.Point(data.x().get(0, i), data.x().get(1, i), value(data, i), validation));
        }
        return points;
    }

    /// Returns the index of a sample's class: 0 or 1, or the row of its 1, or its set of labels; with numbers the
    /// target itself.
    private static double value(Dataset data, int sample) {
        DMatrixRMaj y = data.y();
        if (data.multiLabel()) {
            return new LabelSets(data.labels()).of(y, sample, 0.5);
        }
        return y.getNumRows() > 1 ? Columns.indexOfMax(y, sample) : y.get(0, sample);
    }

    private static double[] both(Split data, int feature) {
        return DoubleStream.concat(
                        row(data.train().x(), feature), row(data.validation().x(), feature))
                .toArray();
    }

    private static DoubleStream row(DMatrixRMaj matrix, int row) {
        return Arrays.stream(matrix.getData(), row * matrix.getNumCols(), (row + 1) * matrix.getNumCols());
    }
}
