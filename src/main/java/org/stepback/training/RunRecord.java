package org.stepback.training;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stepback.nn.Evaluation;
import org.stepback.nn.StepReport;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.LossCurve;
import org.stepback.training.series.Moment;
import org.stepback.training.series.Moments;
import org.stepback.training.series.NewPoints;
import org.stepback.training.series.PastWeights;
import org.stepback.training.series.Series;
import org.stepback.training.series.TrainingClock;

/// The points of a run: written by the thread that trains it, read by any page.
///
/// Every method holds the monitor for as long as it copies points, and no longer.
final class RunRecord {
    private static final int LOSS = 0;
    private static final int ACCURACY = 1;
    private static final int LEARNING_RATE = 2;
    private static final int STEP_WIDTH = 3;
    private static final int EPOCH_END_WIDTH = 4;

    /// Layers have many numbers: fewer points of them are kept, one for each pixel of a chart or so.
    private static final int LAYER_CAPACITY = 500;

    private final UUID source = UUID.randomUUID();
    private final int layerCount;
    private final double[] row = new double[STEP_WIDTH];
    private final double[] layerRow;
    private final Series steps;
    private final Series layers;
    private final Series epochEnds;
    private final Moments moments;
    private final List<PastWeights> trail = new ArrayList<>();
    private final TrainingClock clock;

    /// A record that goes on from these points, which it keeps as its own.
    RunRecord(RunSetup setup, Copy points) {
        layerCount = layers(setup);
        layerRow = new double[LayerNumber.width(layerCount)];
        steps = points.steps();
        layers = points.layers();
        epochEnds = points.epochEnds();
        moments = points.moments();
        clock = points.clock();
    }

    /// The points of a run at its start: none.
    static Copy empty(RunSetup setup) {
        return new Copy(
                new Series(STEP_WIDTH, 1),
                new Series(LayerNumber.width(layers(setup)), 1, LAYER_CAPACITY),
                new Series(EPOCH_END_WIDTH, setup.stepsPerEpoch()),
                new Moments(layers(setup)),
                new TrainingClock());
    }

    private static int layers(RunSetup setup) {
        return setup.architecture().layers().size();
    }

    /// The most bytes that the points of a run with so many layers take up.
    static long mostBytes(int layers) {
        return 8L
                        * (Series.CAPACITY * (1 + STEP_WIDTH + 1 + EPOCH_END_WIDTH)
                                + LAYER_CAPACITY * (1 + LayerNumber.width(layers))
                                + TrainingClock.CAPACITY * 2)
                + Moments.mostBytes(layers);
    }

    synchronized void add(StepReport report) {
        row[LOSS] = report.loss();
        row[ACCURACY] = report.accuracy();
        row[LEARNING_RATE] = report.learningRate();
        steps.add(report.step(), row);
        if (wantsLayers(report.step()) || !Double.isFinite(report.loss())) {
            LayerNumber.read(report, layerRow, layerCount);
            layers.add(report.step(), layerRow);
        }
    }

    /// Returns whether the layers' numbers of this step are kept: of the others not even the last one is.
    synchronized boolean wantsLayers(long step) {
        return step == 1 || step % layers.stride() == 0;
    }

    synchronized void add(long step, Evaluation training, Evaluation validation) {
        epochEnds.add(
                step, new double[] {training.loss(), training.accuracy(), validation.loss(), validation.accuracy()});
    }

    /// Returns the loss on all samples at the ends of epochs that are kept.
    synchronized LossCurve curve() {
        Series.Points ends = epochEnds.since(-1);
        return new LossCurve(ends.steps(), ends.columns()[0], ends.columns()[2]);
    }

    /// Returns whether the numbers of the layers are to be looked at after this step.
    synchronized boolean wantsMoment(long step) {
        return moments.wants(step);
    }

    synchronized void add(Moment moment) {
        moments.add(moment);
    }

    /// Remembers weights of a moment that was just added, as long as that moment is kept.
    synchronized void add(PastWeights weights) {
        trail.add(weights);
        trail.removeIf(past -> past.step() % moments.stride() != 0);
    }

    /// The weights that are remembered, the first first; those from before the run was read back are not.
    synchronized List<PastWeights> trail() {
        return List.copyOf(trail);
    }

    /// The moments that are kept, the first first.
    synchronized List<Moment> moments() {
        return moments.since(-1);
    }

    /// Notes that the run has trained for so many seconds more.
    synchronized void pass(double seconds) {
        clock.add(lastStep(), clock.now() + seconds);
    }

    NewPoints since(Cursor cursor) {
        return since(cursor, Series.CAPACITY);
    }

    synchronized NewPoints since(Cursor cursor, int most) {
        boolean fresh = !cursor.source().equals(source);
        Cursor from = fresh ? Cursor.START : cursor;
        Series.Points newSteps = steps.since(from.step(), most);
        Series.Points newLayers = layers.since(from.layerStep(), most);
        Series.Points newEnds = epochEnds.since(from.epochEnd(), most);
        NewPoints.Clock passed = clock.since(from.clockStep());
        double[][] s = newSteps.columns();
        double[][] e = newEnds.columns();
        return new NewPoints(
                new Cursor(
                        source,
                        steps.lastStep(),
                        layers.lastStep(),
                        epochEnds.lastStep(),
                        clock.lastStep(),
                        moments.lastStep()),
                fresh,
                new NewPoints.Steps(newSteps.stride(), newSteps.steps(), s[LOSS], s[ACCURACY], s[LEARNING_RATE]),
                new NewPoints.Layers(newLayers.stride(), newLayers.steps(), newLayers.columns()),
                new NewPoints.EpochEnds(newEnds.stride(), newEnds.steps(), e[0], e[1], e[2], e[3]),
                units(moments.since(from.momentStep())),
                passed);
    }

    private NewPoints.Units units(List<Moment> fresh) {
        double[][] dead = new double[layerCount][fresh.size()];
        double[][] saturated = new double[layerCount][fresh.size()];
        for (int i = 0; i < fresh.size(); i++) {
            for (int layer = 0; layer < layerCount; layer++) {
                dead[layer][i] = fresh.get(i).layers().get(layer).dead();
                saturated[layer][i] = fresh.get(i).layers().get(layer).saturated();
            }
        }
        long[] at = fresh.stream().mapToLong(Moment::step).toArray();
        return new NewPoints.Units(moments.stride(), at, dead, saturated);
    }

    /// The step of the last point, 0 before the first.
    synchronized long lastStep() {
        return Math.max(0, steps.lastStep());
    }

    /// The last step at whose end the weights were evaluated, −1 before the first.
    synchronized long lastEpochEnd() {
        return epochEnds.lastStep();
    }

    synchronized Latest latest() {
        return new Latest(
                Math.max(0, steps.lastStep()),
                steps.last(LOSS),
                steps.last(ACCURACY),
                new Evaluation(epochEnds.last(0), epochEnds.last(1)),
                new Evaluation(epochEnds.last(2), epochEnds.last(3)),
                clock.now());
    }

    synchronized Copy copy() {
        return new Copy(steps.copy(), layers.copy(), epochEnds.copy(), moments.copy(), clock.copy());
    }

    /// The newest numbers, NaN where there are none yet.
    record Latest(
            long step, double loss, double accuracy, Evaluation training, Evaluation validation, double seconds) {}

    /// All series as they were at one moment.
    record Copy(Series steps, Series layers, Series epochEnds, Moments moments, TrainingClock clock) {}
}
