package org.stepback.training.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.training.LossSurface;
import org.stepback.training.Run;
import org.stepback.training.SurfacePlane;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.Segments;
import org.stepback.ui.chart.Surface;

/// The loss surface around a run's weights, computed when a person asks for it, and again for each other choice.
final class RunSurface extends RunPicture {
    private static final String STEP = "next step";
    private static final String RANDOM = "random";
    private static final String TWO_WEIGHTS = "two weights";
    private static final double NEARER = 3;
    private static final double MOST_ZOOM = 1e4;

    private final Surface surface = new Surface(
            "Loss surface",
            "The stronger the blue, the higher the loss. The ring is where the weights are, the line how they came here, the"
                    + " arrow the next step, the small dots the steps after it. An arrow that stops short of the valley is too small,"
                    + " one that leaps across it too large.");
    private final NativeButton compute =
            button("button", "Look around", "Compute it for the weights as they are now", this::ask);
    private final NativeButton nearer = button("chip", "Zoom in", "Look three times as near", () -> zoom(NEARER));
    private final NativeButton wider = button("chip", "Zoom out", "Look three times as far", () -> zoom(1 / NEARER));
    private final Paragraph verdict = Styled.paragraph("surface-verdict", "");
    private final WeightPicker weights = new WeightPicker(this::again);
    private final Runnable redraw;
    private String kind = STEP;
    private double zoom = 1;
    private boolean wanted;
    private boolean asked;
    private long seed;
    private @Nullable Run run;
    private @Nullable LossSurface under;

    /// @param redraw asks for the run to be shown again
    RunSurface(Runnable redraw) {
        super("Loss surface");
        this.redraw = redraw;
        verdict.getElement().setAttribute("role", "status");
        surface.emptyText("Press Look around to compute the loss around the weights as they are now.");
        weights.setVisible(false);
        var controls = Styled.div(
                "picture-controls",
                new Segments<>("Along", List.of(STEP, RANDOM, TWO_WEIGHTS), word -> word, this::choose),
                weights,
                compute,
                Styled.div("chips", nearer, wider));
        surface.controls(new Div(controls, verdict));
        allowZoom();
        add(surface);
        addDetachListener(event -> {
            if (ConnectionProbe.ends(event)) {
                cancel();
            }
        });
    }

    private static NativeButton button(String style, String name, String title, Runnable pressed) {
        var button = Styled.button(style, name, pressed);
        button.setTitle(title);
        return button;
    }

    private void choose(String word) {
        kind = word;
        weights.setVisible(kind.equals(TWO_WEIGHTS));
        zoom = 1;
        again();
    }

    private void zoom(double factor) {
        zoom = Math.clamp(zoom * factor, 1 / MOST_ZOOM, MOST_ZOOM);
        again();
    }

    private void ask() {
        seed++;
        asked = true;
        redraw.run();
    }

    /// Another choice: what was computed for the one before is of no use.
    private void again() {
        if (wanted) {
            asked = true;
            redraw.run();
        }
    }

    private void start(Run from) {
        cancel();
        wanted = true;
        try {
            under = from.surface(plane(), zoom);
            surface.busy("Computing…");
        } catch (IllegalArgumentException sameTwice) {
            surface.clear();
            surface.busy("");
            verdict.setText(sameTwice.getMessage());
        }
        allowZoom();
    }

    private SurfacePlane plane() {
        return switch (kind) {
            case RANDOM -> new SurfacePlane.Random(seed);
            case TWO_WEIGHTS -> weights.plane();
            default -> new SurfacePlane.NextStep();
        };
    }

    private void cancel() {
        if (under != null) {
            under.cancel();
            under = null;
        }
    }

    private void allowZoom() {
        nearer.setEnabled(wanted && zoom < MOST_ZOOM);
        wider.setEnabled(wanted && zoom > 1 / MOST_ZOOM);
    }

    @Override
    public boolean show(Run shown) {
        if (shown != run) {
            clear();
            run = shown;
            weights.offer(shown.network());
        }
        if (asked) {
            asked = false;
            start(shown);
        }
        LossSurface known = under;
        if (known == null) {
            return true;
        }
        if (!known.isDone()) {
            surface.busy("Computing: " + (int) (100 * known.progress()) + " %");
            return false;
        }
        under = null;
        draw(known);
        return true;
    }

    private void draw(LossSurface known) {
        switch (kind) {
            case RANDOM -> surface.axes("first random direction", "second");
            case TWO_WEIGHTS -> surface.axes("change of " + weights.first(), "change of " + weights.second());
            default -> surface.axes("along the next step", "along the way here");
        }
        surface.show(known.at(LossSurface.SIDE - 1), LossSurface.SIDE, known.cells());
        surface.path(places(known.path()));
        surface.ahead(places(known.next()));
        surface.busy("");
        surface.note(known.remark() + " The steps are those of the run's optimizer, taken on all these samples."
                + known.missingPath());
        verdict.setText(StepWords.of(known.ahead()));
    }

    private static List<Surface.Place> places(List<LossSurface.Stop> stops) {
        return stops.stream().map(stop -> new Surface.Place(stop.a(), stop.b())).toList();
    }

    @Override
    public void clear() {
        cancel();
        run = null;
        wanted = false;
        zoom = 1;
        allowZoom();
        verdict.setText("");
        surface.busy("");
        surface.clear();
    }
}
