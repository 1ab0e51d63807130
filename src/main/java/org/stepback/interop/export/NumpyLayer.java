package org.stepback.interop.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.regularizer.Regularizer;

/// The equations of one layer in NumPy: its names end with its number.
///
/// @param n its number, 1 = the first
record NumpyLayer(TrainingSpec spec, int n) {
    static List<NumpyLayer> all(TrainingSpec spec) {
        return Stream.iterate(1, n -> n + 1)
                .limit(spec.net().layers().size())
                .map(n -> new NumpyLayer(spec, n))
                .toList();
    }

    Layer layer() {
        return spec.net().layers().get(n - 1);
    }

    Activation activation() {
        return layer().activation();
    }

    /// The layer's inputs: the activations of the layer before.
    String input() {
        return n == 1 ? "x" : "a" + (n - 1);
    }

    private String numbered(String pattern) {
        return pattern.replace("#", String.valueOf(n)).replace("prev", input());
    }

    /// Lines that give it the weights before the first step.
    String weights(Numbers numbers, Weights weights) {
        String kernel = layer() instanceof Dense
                ? numbers.rows("W" + n, weights.kernel())
                : numbers.flat("gamma" + n, weights.kernel());
        return switch (layer()) {
            case Dense dense ->
                "W%d = np.array(%s, dtype=float)\n".formatted(n, kernel)
                        + (dense.useBias() ? column("b", numbers.flat("b" + n, weights.bias())) : "");
            case BatchNormalization batch ->
                column("gamma", kernel)
                        + column("beta", numbers.flat("beta" + n, weights.bias()))
                        + column(
                                "moving_mean",
                                numbers.flat("mean" + n, weights.statistics().getFirst()))
                        + column(
                                "moving_variance",
                                numbers.flat(
                                        "variance" + n, weights.statistics().getLast()));
            case LayerNormalization each ->
                column("gamma", kernel) + column("beta", numbers.flat("beta" + n, weights.bias()));
            case ActivationLayer none -> "";
            case Dropout none -> "";
            case GaussianNoise none -> "";
        };
    }

    private String column(String name, String list) {
        return name + n + " = np.array(" + list + ", dtype=float)[:, None]\n";
    }

    /// Returns the names of what an update changes.
    List<String> learnt() {
        List<String> names = new ArrayList<>();
        if (layer().trainable()) {
            String kernel = layer() instanceof Dense ? "W" : "gamma";
            String bias = layer() instanceof Dense ? "b" : "beta";
            layer().tensors().kernel().ifPresent(present -> names.add(kernel + n));
            layer().tensors().bias().ifPresent(present -> names.add(bias + n));
        }
        return names;
    }

    /// Returns the names of all that training changes.
    List<String> changing() {
        List<String> names = new ArrayList<>(learnt());
        if (layer() instanceof BatchNormalization) {
            names.add("moving_mean" + n);
            names.add("moving_variance" + n);
        }
        return names;
    }

    /// Lines of the way forward.
    String forward() {
        return numbered(
                switch (layer()) {
                    case Dense dense -> "z# = W# @ prev" + (dense.useBias() ? " + b#" : "") + "\na# = " + applied();
                    case ActivationLayer alone -> "z# = prev\na# = " + applied();
                    case Dropout dropout ->
                        "m# = dropout_mask(prev.shape, %s, %s) if training else 1\na# = prev * m#\n"
                                .formatted(Python.number(dropout.rate()), place());
                    case GaussianNoise noise ->
                        "a# = prev + %s * gaussian_noise(prev.shape, %s) if training else prev\n"
                                .formatted(Python.number(noise.stddev()), place());
                    case BatchNormalization batch -> forward(batch);
                    case LayerNormalization each ->
                        "s# = np.sqrt(prev.var(axis=0) + %s)\nn# = (prev - prev.mean(axis=0)) / s#\na# = gamma# * n# + beta#\n"
                                .formatted(Python.number(each.epsilon()));
                });
    }

    private String applied() {
        return NumpyCode.known(activation().name()) + "(z#)\n";
    }

    /// The place of a random number: the run's seed, the step, the layer.
    private String place() {
        return spec.train().seed() + ", step + 1, " + (n - 1);
    }

    private static String forward(BatchNormalization batch) {
        String kept = "mean#, variance# = moving_mean#, moving_variance#\n";
        String ofBatch = """
                if training:
                    mean#, variance# = prev.mean(axis=1, keepdims=True), prev.var(axis=1, keepdims=True)
                    moving_mean#[:] = moving_mean# * %1$s + mean# * (1 - %1$s)
                    moving_variance#[:] = moving_variance# * %1$s + variance# * (1 - %1$s)
                """.formatted(Python.number(batch.momentum()));
        return kept
                + (batch.trainable() ? ofBatch : "")
                + "s# = np.sqrt(variance# + %s)\nn# = (prev - mean#) / s#\na# = gamma# * n# + beta#\n"
                        .formatted(Python.number(batch.epsilon()));
    }

    /// Names the numbers of the forward pass that the backward pass needs.
    List<String> passed() {
        List<String> names =
                switch (layer()) {
                    case Dense dense -> List.of("z#", "a#");
                    case ActivationLayer alone -> List.of("z#", "a#");
                    case Dropout dropout -> List.of("m#", "a#");
                    case GaussianNoise noise -> List.of("a#");
                    case BatchNormalization batch -> List.of("s#", "n#", "a#");
                    case LayerNormalization each -> List.of("s#", "n#", "a#");
                };
        return names.stream().map(this::numbered).toList();
    }

    /// Lines that give `delta`, the gradient of z, from an expression for the gradient of a.
    String delta(String da) {
        boolean linear = activation().equals(Activation.LINEAR);
        return numbered("delta# = " + (linear ? da : "(" + da + ") * " + slope()) + "\n");
    }

    /// Returns an expression for f′(z).
    String slope() {
        return numbered(NumpyCode.known(activation().name() + "_slope") + "(z#, a#)");
    }

    /// Lines that give the gradients of what is learnt.
    String gradients() {
        String lines =
                switch (layer()) {
                    case Dense dense ->
                        "dW# = delta# @ prev.T" + penalized(dense.kernelRegularizer(), "W#")
                                + (dense.useBias()
                                        ? "\ndb# = delta#.sum(axis=1, keepdims=True)"
                                                + penalized(dense.biasRegularizer(), "b#")
                                        : "")
                                + "\n";
                    case BatchNormalization batch -> ofFactors();
                    case LayerNormalization each -> ofFactors();
                    case ActivationLayer none -> "";
                    case Dropout none -> "";
                    case GaussianNoise none -> "";
                };
        return layer().trainable() ? numbered(lines) : "";
    }

    private static String ofFactors() {
        return "dgamma# = (delta# * n#).sum(axis=1, keepdims=True)\ndbeta# = delta#.sum(axis=1, keepdims=True)\n";
    }

    private static String penalized(Optional<Regularizer> penalty, String w) {
        return penalty.map(found -> " + " + Penalty.gradient(found, w)).orElse("");
    }

    /// Expressions for its penalties.
    List<String> penalties() {
        if (!(layer() instanceof Dense dense) || !dense.trainable()) {
            return List.of();
        }
        return Stream.concat(
                        dense.kernelRegularizer().map(found -> Penalty.value(found, "W#")).stream(),
                        dense
                                .biasRegularizer()
                                .filter(found -> dense.useBias())
                                .map(found -> Penalty.value(found, "b#"))
                                .stream())
                .map(this::numbered)
                .toList();
    }

    /// Returns an expression for the gradient of what it took.
    String pulled() {
        return numbered(
                switch (layer()) {
                    case Dense dense -> "W#.T @ delta#";
                    case ActivationLayer alone -> "delta#";
                    case Dropout dropout -> "delta# * m#";
                    case GaussianNoise noise -> "delta#";
                    case BatchNormalization batch ->
                        batch.trainable()
                                ? "gamma# / s# * (delta# - delta#.mean(axis=1, keepdims=True)"
                                        + " - n# * (delta# * n#).mean(axis=1, keepdims=True))"
                                : "gamma# / s# * delta#";
                    case LayerNormalization each ->
                        "(gamma# * delta# - (gamma# * delta#).mean(axis=0)"
                                + " - n# * (gamma# * delta# * n#).mean(axis=0)) / s#";
                });
    }

    static String joined(List<NumpyLayer> layers, Function<NumpyLayer, List<String>> names) {
        return layers.stream().flatMap(layer -> names.apply(layer).stream()).collect(Collectors.joining(", "));
    }
}
