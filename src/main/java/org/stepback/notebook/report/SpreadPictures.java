package org.stepback.notebook.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stepback.notebook.report.RidgePicture.Row;
import org.stepback.number.NumberText;
import org.stepback.training.ChartLayers;
import org.stepback.training.Run;
import org.stepback.training.series.Moment;
import org.stepback.training.series.Spread;

/// Pictures of the distributions of weights, outputs and gradients in a run's layers.
final class SpreadPictures {
    private SpreadPictures() {}

    /// Returns a row of pictures for each layer that learns, or for a few of many.
    static String of(Run run) {
        List<Moment> moments = run.moments();
        if (moments.isEmpty()) {
            return "";
        }
        var layers = new ChartLayers(run.setup());
        String rows = ChartLayers.few(layers.learning()).stream()
                .map(layer -> row(layers.name(layer), layer, moments))
                .collect(Collectors.joining());
        return "<figure><figcaption>Distributions</figcaption><p>Each line is a moment of the run, the newest in front:"
                + " where it is high, many numbers lie. A line that shrinks to a spike, or runs off to the sides, is a"
                + " layer in trouble.</p>" + rows + "</figure>";
    }

    private static String row(String name, int layer, List<Moment> moments) {
        String pictures = Arrays.stream(Spread.values())
                .map(spread -> picture(name, layer, spread, moments))
                .filter(picture -> !picture.isEmpty())
                .map(RidgePicture::svg)
                .collect(Collectors.joining());
        return "<p class=\"panels-name\">%s</p><div class=\"panels\">%s</div>".formatted(name, pictures);
    }

    private static RidgePicture picture(String name, int layer, Spread spread, List<Moment> moments) {
        List<Row> rows = moments.stream()
                .map(moment -> new Row(moment.step(), spread.of(moment, layer)))
                .toList();
        String label = "%s of %s over %s steps"
                .formatted(
                        spread.axis(), name, NumberText.brief(moments.getLast().step()));
        return new RidgePicture(spread.axis(), label, rows);
    }
}
