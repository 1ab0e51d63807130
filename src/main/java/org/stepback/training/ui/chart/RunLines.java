package org.stepback.training.ui.chart;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.NewPoints;
import org.stepback.ui.chart.Chart;
import org.stepback.ui.chart.Chart.Series;
import org.stepback.ui.chart.Points;

/// A line chart of some of a run's numbers; each message carries new points only.
public final class RunLines extends RunPicture {
    /// More than a chart has columns of pixels would be seen by nobody.
    private static final int POINTS = 500;

    private final Chart chart;
    private final Function<RunSetup, List<Series>> series;
    private final Function<NewPoints, Points> points;
    private Predicate<RunSetup> suits = _ -> true;
    private @Nullable Run drawn;
    private Cursor cursor = Cursor.START;
    private volatile boolean ready = true;

    /// @param series the lines of a run
    /// @param points what the chart is sent of a run's new points
    RunLines(String name, Chart chart, Function<RunSetup, List<Series>> series, Function<NewPoints, Points> points) {
        super(name);
        this.chart = chart;
        this.series = series;
        this.points = points;
        add(chart);
        chart.onRefill(this::restart);
    }

    void group(String name) {
        chart.group(name);
    }

    /// Says which runs it suits; all of them unless it is said.
    RunLines suiting(Predicate<RunSetup> suits) {
        this.suits = suits;
        return this;
    }

    RunLines with(Component control) {
        chart.controls(control);
        return this;
    }

    public void mark(List<Chart.Mark> marks) {
        chart.marks(marks);
    }

    /// Draws all points again the next time, since they or the lines are others now.
    public void restart() {
        drawn = null;
        ready = true;
    }

    @Override
    public boolean suits(RunSetup setup) {
        return suits.test(setup);
    }

    @Override
    public boolean show(Run run) {
        if (chart.isBusy()) {
            return false; // a later beat sends these points together with newer ones
        }
        if (run != drawn) {
            drawn = run;
            cursor = Cursor.START;
            chart.stepsPerEpoch(run.setup().stepsPerEpoch());
            chart.steps(run.setup().totalSteps());
            chart.define(series.apply(run.setup()));
        }
        NewPoints fresh = run.since(cursor, POINTS);
        cursor = fresh.cursor();
        if (!fresh.isEmpty() || !run.status().state().isActive()) {
            chart.loading(false);
        }
        if (!fresh.isEmpty()) {
            ready = false;
            chart.add(
                    points.apply(fresh).at(fresh.clock().step(), fresh.clock().seconds()),
                    () -> ready = !chart.isBusy());
        }
        return true;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void expect(boolean some) {
        chart.loading(some);
    }

    @Override
    public void clear() {
        drawn = null;
        chart.clear();
    }

    @Override
    public void along(Chart.Along along) {
        chart.along(along);
    }

    @Override
    public void freeze(boolean frozen) {
        chart.frozen(frozen);
    }
}
