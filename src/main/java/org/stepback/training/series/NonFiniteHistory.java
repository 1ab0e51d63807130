package org.stepback.training.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stepback.nn.NonFinite;

/// The growth of the numbers of a run until one of them was no longer finite.
///
/// @param first the first tensor that stopped being finite
/// @param before the last steps of which the layer's numbers are kept, rising, up to the one that failed
/// @param bestStep the step after which the mini-batch loss was lowest; 0 is the start
public record NonFiniteHistory(NonFinite first, List<Step> before, long bestStep) {
    private static final int MOST_STEPS = 5;

    /// A step on the way.
    ///
    /// @param weights the L2 norm of the layer's kernel before the update
    /// @param gradient the L2 norm of `∂L/∂W` of that kernel
    public record Step(long step, double loss, double weights, double gradient) {}

    public static NonFiniteHistory of(NonFinite first, NewPoints points) {
        NewPoints.Layers layers = points.layers();
        NewPoints.Steps steps = points.steps();
        double[] weights = layers.of(LayerNumber.KERNEL_NORM)[first.layer() - 1];
        double[] gradients = layers.of(LayerNumber.KERNEL_GRADIENT_NORM)[first.layer() - 1];
        int size = layers.step().length;
        List<Step> before = IntStream.range(Math.max(0, size - MOST_STEPS), size)
                .mapToObj(i -> {
                    int at = Arrays.binarySearch(steps.step(), layers.step()[i]);
                    double loss = at < 0 ? Double.NaN : steps.loss()[at];
                    return new Step(layers.step()[i], loss, weights[i], gradients[i]);
                })
                .toList();
        return new NonFiniteHistory(first, before, bestStep(steps));
    }

    /// The loss of a step is that of the weights before it.
    private static long bestStep(NewPoints.Steps steps) {
        return IntStream.range(0, steps.step().length)
                .filter(i -> Double.isFinite(steps.loss()[i]))
                .boxed()
                .min(Comparator.comparingDouble(i -> steps.loss()[i]))
                .map(i -> steps.step()[i] - 1)
                .orElse(0L);
    }

    /// The last step before it, with whose weights all can be looked at; 0 is the start.
    public long lastSoundStep() {
        return first.step() - 1;
    }
}
