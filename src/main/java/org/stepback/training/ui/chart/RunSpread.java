package org.stepback.training.ui.chart;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepback.training.Run;
import org.stepback.training.series.Histogram;
import org.stepback.training.series.Moment;
import org.stepback.training.series.Spread;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.Ridges;
import org.stepback.ui.chart.Segments;
import org.stepback.ui.field.NativeSelect;

/// The distributions of the weights, outputs or gradients of one layer, at some moments of a run.
final class RunSpread extends RunPicture {
    private final Ridges ridges = new Ridges(
            "Distributions",
            "Each row is a moment of the run, the newest in front: where it is high, many numbers lie. A row that"
                    + " shrinks to a spike, or runs off to the sides, is a layer in trouble.");
    private final Div controls = Styled.div("picture-controls");
    private final Runnable redraw;
    private Spread kind = Spread.WEIGHTS;
    private int layer;
    private int layers;
    private @Nullable Run drawn;
    private long drawnStep = -1;

    /// @param redraw asks for the run to be shown again
    RunSpread(Runnable redraw) {
        super("Distributions");
        this.redraw = redraw;
        ridges.emptyText("Press Run to see how the numbers of a layer are spread.");
        ridges.controls(controls);
        add(ridges);
        addAttachListener(_ -> drawn = null);
    }

    private void offer(int count) {
        layers = count;
        layer = Math.min(layer, count - 1);
        var kinds = new Segments<>("Of", List.of(Spread.values()), Spread::word, this::choose);
        kind = Spread.WEIGHTS;
        var picker = new NativeSelect(
                "Layer",
                IntStream.range(0, count).mapToObj(Integer::toString).toList(),
                index -> "Layer " + (Integer.parseInt(index) + 1));
        picker.setText(Integer.toString(layer));
        picker.onEdited(picked -> {
            layer = IntStream.range(0, layers)
                    .filter(each -> Integer.toString(each).equals(picked.text()))
                    .findFirst()
                    .orElse(0);
            again();
        });
        controls.removeAll();
        controls.add(kinds, picker);
    }

    private void choose(Spread chosen) {
        kind = chosen;
        again();
    }

    private void again() {
        drawn = null;
        redraw.run();
    }

    @Override
    public boolean show(Run run) {
        List<Moment> moments = run.moments();
        long last = moments.isEmpty() ? -1 : moments.getLast().step();
        if (run == drawn && last == drawnStep) {
            return true;
        }
        if (ridges.isBusy()) {
            return false;
        }
        if (layers != run.setup().architecture().layers().size()) {
            offer(run.setup().architecture().layers().size());
        }
        drawn = run;
        drawnStep = last;
        ridges.axis(kind.axis() + " of layer " + (layer + 1));
        ridges.rows(moments.stream().map(this::row).toList());
        return true;
    }

    private Ridges.Row row(Moment moment) {
        Histogram histogram = kind.of(moment, layer);
        return new Ridges.Row(moment.step(), histogram.low(), histogram.high(), histogram.bins());
    }

    @Override
    public void expect(boolean some) {
        ridges.loading(some);
    }

    @Override
    public void clear() {
        drawn = null;
        ridges.rows(List.of());
    }
}
