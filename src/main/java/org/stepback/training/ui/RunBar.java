package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;
import org.stepback.training.RunState;
import org.stepback.training.RunStatus;
import org.stepback.training.pace.Pace;
import org.stepback.ui.Styled;
import org.stepback.ui.field.NativeSelect;

/// The buttons with which a run is steered, and its speed.
final class RunBar extends Div {
    private static final String FULL = "full";

    private final NativeButton run;
    private final NativeButton step;
    private final NativeButton reset;

    private final CellRun cellRun;

    /// @param attempt carries an intent out, or says why it is refused
    RunBar(CellRun cellRun, Consumer<Runnable> attempt) {
        this.cellRun = cellRun;
        run = Styled.button("button primary", "Run", () -> attempt.accept(cellRun::runOrPause));
        step = Styled.button("button", "Step", () -> attempt.accept(cellRun::step));
        reset = Styled.button("button", "Start over", () -> attempt.accept(cellRun::reset));
        step.setTitle("Train on one mini-batch");
        reset.setTitle("Go back to the start; what came of this run stays in the list of runs");
        var speed =
                new NativeSelect("Speed", Pace.ALL.stream().map(RunBar::name).toList(), RunBar::words);
        speed.setText(name(cellRun.pace()));
        speed.onEdited(picked -> attempt.accept(() -> cellRun.setPace(named(picked.text()))));
        addClassName("run-bar");
        add(run, step, reset, speed);
    }

    private static String name(Pace pace) {
        return pace.isFull() ? FULL : Integer.toString(pace.stepsPerSecond());
    }

    private static String words(String name) {
        return name.equals(FULL)
                ? "Full speed"
                : "%,d steps/s".formatted(named(name).stepsPerSecond());
    }

    /// Returns the pace of a name that a browser sent; full speed if there is none of that name.
    private static Pace named(String name) {
        return Pace.ALL.stream()
                .filter(pace -> name(pace).equals(name))
                .findFirst()
                .orElse(Pace.FULL);
    }

    /// There is no run.
    ///
    /// @param lost whether there was one that cannot be read any more
    void showNothing(boolean canStart, boolean lost) {
        show("Run", canStart, canStart, lost);
    }

    /// @param stale whether the cells have changed since the run was made
    void show(RunStatus status, boolean stale, boolean canStart) {
        boolean active = status.state().isActive();
        String word = active ? "Pause" : status.state() == RunState.PAUSED && !stale ? "Resume" : "Run";
        boolean goesOn = canStart && !stale && !status.state().isOver();
        show(word, active || canStart, active || goesOn, true);
    }

    private void show(String word, boolean canRun, boolean canStep, boolean canReset) {
        if (!word.equals(run.getText())) {
            run.setText(word);
        }
        run.setEnabled(canRun);
        run.setTitle(canRun ? "" : cellRun.obstacle());
        step.setEnabled(canStep);
        reset.setEnabled(canReset);
    }
}
