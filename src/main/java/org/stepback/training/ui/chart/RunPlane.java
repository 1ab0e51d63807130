package org.stepback.training.ui.chart;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.data.LabelSets;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.training.Run;
import org.stepback.training.series.Answers;
import org.stepback.ui.ViewportAware;
import org.stepback.ui.chart.DataPlane;

/// The predictions of a run's network over the plane of its two inputs, drawn a few times a second.
public final class RunPlane extends ViewportAware {
    private static final int SIDE = 40;
    private static final long PAUSE_NANOS = 500_000_000;

    private final DataPlane plane = new DataPlane("What the network predicts");
    private @Nullable Run drawn;
    private Cell.@Nullable Data expected;
    private @Nullable Split undrawn;
    private long drawnAt;

    public RunPlane() {
        addClassName("run-plane");
        add(plane);
        setVisible(false);
    }

    public void clear() {
        drawn = null;
        expected = null;
        setVisible(false);
    }

    /// Shows the data alone, before there is a run.
    public void expect(Cell.Data data, Function<Cell.Data, Split> split) {
        drawn = null;
        if (!data.equals(expected)) {
            expected = data;
            begin(split.apply(data));
        }
        drawData();
    }

    /// Shows the network as it is now.
    ///
    /// @return whether nothing is left to be shown; a run that trains changes soon anyway, so it may be left out
    public boolean show(Run run, boolean trains) {
        if (run != drawn) {
            drawn = run;
            expected = null;
            begin(new Split(run.setup().train(), run.setup().validation()));
        }
        if (!isVisible() || !isNear()) {
            return true;
        }
        drawData();
        if (trains && System.nanoTime() - drawnAt < PAUSE_NANOS) {
            return true;
        }
        if (plane.isBusy()) {
            return trains;
        }
        drawnAt = System.nanoTime();
        int side = (int) Math.min(SIDE, Math.sqrt(run.maxGrid()));
        plane.output(side, shown(run, run.predictions(plane.grid(side))));
        markWrong(run);
        return true;
    }

    /// Returns one row of outputs for each colour.
    private static DMatrixRMaj shown(Run run, DMatrixRMaj outputs) {
        Dataset train = run.setup().train();
        double threshold =
                Answers.of(outputs, train, run.setup().settings().loss()).threshold();
        return train.multiLabel() ? new LabelSets(train.labels()).probabilities(outputs, threshold) : outputs;
    }

    private void markWrong(Run run) {
        plane.markWrong(wrong(run, run.setup().train()), wrong(run, run.setup().validation()));
    }

    private static IntPredicate wrong(Run run, Dataset data) {
        boolean canBeAsked = data.hasAnswers() && data.samples() > 0 && data.samples() <= run.maxGrid();
        return canBeAsked
                ? Answers.of(
                        run.predictions(data.x()), data, run.setup().settings().loss())::isWrong
                : _ -> false;
    }

    private void begin(Split data) {
        setVisible(DataPlane.canShow(data));
        undrawn = isVisible() ? data : null;
    }

    private void drawData() {
        if (undrawn != null && isNear()) {
            plane.show(undrawn);
            undrawn = null;
        }
    }
}
