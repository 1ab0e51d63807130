package org.stepback.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Gradients;
import org.stepback.nn.Loss;
import org.stepback.nn.Network;

/// The loss over a plane through a run's weights, with the way that the run came and the step that it would take.
///
/// It is computed in the pool, cell by cell, on so many training samples as its bound allows. Biases stay as they are.
public final class LossSurface {
    /// Cells along each side; the weights themselves are in the middle one.
    public static final int SIDE = 25;

    private static final double OPERATIONS = 2e9;
    private static final int MOST_SAMPLES = 256;

    private final Network centre;
    private final Loss loss;
    private final Dataset samples;
    private final double[] weights;
    private final Directions directions;
    private final RunPool pool;
    private final double reach;
    private final double[] cells = new double[SIDE * SIDE];
    private final List<Stop> path;
    private final Stop step;
    private volatile int done;
    private volatile boolean cancelled;

    /// A place in the plane.
    ///
    /// @param a along the first direction, `b` along the second
    public record Stop(long step, double a, double b) {}

    LossSurface(Run run, Directions directions, double reach, RunPool pool) {
        this.centre = run.network();
        this.directions = directions;
        this.reach = reach;
        this.pool = pool;
        long steps = run.status().step();
        RunSetup setup = run.setup().at(steps);
        this.loss = setup.settings().loss();
        double cost = 2.0 * setup.architecture().parameters() * cells.length;
        int affordable = (int) Math.clamp(OPERATIONS / cost, 8, MOST_SAMPLES);
        this.samples = setup.train().first(Math.min(affordable, setup.train().samples()));
        this.weights = samples.sampleWeights();
        this.path = run.trail().stream()
                .map(past -> stop(past.step(), difference(past.kernels(centre))))
                .toList();
        double rate = setup.settings().optimizer().schedule().rate(steps);
        this.step = stop(steps + 1, downhill(rate));
        Arrays.fill(cells, Double.NaN);
    }

    private List<DMatrixRMaj> difference(List<DMatrixRMaj> past) {
        List<DMatrixRMaj> way = new ArrayList<>();
        for (int layer = 0; layer < centre.layers(); layer++) {
            DMatrixRMaj part = past.get(layer).copy();
            for (int i = 0; i < part.getNumElements(); i++) {
                part.data[i] -= centre.kernel(layer).data[i];
            }
            way.add(part);
        }
        return way;
    }

    /// −η ∂L/∂W.
    private List<DMatrixRMaj> downhill(double rate) {
        return Gradients.of(centre, loss, samples.x(), samples.y(), weights).dW().stream()
                .map(gradient -> {
                    DMatrixRMaj part = gradient.copy();
                    for (int i = 0; i < part.getNumElements(); i++) {
                        part.data[i] *= -rate;
                    }
                    return part;
                })
                .toList();
    }

    private Stop stop(long atStep, List<DMatrixRMaj> way) {
        double[] place = directions.project(way);
        return new Stop(atStep, place[0], place[1]);
    }

    /// The part of it that a slice of the pool has time for, as [RunPool.Job#work].
    long work(long nanos) {
        long begin = pool.now();
        while (!isOver() && pool.now() - begin < nanos) {
            int cell = done;
            Network there = directions.at(centre, at(cell % SIDE), at(cell / SIDE));
            cells[cell] = Evaluation.loss(there, loss, samples.x(), samples.y(), weights);
            done = cell + 1;
        }
        return isOver() ? RunPool.IDLE : 0;
    }

    /// How far along a direction a column or row lies: the middle one at 0.
    public double at(int index) {
        return reach * (2.0 * index / (SIDE - 1) - 1);
    }

    private boolean isOver() {
        return cancelled || isDone();
    }

    public boolean isDone() {
        return done == cells.length;
    }

    /// The share that is done.
    public double progress() {
        return (double) done / cells.length;
    }

    /// Ends it: nobody waits for it any more.
    public void cancel() {
        cancelled = true;
    }

    /// The loss of each cell, row by row; row `r` and column `c` lie at [#at] of each.
    public double[] cells() {
        return cells.clone();
    }

    /// Where the run came by, the first step first; empty for a network too large to remember its past weights.
    public List<Stop> path() {
        return path;
    }

    /// Where a step straight down the gradient, times the learning rate, would lead.
    public Stop nextStep() {
        return step;
    }

    /// How many samples the loss is of.
    public int samples() {
        return samples.samples();
    }
}
