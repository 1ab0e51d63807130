package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.stepback.training.Run;
import org.stepback.training.ui.chart.RunPicture;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.Chart;
import org.stepback.ui.chart.Segments;

/// A run's pictures: a person chooses which are shown. Only those that are shown, near the window, are sent anything.
final class RunCharts extends Div {
    private static final int SHOWN_AT_FIRST = 3;

    /// Five times a second looks as alive as ten, and is half the work for the browser.
    private static final long PAUSE_NANOS = 180_000_000;

    private final Map<RunPicture, NativeButton> buttons = new LinkedHashMap<>();
    private final List<RunPicture> shown = new CopyOnWriteArrayList<>();
    private final Div pictures = new Div();
    private final NativeButton freeze = Styled.button("chip", "Freeze", () -> freeze(!this.frozen));
    private final Runnable redraw;
    private boolean frozen;
    private @Nullable Run drawn;
    private long drawnAt;

    /// @param redraw asks for [#show] to be called, where a person wants to see something else of the same run
    RunCharts(List<RunPicture> pictures, Runnable redraw) {
        this.redraw = redraw;
        addClassName("run-charts");
        this.pictures.addClassName("run-chart-grid");
        var chips = Styled.div("chips");
        chips.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", "Charts, press to show or put away");
        for (RunPicture picture : pictures) {
            var button = Styled.button("chip", picture.name(), () -> toggle(picture));
            buttons.put(picture, button);
            picture.onNear(redraw);
            chips.add(button);
        }
        add(bar(chips), this.pictures);
        pictures.stream().limit(SHOWN_AT_FIRST).forEach(shown::add);
        arrange();
    }

    private Div bar(Div chips) {
        var along = new Segments<>(
                "Along",
                List.of(Chart.Along.values()),
                each -> each.name().toLowerCase(Locale.ROOT),
                each -> buttons.keySet().forEach(picture -> picture.along(each)));
        freeze.setTitle("Let the charts stand still while the run goes on");
        freeze(false);
        var name = new Span("Charts");
        name.getElement().setAttribute("aria-hidden", "true");
        chips.addComponentAsFirst(name);
        return Styled.div("chart-bar", chips, along, freeze);
    }

    private void freeze(boolean still) {
        frozen = still;
        freeze.getElement().setAttribute("aria-pressed", Boolean.toString(still));
        buttons.keySet().forEach(picture -> picture.freeze(still));
    }

    private void toggle(RunPicture picture) {
        if (!shown.remove(picture)) {
            shown.add(picture);
        }
        arrange();
        redraw.run();
    }

    /// Puts the shown pictures in the order of their buttons.
    private void arrange() {
        pictures.removeAll();
        buttons.forEach((picture, button) -> {
            boolean on = shown.contains(picture);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
            if (on) {
                pictures.add(picture);
            }
        });
    }

    /// Returns whether the browser has drawn what it was sent; asked off the page's thread.
    boolean isReady() {
        return shown.stream().allMatch(RunPicture::isReady);
    }

    void clear() {
        drawn = null;
        shown.forEach(RunPicture::clear);
        buttons.keySet().forEach(picture -> picture.expect(false));
    }

    /// Sends what the browser has not seen of a run, to pictures near the window that are not still busy with the last
    /// message.
    ///
    /// @return whether all was sent; of a run that trains there is more soon anyway
    boolean show(Run run, boolean trains) {
        if (run == drawn && trains && System.nanoTime() - drawnAt < PAUSE_NANOS) {
            return true;
        }
        drawnAt = System.nanoTime();
        if (run != drawn) {
            drawn = run;
            buttons.keySet().forEach(picture -> picture.expect(true));
            buttons.forEach((picture, button) -> button.setVisible(picture.suits(run.setup())));
            buttons.keySet().forEach(picture -> picture.setVisible(picture.suits(run.setup())));
        }
        boolean all = true;
        for (RunPicture picture : shown) {
            if (picture.suits(run.setup()) && picture.isNear()) {
                all &= picture.show(run);
            }
        }
        return all;
    }
}
