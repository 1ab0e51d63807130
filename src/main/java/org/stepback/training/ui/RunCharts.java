package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.training.Cursor;
import org.stepback.training.NewPoints;
import org.stepback.training.Run;
import org.stepback.ui.Chart;
import org.stepback.ui.Chart.Series;
import org.stepback.ui.Points;

/// A run's charts: its losses, and how large the gradients of each layer are; each message carries new points only.
final class RunCharts extends Div {
    private static final List<Series> LOSSES = List.of(
            Series.of("batch", "Mini-batch", 0),
            Series.sparse("training", "Training set", 2),
            Series.sparse("validation", "Validation set", 1));

    private final Chart loss =
            new Chart("Loss").yAxis("loss", "").emptyText("Press Run to see the loss, step by step.");
    private final Chart gradients = new Chart("Gradient magnitude")
            .yAxis("L2 norm of ∂L/∂W and ∂L/∂b", "")
            .log(true)
            .emptyText("Press Run to see the gradients of each layer.");
    private @Nullable Run drawn;
    private Cursor cursor = Cursor.START;
    private volatile boolean ready = true;

    RunCharts() {
        addClassName("run-charts");
        loss.define(LOSSES);
        add(loss, gradients);
        loss.onRefill(() -> drawn = null);
    }

    /// Whether the browser has drawn what it was sent; asked off the page's thread.
    boolean isReady() {
        return ready;
    }

    void clear() {
        drawn = null;
        loss.clear();
        gradients.clear();
    }

    /// Sends the points of a run that the browser has not seen, unless it is still busy with the last ones.
    ///
    /// @return whether they were sent
    boolean show(Run run) {
        if (run != drawn) {
            drawn = run;
            cursor = Cursor.START;
            loss.define(LOSSES);
            gradients.define(layers(run.setup().architecture().layers().size()));
        }
        if (loss.isBusy() || gradients.isBusy()) {
            return false; // a later beat sends these points together with newer ones
        }
        NewPoints points = run.since(cursor);
        cursor = points.cursor();
        if (!points.isEmpty()) {
            send(points);
        }
        return true;
    }

    private void send(NewPoints points) {
        ready = false;
        NewPoints.Steps steps = points.steps();
        NewPoints.EpochEnds ends = points.epochEnds();
        loss.add(
                Points.withStride(steps.stride())
                        .add("batch", steps.step(), steps.loss())
                        .add("training", ends.stride(), ends.step(), ends.trainingLoss())
                        .add("validation", ends.stride(), ends.step(), ends.validationLoss()),
                this::landed);
        Points norms = Points.withStride(steps.stride());
        for (int layer = 0; layer < steps.kernelGradient().length; layer++) {
            norms.add("W" + layer, steps.step(), steps.kernelGradient()[layer])
                    .add("b" + layer, steps.step(), steps.biasGradient()[layer]);
        }
        gradients.add(norms, this::landed);
    }

    private void landed() {
        ready = !loss.isBusy() && !gradients.isBusy();
    }

    private static List<Series> layers(int count) {
        List<Series> series = new ArrayList<>();
        for (int layer = 0; layer < count; layer++) {
            series.add(Series.of("W" + layer, "Layer " + (layer + 1) + " weights", layer));
            series.add(Series.dashed("b" + layer, "Layer " + (layer + 1) + " bias", layer));
        }
        return series;
    }
}
