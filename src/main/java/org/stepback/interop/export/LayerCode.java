package org.stepback.interop.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.layer.Weights;

/// One layer of a program that spells out its update: the tensors' names end with its number or have it in them.
abstract class LayerCode {
    final TrainingSpec spec;
    /// Its number, 1 = the first.
    final int n;

    private final String kernel;
    private final String bias;

    /// @param kernel what a dense layer's is called, such as `W`, and likewise its bias
    LayerCode(TrainingSpec spec, int n, String kernel, String bias) {
        this.spec = spec;
        this.n = n;
        this.kernel = kernel;
        this.bias = bias;
    }

    /// Returns the name of a tensor within the program, such as `W1`.
    abstract String named(String tensor);

    /// Returns a line that gives a tensor its numbers before the first step.
    abstract String given(String tensor, String list);

    final Layer layer() {
        return spec.net().layers().get(n - 1);
    }

    /// Lines that give it the weights before the first step.
    final String weights(Numbers numbers, Weights weights) {
        return switch (layer()) {
            case Dense dense ->
                given(kernel, numbers.rows(kernel + n, weights.kernel()))
                        + (dense.useBias() ? given(bias, numbers.flat(bias + n, weights.bias())) : "");
            case BatchNormalization _ ->
                normalization(numbers, weights)
                        + given(
                                "moving_mean",
                                numbers.flat("mean" + n, weights.statistics().getFirst()))
                        + given(
                                "moving_variance",
                                numbers.flat(
                                        "variance" + n, weights.statistics().getLast()));
            case LayerNormalization _ -> normalization(numbers, weights);
            case ActivationLayer _, Dropout _, GaussianNoise _ -> "";
        };
    }

    private String normalization(Numbers numbers, Weights weights) {
        return given("gamma", numbers.flat("gamma" + n, weights.kernel()))
                + given("beta", numbers.flat("beta" + n, weights.bias()));
    }

    /// Returns the names of what an update changes.
    final List<String> learnt() {
        boolean dense = layer() instanceof Dense;
        return Stream.of(
                        layer().tensors().kernel().map(_ -> named(dense ? kernel : "gamma")),
                        layer().tensors().bias().map(_ -> named(dense ? bias : "beta")))
                .flatMap(Optional::stream)
                .filter(_ -> layer().trainable())
                .toList();
    }

    /// Returns its penalties as further terms of the loss.
    final String penalties() {
        if (!(layer() instanceof Dense dense) || !dense.trainable()) {
            return "";
        }
        return dense.kernelRegularizer()
                        .map(found -> " + " + Penalty.value(found, named(kernel)))
                        .orElse("")
                + dense.biasRegularizer()
                        .filter(_ -> dense.useBias())
                        .map(found -> " + " + Penalty.value(found, named(bias)))
                        .orElse("");
    }

    /// Returns its tensors whose links a penalty may cut, by name, with its λ.
    final Map<String, Double> cut() {
        return Penalty.cut(layer(), named(kernel), named(bias));
    }
}
