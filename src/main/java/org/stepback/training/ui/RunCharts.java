package org.stepback.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.stepback.exercise.TrainingChart;
import org.stepback.training.Run;
import org.stepback.training.ui.chart.RunPicture;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.Chart;
import org.stepback.ui.chart.Segments;

/// A run's pictures. Those that the author names stand in the [#first] place, a person adds others in [#more]. Only
/// those that are shown, near the window, are sent anything.
final class RunCharts {
    /// Five times a second looks as alive as ten, and is half the work for the browser.
    private static final long PAUSE_NANOS = 180_000_000;

    private final Map<RunPicture, NativeButton> buttons = new LinkedHashMap<>();
    private final List<RunPicture> named = new ArrayList<>();
    private final List<RunPicture> shown = new CopyOnWriteArrayList<>();
    private final Div first = Styled.div("run-charts");
    private final Div added = Styled.div("run-charts run-charts-added");
    private final NativeDetails more = new NativeDetails("More charts");
    private final NativeButton freeze = Styled.button("chip", "Freeze", () -> freeze(!this.frozen));
    private final Runnable redraw;
    private boolean frozen;
    private @Nullable Run drawn;
    private long drawnAt;

    /// @param named those that are shown at first, in this order
    /// @param redraw asks for [#show] to be called, where a person wants to see something else of the same run
    RunCharts(List<RunPicture> pictures, List<TrainingChart> named, Runnable redraw) {
        this.redraw = redraw;
        for (RunPicture picture : pictures) {
            buttons.put(picture, Styled.button("chip", picture.name(), () -> toggle(picture)));
            picture.onNear(redraw);
        }
        named.forEach(chart -> pictures.stream()
                .filter(picture -> picture.name().equals(chart.words()))
                .forEach(this.named::add));
        shown.addAll(this.named);
        more.addClassNames("more-settings", "more-charts");
        more.setContent(bar());
        arrange();
    }

    /// The place of the charts that the author names.
    Component first() {
        return first;
    }

    /// The buttons for all charts, and the place of those that a person adds.
    List<Component> more() {
        return List.of(more, added);
    }

    /// Shows the buttons for all charts, or leaves them folded away.
    void openMore(boolean open) {
        more.setOpen(open);
    }

    private Div bar() {
        var chips = Styled.div("chips");
        chips.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", "Charts, press to show or put away");
        var name = new Span("Charts");
        name.getElement().setAttribute("aria-hidden", "true");
        chips.add(name);
        buttons.values().forEach(chips::add);
        var along = new Segments<>(
                "Along",
                List.of(Chart.Along.values()),
                each -> each.name().toLowerCase(Locale.ROOT),
                each -> buttons.keySet().forEach(picture -> picture.along(each)));
        freeze.setTitle("Let the charts stand still while the run goes on");
        freeze(false);
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

    /// Puts the named pictures in the author's order, the others in the order of their buttons.
    private void arrange() {
        buttons.forEach((picture, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(shown.contains(picture))));
        List<RunPicture> others = new ArrayList<>(buttons.keySet());
        others.removeAll(named);
        fill(first, named);
        fill(added, others);
    }

    private void fill(Div place, Collection<RunPicture> pictures) {
        place.removeAll();
        pictures.stream().filter(shown::contains).forEach(place::add);
    }

    /// Returns whether the browser has drawn what it was sent; asked off the page's thread.
    boolean isReady() {
        return shown.stream().allMatch(RunPicture::isReady);
    }

    void clear() {
        drawn = null;
        freeze(false);
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
            freeze(false); // nobody has looked at this one yet
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
