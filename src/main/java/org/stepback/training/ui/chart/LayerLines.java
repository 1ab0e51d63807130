package org.stepback.training.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.stepback.training.ChartLayers;
import org.stepback.training.RunSetup;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.NewPoints;
import org.stepback.ui.chart.Chart.Series;
import org.stepback.ui.chart.Points;

/// The lines of a chart that has one for each layer, or one for its weights and one for its bias.
final class LayerLines {
    private LayerLines() {}

    /// Returns a line for each layer that learns something.
    static List<Series> one(RunSetup setup) {
        var layers = new ChartLayers(setup);
        List<Integer> few = ChartLayers.few(layers.learning());
        return layers.learning().stream()
                .map(layer -> Series.of("W" + layer, layers.name(layer) + " weights", layer)
                        .hiddenIf(!few.contains(layer)))
                .toList();
    }

    /// Returns a line for each layer's weights, and a dashed one for its bias.
    static List<Series> two(RunSetup setup) {
        var layers = new ChartLayers(setup);
        List<Series> series = new ArrayList<>(one(setup));
        List<Integer> biased = layers.biased();
        boolean many = series.size() + biased.size() > ChartLayers.MOST;
        for (int layer : biased) {
            series.add(Series.dashed("b" + layer, layers.name(layer) + " bias", layer)
                    .hiddenIf(many));
        }
        return series;
    }

    /// Returns the points of a number of the layers' weights.
    static Points points(NewPoints fresh, LayerNumber ofWeights) {
        Points points = Points.withStride(fresh.layers().stride());
        add(points, fresh, "W", ofWeights);
        return points;
    }

    /// Returns the points of a number of the layers' weights and of one of their biases.
    static Points points(NewPoints fresh, LayerNumber ofWeights, LayerNumber ofBiases) {
        Points points = points(fresh, ofWeights);
        add(points, fresh, "b", ofBiases);
        return points;
    }

    /// For each layer whose units have slopes of their own the share of dead ones, and dashed that of saturated ones.
    static List<Series> units(RunSetup setup) {
        var layers = new ChartLayers(setup);
        List<Integer> sloped = layers.sloped();
        List<Integer> few = ChartLayers.few(sloped);
        List<Series> series = new ArrayList<>();
        for (int layer : sloped) {
            series.add(
                    new Series("d" + layer, unitsOf(layer, "dead"), layer, false, false, true, !few.contains(layer)));
        }
        for (int layer : layers.bounded()) {
            series.add(Series.sparse("s" + layer, unitsOf(layer, "saturated"), layer)
                    .hiddenIf(2 * sloped.size() > ChartLayers.MOST));
        }
        return series;
    }

    private static String unitsOf(int layer, String state) {
        return "Layer " + (layer + 1) + " " + state;
    }

    static Points unitPoints(NewPoints fresh) {
        NewPoints.Units units = fresh.units();
        Points points = Points.withStride(1);
        for (int layer = 0; layer < units.dead().length; layer++) {
            addMeasured(points, "d" + layer, units, units.dead()[layer]);
            addMeasured(points, "s" + layer, units, units.saturated()[layer]);
        }
        return points;
    }

    /// Adds the shares of a layer. A share that cannot be measured is NaN from its first point on.
    private static void addMeasured(Points points, String id, NewPoints.Units units, double[] shares) {
        if (shares.length > 0 && !Double.isNaN(shares[0])) {
            points.add(id, units.stride(), units.step(), shares);
        }
    }

    private static void add(Points points, NewPoints fresh, String id, LayerNumber number) {
        double[][] layers = fresh.layers().of(number);
        for (int layer = 0; layer < layers.length; layer++) {
            points.add(id + layer, fresh.layers().step(), layers[layer]);
        }
    }
}
