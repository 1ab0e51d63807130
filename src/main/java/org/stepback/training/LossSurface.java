package org.stepback.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.Dataset;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Network;
import org.stepback.nn.loss.Loss;
import org.stepback.number.NumberText;
import org.stepback.training.series.PastWeights;

/// The loss over a plane through a run's weights, with the way that the run came and the steps that it would take.
///
/// It is computed in the pool, cell by cell, on so many training samples as its bound allows. Biases stay as they are,
/// but along the next step, where they move with it.
public final class LossSurface {
    /// Cells along each side; the weights themselves are in the middle one.
    public static final int SIDE = 25;

    /// So many are spent on one whose reader can wait.
    static final double OPERATIONS = 2e9;

    private static final int LEAST_SAMPLES = 8;
    private static final int MOST_SAMPLES = 256;

    /// The path and the steps end a little before the edge.
    private static final double ROOM = 1.2;

    /// The first step is at least this part of the way to what is farthest.
    private static final double PART = 6;

    /// Of steps that grow, so many times the first is shown.
    private static final double LEAP = 4;

    private final Network centre;
    private final Loss loss;
    private final Dataset samples;
    private final double[] weights;
    private final Directions directions;
    private final RunPool pool;
    private final double reach;
    private final double[] cells = new double[SIDE * SIDE];
    private final List<Stop> path;
    private final List<Stop> next;
    private final StepsAhead ahead;
    private final long atStep;
    private volatile int done;
    private volatile boolean cancelled;

    /// A place in the plane.
    ///
    /// @param a along the first direction, `b` along the second
    public record Stop(long step, double a, double b) {
        double farthest() {
            return Math.max(Math.abs(a), Math.abs(b));
        }
    }

    /// @param checkpoint of the run, whose weights are the middle
    /// @param zoom how many times as near as what [#reach] chooses; 1 = that itself
    /// @param operations that it may take, which decides of how many samples it is
    LossSurface(Run run, Checkpoint checkpoint, SurfacePlane plane, double zoom, double operations, RunPool pool) {
        this.pool = pool;
        atStep = checkpoint.step();
        RunSetup setup = run.setup().at(atStep);
        loss = setup.settings().loss();
        int affordable = (int) Math.clamp(operations / operations(setup), LEAST_SAMPLES, MOST_SAMPLES);
        samples = setup.train().first(Math.min(affordable, setup.train().samples()));
        weights = samples.sampleWeights();
        ahead = StepsAhead.of(setup, checkpoint, samples);
        centre = ahead.here();
        List<PastWeights> trail =
                run.trail().stream().filter(past -> past.step() <= atStep).toList();
        List<DMatrixRMaj> behind = trail.isEmpty() ? List.of() : difference(trail.getFirst(), -1);
        directions = Directions.of(plane, centre, ahead, behind);
        path = trail.stream()
                .map(past -> stop(past.step(), difference(past, 1)))
                .toList();
        next = new ArrayList<>();
        ahead.ways().forEach(way -> next.add(stop(atStep + next.size() + 1, way)));
        reach = reach(path, next) / zoom;
        Arrays.fill(cells, Double.NaN);
    }

    /// For each sample.
    private static double operations(RunSetup setup) {
        return (double) setup.architecture().forwardOperations() * SIDE * SIDE;
    }

    /// Returns the operations that a surface of such a network takes at least.
    static double leastOperations(RunSetup setup) {
        return LEAST_SAMPLES * operations(setup);
    }

    /// Returns the difference of the kernels then, times a sign.
    private List<DMatrixRMaj> difference(PastWeights past, int sign) {
        List<DMatrixRMaj> way = past.kernels(centre);
        for (int layer = 0; layer < way.size(); layer++) {
            CommonOps_DDRM.add(sign, way.get(layer), -sign, centre.kernel(layer), way.get(layer));
        }
        return way;
    }

    /// So far that the whole path fits, and the steps ahead; but the first of these is never less than a part of it
    /// that can be seen, and steps that leap away do not make it vanish.
    static double reach(List<Stop> path, List<Stop> next) {
        double step = next.isEmpty() ? 0 : next.getFirst().farthest();
        double far = Math.min(farthest(next), LEAP * step);
        double wanted = step == 0 ? farthest(path) : Math.clamp(farthest(path), far, Math.max(far, PART * step));
        return wanted > 0 && Double.isFinite(wanted) ? ROOM * wanted : 1;
    }

    private static double farthest(List<Stop> stops) {
        return stops.stream().mapToDouble(Stop::farthest).max().orElse(0);
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

    /// Returns the distance of a column or row along its direction; the middle one is at 0.
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

    /// Returns the path of the run, the first step first; empty for a network too large to remember its past weights.
    public List<Stop> path() {
        return path;
    }

    /// Returns the places of the next steps of the run's optimizer, from the middle on.
    public List<Stop> next() {
        return List.copyOf(next);
    }

    public StepsAhead ahead() {
        return ahead;
    }

    /// After which step the weights were those in the middle.
    public long atStep() {
        return atStep;
    }

    /// Returns whether biases stay as they are all over the plane.
    boolean keepsBiases() {
        return directions.biases().isEmpty();
    }

    /// Returns the count of samples in the loss.
    int samples() {
        return samples.samples();
    }

    /// Says in a sentence after which step it is taken, and of how many samples.
    public String remark() {
        return "After step %s, the loss of %s training samples; biases %s."
                .formatted(
                        NumberText.grouped(atStep),
                        NumberText.grouped(samples()),
                        keepsBiases() ? "stay as they are" : "move along with the next step");
    }

    /// Says that there is no path, in a sentence behind another one; empty where there is one.
    public String missingPath() {
        return path.isEmpty() ? " A network this large does not remember its way." : "";
    }
}
