package org.stepback.training.ui;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.stepback.exercise.Cell;
import org.stepback.exercise.TrainingChart;
import org.stepback.training.RunSetups;
import org.stepback.training.TrainingService;
import org.stepback.ui.PageTicker;

/// Makes the panels in which runs are steered and seen.
@Component
public final class RunPanels {
    private final TrainingService training;
    private final RunSetups setups;
    private final PageTicker ticker;

    RunPanels(TrainingService training, RunSetups setups, PageTicker ticker) {
        this.training = training;
        this.setups = setups;
        this.ticker = ticker;
    }

    /// Returns the panel of one train cell's run.
    ///
    /// @param workbench whether every tool is at hand from the first
    public RunPanel of(UUID owner, String slug, Cell.Train cell, boolean workbench) {
        return of(owner, slug, cell.id(), cell.charts(), workbench);
    }

    /// Returns the panel of what a train cell that can't be read has trained before.
    public RunPanel of(UUID owner, String slug, String cell) {
        return of(owner, slug, cell, TrainingChart.USUAL, true);
    }

    private RunPanel of(UUID owner, String slug, String cell, List<TrainingChart> charts, boolean workbench) {
        return new RunPanel(new CellRun(training, setups, owner, slug, cell), charts, workbench, ticker);
    }

    /// Returns what tells a question about the run of a train cell.
    public RunGate gate(UUID owner, String slug, String cell) {
        return new RunGate(training, setups, owner, slug, cell);
    }

    /// Refreshes a part of a page whenever there is news for it, as [PageTicker#refresh] does.
    public void refresh(com.vaadin.flow.component.Component part, BooleanSupplier hasNews, Runnable refresh) {
        ticker.refresh(part, hasNews, refresh);
    }

    /// A walk through a training that need not have been run.
    public TraceWalk walk() {
        return new TraceWalk(setups, ticker);
    }
}
