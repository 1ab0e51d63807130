package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.stepback.training.RunState;
import org.stepback.training.RunStatus;
import org.stepback.ui.Styled;

/// The state of a run, for the head of its cell: an icon, a word, and the time for which it has trained.
final class RunStateBadge extends Div {
    private final Span state = Styled.span("state", "");
    private final Span elapsed = Styled.span("elapsed", "");

    RunStateBadge() {
        addClassName("run-mark");
        state.getElement().setAttribute("role", "status");
        elapsed.setTitle("For how long it has trained; pauses do not count");
        add(state, elapsed);
    }

    /// @param why said on hover; empty where the word says it all
    void show(String icon, String word, String why) {
        state.setTitle(why);
        state.getElement().setAttribute("data-state", icon);
        if (!word.equals(state.getText())) {
            state.setText(word);
        }
    }

    /// @param seconds 0 where it has not trained yet
    void showElapsed(double seconds) {
        elapsed.setText(seconds > 0 ? words(seconds) : "");
    }

    /// `0.4 s`, `12 s`, `3 min 05 s`, `2 h 03 min`.
    static String words(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    static String icon(RunState state) {
        return state == RunState.STOPPED ? "failed" : state.name().toLowerCase(Locale.ROOT);
    }

    static String word(RunStatus status) {
        return switch (status.state()) {
            case QUEUED -> "Waiting for its turn";
            case STOPPED -> status.nonFinite().isPresent() ? "Stopped: infinite or NaN" : "Stopped";
            case RUNNING, PAUSED, DONE, FAILED -> status.state().word();
        };
    }
}
