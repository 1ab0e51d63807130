package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.trace.ui.WalkPanel;
import org.stepback.training.RunSetup;
import org.stepback.training.RunSetups;
import org.stepback.ui.PageTicker;

/// A walk through a training that need not have been run: what a trace cell shows.
public final class TraceWalk extends Div {
    private final RunSetups setups;
    private final WalkPanel walk;
    private String shown = "";

    TraceWalk(RunSetups setups, PageTicker ticker) {
        this.setups = setups;
        this.walk = new WalkPanel(ticker);
        addClassName("trace-walk");
        add(walk);
    }

    /// Walks through the cell's training as it is now; one that is walked through already stays where it is.
    ///
    /// @throws RefusedException where its cells have problems, or it would cost more than a run may
    public void show(Exercise exercise, Resolved cells, Cell.Trace cell) {
        String now = setups.configuration(cells, cell.train()) + cell.step() + "/" + cell.sample();
        if (now.equals(shown)) {
            return;
        }
        RunSetup setup = setups.of(exercise, cells, cell.train());
        walk.open(setup.replay(), setup.train().x(), setup.train().y(), cell.step(), cell.sample() - 1);
        shown = now;
    }

    public void close() {
        shown = "";
        walk.close();
    }
}
