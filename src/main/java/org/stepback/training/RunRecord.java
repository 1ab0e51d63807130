package org.stepback.training;

import java.util.Arrays;
import java.util.UUID;
import org.stepback.nn.Evaluation;
import org.stepback.nn.StepReport;

/// The points of a run: written by the thread that trains it, read by any page.
///
/// Every method holds the monitor for as long as it copies points, and no longer.
final class RunRecord {
    private static final int LOSS = 0;
    private static final int ACCURACY = 1;
    private static final int GRADIENTS = 2;
    private static final int EPOCH_END_WIDTH = 4;

    private final UUID source = UUID.randomUUID();
    private final int layers;
    private final double[] row;
    private final Series steps;
    private final Series epochEnds;

    /// A record that goes on from these points, which it keeps as its own.
    RunRecord(RunSetup setup, Copy points) {
        layers = setup.architecture().layers().size();
        row = new double[width(layers)];
        steps = points.steps();
        epochEnds = points.epochEnds();
    }

    /// The points of a run at its start: none.
    static Copy empty(RunSetup setup) {
        return new Copy(
                new Series(width(setup.architecture().layers().size()), 1),
                new Series(EPOCH_END_WIDTH, setup.stepsPerEpoch()));
    }

    /// The most bytes that the points of a run with so many layers take up.
    static long mostBytes(int layers) {
        return 8L * Series.CAPACITY * (1 + width(layers) + 1 + EPOCH_END_WIDTH);
    }

    private static int width(int layers) {
        return GRADIENTS + 2 * layers;
    }

    synchronized void add(StepReport report) {
        row[LOSS] = report.loss();
        row[ACCURACY] = report.accuracy();
        for (int layer = 0; layer < layers; layer++) {
            row[GRADIENTS + layer] = report.kernelGradientNorm(layer);
            row[GRADIENTS + layers + layer] = report.biasGradientNorm(layer);
        }
        steps.add(report.step(), row);
    }

    synchronized void add(long step, Evaluation training, Evaluation validation) {
        epochEnds.add(
                step, new double[] {training.loss(), training.accuracy(), validation.loss(), validation.accuracy()});
    }

    synchronized NewPoints since(Cursor cursor) {
        boolean fresh = !cursor.source().equals(source);
        Series.Points newSteps = steps.since(fresh ? -1 : cursor.step());
        Series.Points newEnds = epochEnds.since(fresh ? -1 : cursor.epochEnd());
        double[][] s = newSteps.columns();
        double[][] e = newEnds.columns();
        int split = GRADIENTS + layers;
        return new NewPoints(
                new Cursor(source, steps.lastStep(), epochEnds.lastStep()),
                fresh,
                new NewPoints.Steps(
                        newSteps.stride(),
                        newSteps.steps(),
                        s[LOSS],
                        s[ACCURACY],
                        Arrays.copyOfRange(s, GRADIENTS, split),
                        Arrays.copyOfRange(s, split, s.length)),
                new NewPoints.EpochEnds(newEnds.stride(), newEnds.steps(), e[0], e[1], e[2], e[3]));
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
                new Evaluation(epochEnds.last(2), epochEnds.last(3)));
    }

    synchronized Copy copy() {
        return new Copy(steps.copy(), epochEnds.copy());
    }

    /// The newest numbers, NaN where there are none yet.
    record Latest(long step, double loss, double accuracy, Evaluation training, Evaluation validation) {}

    /// Both series as they were at one moment.
    record Copy(Series steps, Series epochEnds) {}
}
