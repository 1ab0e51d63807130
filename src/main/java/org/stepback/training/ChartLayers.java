package org.stepback.training;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// The layers that a run's charts have lines for, with the names of the lines.
public final class ChartLayers {
    /// The most lines that a chart shows at first.
    public static final int MOST = 6;

    private final List<Layer> layers;

    public ChartLayers(RunSetup setup) {
        layers = setup.architecture().layers();
    }

    /// The layers that have a kernel.
    public List<Integer> learning() {
        return those(layer -> layer.tensors().kernel().isPresent());
    }

    /// Those that have a bias besides.
    public List<Integer> biased() {
        return those(layer ->
                layer.tensors().kernel().isPresent() && layer.tensors().bias().isPresent());
    }

    /// The layers whose units have slopes of their own, so that one of them can be dead.
    public List<Integer> sloped() {
        return those(layer -> layer.activation() instanceof Activation.Elementwise);
    }

    /// Those whose activation is bounded, so that a unit can be saturated.
    public List<Integer> bounded() {
        return those(layer -> layer.activation() instanceof Activation.Elementwise
                && Double.isFinite(layer.activation().range().to()
                        - layer.activation().range().from()));
    }

    private List<Integer> those(Predicate<Layer> are) {
        return IntStream.range(0, layers.size())
                .filter(layer -> are.test(layers.get(layer)))
                .boxed()
                .toList();
    }

    /// `Layer 2`, with its kind where it is not dense.
    public String name(int layer) {
        Layer found = layers.get(layer);
        return "Layer " + (layer + 1) + (found instanceof Dense ? "" : " " + found.name());
    }

    /// Of more than [#MOST] layers the first, the last, and some evenly between; otherwise all.
    public static List<Integer> few(List<Integer> layers) {
        return layers.size() <= MOST
                ? layers
                : IntStream.range(0, MOST)
                        .mapToObj(i -> layers.get((int) Math.round(i * (layers.size() - 1) / (MOST - 1.0))))
                        .toList();
    }
}
