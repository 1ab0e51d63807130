package org.stepback.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Network;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.replay.Replay;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.LossCurve;
import org.stepback.training.series.Moment;
import org.stepback.training.series.NewPoints;
import org.stepback.training.series.NonFiniteHistory;
import org.stepback.training.series.PastWeights;
import org.stepback.web.Visitor;

/// One training in progress or done, which belongs to the server and not to a page.
///
/// Any thread may read it at any time, without waiting for a step: poll [#version()], and when it has changed take
/// [#status()], the new points with [#since], and the weights with [#network()]. Its steps are taken by the pool's
/// threads, and what they give depends on the setup alone, never on when or in which slices they were taken.
/// [TrainingService] steers it.
public final class Run {
    /// The most points that [#predictions] takes.
    public static final int MAX_GRID = 10_000;

    /// So many are done on the calling thread, which is some tenth of a second.
    private static final double OPERATIONS_AT_ONCE = 1e8;

    private final UUID id;
    private final RunKey key;
    private final RunSetup setup;
    private final RunControl control;
    private final RunWorker worker;
    private final RunRecord record;
    private final RunPool.Turn turn;
    private final RunPool pool;
    private final InstantSource clock;
    private final Instant begun;
    private volatile boolean retired;
    private int watchers;
    private Instant lastLook;

    record Host(RunPool pool, InstantSource clock, Duration save) {}

    Run(UUID id, RunKey key, RunSetup setup, Pace pace, Host host) {
        this(id, key, setup, new RunEngine(setup), RunControl.View.atStart(pace), host);
    }

    /// A run as it was saved; if it was training, it waits for its turn.
    ///
    /// @throws IllegalArgumentException where the image is of another setup
    Run(UUID id, RunKey key, RunSetup setup, RunImage image, Host host) {
        this(id, key, setup, new RunEngine(setup, image.checkpoint(), image.points()), image.control(), host);
    }

    private Run(UUID id, RunKey key, RunSetup setup, RunEngine engine, RunControl.View view, Host host) {
        this.id = id;
        this.key = key;
        this.setup = setup;
        control = new RunControl(view, host.pool()::now);
        worker = new RunWorker(control, engine, host.pool(), host.save().toNanos());
        record = engine.record();
        turn = host.pool().enlist(worker, Visitor.person(key.owner().toString()));
        pool = host.pool();
        clock = host.clock();
        begun = clock.instant();
        lastLook = begun;
    }

    UUID id() {
        return id;
    }

    RunKey key() {
        return key;
    }

    Instant begun() {
        return begun;
    }

    RunControl control() {
        return control;
    }

    RunWorker worker() {
        return worker;
    }

    /// Returns the bytes of memory that it takes, by its estimate while it may go on.
    long bytes() {
        return worker.bytes(setup.estimate());
    }

    public RunSetup setup() {
        return setup;
    }

    /// Returns whether it has ended, and was made of cells with this configuration.
    public boolean hasEndedAs(String configuration) {
        return control.state().isOver() && setup.configuration().equals(configuration);
    }

    /// Changes whenever there is something new to read.
    public long version() {
        return control.version();
    }

    /// Returns whether this is still its cell's run. If not, it was reset, another took its place, or it left the
    /// memory: ask [TrainingService#current] again.
    public boolean isCurrent() {
        return !retired;
    }

    public RunStatus status() {
        RunControl.View view = control.view(); // before the points, so that a run that is done shows its last one
        RunRecord.Latest latest = record.latest();
        return new RunStatus(
                view.state(),
                view.reason(),
                view.nonFinite(),
                view.pace(),
                latest.step(),
                setup.totalSteps(),
                (int) Math.ceilDiv(latest.step(), (long) setup.stepsPerEpoch()),
                setup.epochs(),
                latest.loss(),
                latest.accuracy(),
                latest.training(),
                latest.validation(),
                worker.speed(),
                latest.seconds());
    }

    /// The points that were added after `cursor`; all of them where it is another run's, or [Cursor#START].
    public NewPoints since(Cursor cursor) {
        return record.since(cursor);
    }

    /// The same of points that are thinned further, to about `most` of each series, for a picture of few pixels.
    public NewPoints since(Cursor cursor, int most) {
        return record.since(cursor, most);
    }

    /// Returns whether this run is kept as that one.
    public boolean isKeptAs(KeptRun kept) {
        return kept.id().equals(id);
    }

    List<PastWeights> trail() {
        return record.trail();
    }

    /// Its steps, to be walked through on a training of their own: what is done there does not reach the run.
    public Replay replay() {
        return new Replay(new Progression(setup), worker.past(), worker.rest());
    }

    /// The loss over a plane through the weights as they were at the last checkpoint, which is at most a few seconds
    /// old while the run trains; it is computed in turn with the runs.
    ///
    /// @param zoom how many times as near as what fits; 1 = what fits
    public LossSurface surface(SurfacePlane plane, double zoom) {
        LossSurface surface = new LossSurface(this, worker.latest(), plane, zoom, LossSurface.OPERATIONS, pool);
        pool.enlist(surface::work, Visitor.person(key.owner().toString())).wake();
        return surface;
    }

    /// The same along the next step, computed on the calling thread: of fewer samples for a network of some thousand
    /// weights, and of none for one that would take longer than the blink of an eye.
    public Optional<LossSurface> surfaceAtOnce() {
        if (LossSurface.leastOperations(setup) > OPERATIONS_AT_ONCE) {
            return Optional.empty();
        }
        var surface = new LossSurface(this, worker.latest(), new SurfacePlane.NextStep(), 1, OPERATIONS_AT_ONCE, pool);
        surface.work(Long.MAX_VALUE);
        return Optional.of(surface);
    }

    /// Diagnoses the run as it is now, on the calling thread, in some milliseconds.
    public List<Diagnosis> diagnoses() {
        RunControl.View view = control.view();
        return RunDiagnosis.of(setup, since(Cursor.START), network(), view.nonFinite(), view.state() == RunState.DONE);
    }

    /// Returns how its numbers stopped being finite, if they did.
    public Optional<NonFiniteHistory> autopsy() {
        return control.view().nonFinite().map(first -> NonFiniteHistory.of(first, since(Cursor.START)));
    }

    LossCurve curve() {
        return record.curve();
    }

    /// Returns the spreads of the numbers of the layers at some moments, the first first.
    public List<Moment> moments() {
        return record.moments();
    }

    /// The network as it was a moment ago, and exactly as it is where the run stands still. It is to be read only.
    public Network network() {
        return worker.network();
    }

    /// Returns the most points that [#predictions] takes at once for this network.
    public int maxGrid() {
        return (int)
                Math.min(MAX_GRID, OPERATIONS_AT_ONCE / setup.architecture().forwardOperations());
    }

    /// Predicts at the points of a grid, for a heat map, on the calling thread.
    ///
    /// @param grid inputs × points
    /// @return outputs × points
    /// @throws IllegalArgumentException where there are more points than [#maxGrid], or another number of inputs
    public DMatrixRMaj predictions(DMatrixRMaj grid) {
        if (grid.numCols > maxGrid()) {
            throw new IllegalArgumentException(
                    "A grid for this network has at most %d points, not %d.".formatted(maxGrid(), grid.numCols));
        }
        return network().predict(grid);
    }

    /// Says that a page is looking at this run, from now until the watch is closed.
    public synchronized RunViewer watch() {
        watchers++;
        return new RunViewer(this::lookAway);
    }

    private synchronized void lookAway() {
        watchers--;
        lastLook = clock.instant();
    }

    /// Somebody asked for this run, and may be about to watch it.
    synchronized void glance() {
        lastLook = clock.instant();
    }

    /// For how long nobody has looked at this run; zero while somebody does.
    synchronized Duration unwatched() {
        return watchers > 0 ? Duration.ZERO : Duration.between(lastLook, clock.instant());
    }

    /// Lets the pool see to this run: to its first step, or to what has changed about it.
    void wake() {
        turn.wake();
    }

    /// Says that this is its cell's run no more; nothing of it is saved from now on.
    void retire() {
        retired = true;
        control.touch();
    }
}
