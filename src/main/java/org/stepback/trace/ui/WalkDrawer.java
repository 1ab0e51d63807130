package org.stepback.trace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.replay.Replay;
import org.stepback.ui.PageTicker;
import org.stepback.ui.Styled;

/// A drawer in which the steps of a training are walked through, which goes on, or stands still, as before.
public final class WalkDrawer extends Div {
    private final NativeButton toggle = Styled.button("button", "Look inside a step", this::toggle);
    private final NativeButton latest = Styled.button("button", "To the latest step", this::toLatest);
    private final Paragraph note = Styled.paragraph("quiet", "");
    private final Supplier<Optional<Subject>> current;
    private final PageTicker ticker;
    private @Nullable WalkPanel walk;
    private @Nullable Object walked;

    /// A training to look into.
    ///
    /// @param identity what it is told apart by from others
    /// @param x inputs × samples of its table, and `y` the targets
    /// @param step its latest
    /// @param note shown with the walk; may be empty
    public record Subject(
            Object identity, Supplier<Replay> replay, DMatrixRMaj x, DMatrixRMaj y, long step, String note) {}

    /// @param current the training, if there is one
    public WalkDrawer(Supplier<Optional<Subject>> current, PageTicker ticker) {
        this.current = current;
        this.ticker = ticker;
        addClassName("walk-drawer");
        toggle.setTitle("Every number of a step, forward and back");
        toggle.getElement().setAttribute("aria-expanded", "false");
        latest.setVisible(false);
        note.setVisible(false);
        add(Styled.div("run-bar", toggle, latest), note);
    }

    /// Leaves its button to the page, which asks for [#toggle].
    public void hideButton() {
        toggle.setVisible(false);
    }

    /// Opens or shuts it.
    public void toggle() {
        if (walk == null) {
            current.get().ifPresent(this::open);
        } else {
            close();
        }
    }

    private void open(Subject subject) {
        WalkPanel panel = walk;
        if (panel == null) {
            panel = new WalkPanel(ticker);
            walk = panel;
            add(panel);
            panel.arrive();
        }
        walked = subject.identity();
        panel.open(subject.replay().get(), subject.x(), subject.y(), Math.max(1, subject.step()), 0);
        note.setText(subject.note());
        note.setVisible(!subject.note().isEmpty());
        latest.setVisible(true);
        toggle.getElement().setAttribute("aria-expanded", "true");
    }

    private void close() {
        if (walk != null) {
            remove(walk);
        }
        walk = null;
        walked = null;
        note.setVisible(false);
        latest.setVisible(false);
        toggle.getElement().setAttribute("aria-expanded", "false");
    }

    private void toLatest() {
        current.get().ifPresent(this::open);
    }

    /// Shuts itself where what it looks into is not there any more.
    public void show() {
        Optional<Subject> subject = current.get();
        toggle.setEnabled(subject.isPresent());
        if (walk != null && subject.map(Subject::identity).orElse(null) != walked) {
            close();
        }
    }
}
