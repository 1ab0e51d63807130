package org.stepback.training.ui;

import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.stepback.number.NumberText;
import org.stepback.training.Run;
import org.stepback.training.RunState;
import org.stepback.training.RunStatus;
import org.stepback.ui.Styled;

/// Says which settings have changed since a run was made, and offers to go on with them.
final class ChangedSettings {
    private static final String SINCE = "Changed: %s. Press Run to train with them.";
    private static final String BLOCKED = "Changed: %s. They can't be run yet: %s";
    private static final String MEANWHILE =
            "Changed: %s. This run goes on with the old settings. Press Pause, then Run, to train with the new ones.";

    private final CellRun cellRun;
    private final RunNotice notice;
    private final NativeButton goOn;
    private Map<String, List<String>> changes = Map.of();
    private Runnable onChanges = () -> {};
    private long step;

    /// @param notice where it is said
    /// @param fork goes on from a step with the new settings
    ChangedSettings(CellRun cellRun, RunNotice notice, LongConsumer fork) {
        this.cellRun = cellRun;
        this.notice = notice;
        goOn = Styled.button("link-button", "", () -> fork.accept(step));
        goOn.setVisible(false);
    }

    /// The button that goes on with the new settings, where that is possible.
    NativeButton offer() {
        return goOn;
    }

    /// Returns the changed fields by cell.
    Map<String, List<String>> changes() {
        return changes;
    }

    /// Called when [#changes] are others.
    void onChanges(Runnable listener) {
        onChanges = listener;
    }

    /// There is no run.
    void showNothing() {
        goOn.setVisible(false);
        note(Map.of());
    }

    /// @return what has changed as a sentence; empty where nothing has
    String show(Run run, RunStatus status, boolean stale) {
        Map<String, List<String>> changed = stale ? cellRun.changes(run) : Map.of();
        String sentence = cellRun.canStart() ? status.state().isActive() ? MEANWHILE : SINCE : BLOCKED;
        String why = changed.isEmpty() ? "" : sentence.formatted(cellRun.words(changed), cellRun.obstacle());
        if (stale) {
            notice.say("stale", why);
        } else {
            notice.say(status.nonFinite().isPresent() ? "problem" : "", status.reason());
        }
        note(changed);
        offerToGoOn(stale, status);
        return why;
    }

    private void note(Map<String, List<String>> now) {
        if (!now.equals(changes)) {
            changes = now;
            onChanges.run();
        }
    }

    /// A run that stands still may take changed settings with it, as a fork of itself.
    private void offerToGoOn(boolean stale, RunStatus status) {
        boolean offers = stale && status.state() == RunState.PAUSED && status.step() > 0 && cellRun.canStart();
        goOn.setVisible(offers);
        step = status.step();
        if (offers) {
            goOn.setText("Or go on from step " + NumberText.grouped(step) + " with the new settings");
        }
    }
}
