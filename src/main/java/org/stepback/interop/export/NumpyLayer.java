package org.stepback.interop.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.regularizer.Regularizer;

/// The equations of one layer in NumPy: its names end with its number.
final class NumpyLayer extends LayerCode {
    NumpyLayer(TrainingSpec spec, int n) {
        super(spec, n, "W", "b");
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

    @Override
    String named(String tensor) {
        return tensor + n;
    }

    @Override
    String given(String tensor, String list) {
        return named(tensor) + " = np.array(" + list + ", dtype=float)" + (tensor.equals("W") ? "\n" : "[:, None]\n");
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
        return NumpyCode.FORMULAS.known(activation().name()) + "(z#)\n";
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
                    case Dense _, ActivationLayer _ -> List.of("z#", "a#");
                    case Dropout dropout -> List.of("m#", "a#");
                    case GaussianNoise noise -> List.of("a#");
                    case BatchNormalization _, LayerNormalization _ -> List.of("s#", "n#", "a#");
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
        return numbered(NumpyCode.FORMULAS.known(activation().name() + "_slope") + "(z#, a#)");
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
                    case BatchNormalization _, LayerNormalization _ -> ofFactors();
                    case ActivationLayer _, Dropout _, GaussianNoise _ -> "";
                };
        return layer().trainable() ? numbered(lines) : "";
    }

    private static String ofFactors() {
        return "dgamma# = (delta# * n#).sum(axis=1, keepdims=True)\ndbeta# = delta#.sum(axis=1, keepdims=True)\n";
    }

    private static String penalized(Optional<Regularizer> penalty, String w) {
        return penalty.map(found -> " + " + Penalty.gradient(found, w)).orElse("");
    }

    /// Returns an expression for the gradient of what it took.
    String pulled() {
        return numbered(
                switch (layer()) {
                    case Dense dense -> "W#.T @ delta#";
                    case ActivationLayer _, GaussianNoise _ -> "delta#";
                    case Dropout _ -> "delta# * m#";
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
}
