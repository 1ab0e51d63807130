package org.stepback.training.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stepback.nn.Activation;
import org.stepback.nn.Dense;
import org.stepback.nn.Layer;
import org.stepback.training.LayerNumber;
import org.stepback.training.NewPoints;
import org.stepback.training.RunSetup;
import org.stepback.ui.Chart.Series;
import org.stepback.ui.Points;

/// The lines of a chart that has one for each layer, or one for its weights and one for its bias.
final class LayerLines {
    /// How many lines a chart shows at first; the others are one click away.
    private static final int MOST = 6;

    private LayerLines() {}

    /// A line for each layer that learns something.
    static List<Series> one(RunSetup setup) {
        List<Integer> learning = learning(setup);
        List<Series> series = new ArrayList<>();
        for (int place = 0; place < learning.size(); place++) {
            int layer = learning.get(place);
            series.add(Series.of("W" + layer, name(setup, layer) + " weights", layer)
                    .hiddenIf(!isChosen(place, learning.size())));
        }
        return series;
    }

    /// A line for each layer's weights, and a dashed one for its bias.
    static List<Series> two(RunSetup setup) {
        List<Series> series = new ArrayList<>(one(setup));
        List<Integer> biased = learning(setup).stream()
                .filter(layer -> setup.architecture()
                        .layers()
                        .get(layer)
                        .tensors()
                        .bias()
                        .isPresent())
                .toList();
        boolean many = series.size() + biased.size() > MOST;
        for (int layer : biased) {
            series.add(Series.dashed("b" + layer, name(setup, layer) + " bias", layer)
                    .hiddenIf(many));
        }
        return series;
    }

    /// The layers that have a kernel.
    private static List<Integer> learning(RunSetup setup) {
        List<Layer> layers = setup.architecture().layers();
        return IntStream.range(0, layers.size())
                .filter(layer -> layers.get(layer).tensors().kernel().isPresent())
                .boxed()
                .toList();
    }

    private static String name(RunSetup setup, int layer) {
        Layer found = setup.architecture().layers().get(layer);
        return "Layer " + (layer + 1) + (found instanceof Dense ? "" : " " + found.name());
    }

    /// Of so many the first, the last, and some evenly between.
    private static boolean isChosen(int place, int count) {
        return count <= MOST
                || IntStream.range(0, MOST).anyMatch(i -> Math.round(i * (count - 1) / (MOST - 1.0)) == place);
    }

    /// The points of a number of the layers' weights.
    static Points points(NewPoints fresh, LayerNumber ofWeights) {
        Points points = Points.withStride(fresh.layers().stride());
        add(points, fresh, "W", ofWeights);
        return points;
    }

    /// The points of a number of the layers' weights and of one of their biases.
    static Points points(NewPoints fresh, LayerNumber ofWeights, LayerNumber ofBiases) {
        Points points = points(fresh, ofWeights);
        add(points, fresh, "b", ofBiases);
        return points;
    }

    /// For each layer whose units have slopes of their own the share of dead ones, and dashed that of saturated ones.
    static List<Series> units(RunSetup setup) {
        List<Layer> layers = setup.architecture().layers();
        List<Integer> sloped = IntStream.range(0, layers.size())
                .filter(layer -> layers.get(layer).activation() instanceof Activation.Elementwise)
                .boxed()
                .toList();
        List<Series> series = new ArrayList<>();
        for (int place = 0; place < sloped.size(); place++) {
            int layer = sloped.get(place);
            series.add(new Series(
                    "d" + layer, unitsOf(layer, "dead"), layer, false, false, true, !isChosen(place, sloped.size())));
        }
        for (int layer : sloped) {
            if (isBounded(layers.get(layer).activation())) {
                series.add(Series.sparse("s" + layer, unitsOf(layer, "saturated"), layer)
                        .hiddenIf(2 * sloped.size() > MOST));
            }
        }
        return series;
    }

    private static String unitsOf(int layer, String state) {
        return "Layer " + (layer + 1) + " " + state;
    }

    private static boolean isBounded(Activation activation) {
        return Double.isFinite(activation.range().to() - activation.range().from());
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

    /// What cannot be measured of a layer is NaN from its first point on.
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
