package org.stepback.training.ui;

import java.util.UUID;
import org.springframework.stereotype.Component;
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
    public RunPanel of(UUID owner, String slug, String cell) {
        return new RunPanel(new CellRun(training, setups, owner, slug, cell), ticker);
    }

    /// A walk through a training that need not have been run.
    public TraceWalk walk() {
        return new TraceWalk(setups, ticker);
    }
}
