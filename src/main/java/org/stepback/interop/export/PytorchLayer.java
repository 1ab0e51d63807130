package org.stepback.interop.export;

import java.util.ArrayList;
import java.util.List;
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

/// One layer in PyTorch: its names end with its number.
///
/// @param n its number, 1 = the first
record PytorchLayer(TrainingSpec spec, int n) {
    static List<PytorchLayer> all(TrainingSpec spec) {
        return Stream.iterate(1, n -> n + 1)
                .limit(spec.net().layers().size())
                .map(n -> new PytorchLayer(spec, n))
                .toList();
    }

    Layer layer() {
        return spec.net().layers().get(n - 1);
    }

    private String numbered(String pattern) {
        return pattern.replace("#", String.valueOf(n)).replace("prev", "a" + (n - 1));
    }

    private int inputs() {
        return spec.architecture().inputsOf(n - 1);
    }

    /// Lines that make its module, if it has one.
    String module() {
        return numbered(
                switch (layer()) {
                    case Dense dense ->
                        "self.layer# = torch.nn.Linear(%d, %d%s)\n"
                                .formatted(inputs(), dense.units(), dense.useBias() ? "" : ", bias=False");
                    case BatchNormalization batch ->
                        "self.layer# = BatchNormalization(%d, momentum=%s, epsilon=%s, trainable=%s)\n"
                                .formatted(
                                        inputs(),
                                        Python.number(batch.momentum()),
                                        Python.number(batch.epsilon()),
                                        Python.flag(batch.trainable()));
                    case LayerNormalization each ->
                        "self.layer# = LayerNormalization(%d, epsilon=%s)\n"
                                .formatted(inputs(), Python.number(each.epsilon()));
                    case ActivationLayer none -> "";
                    case Dropout none -> "";
                    case GaussianNoise none -> "";
                });
    }

    /// Lines of the way forward.
    String forward() {
        String applied = "a# = " + PytorchCode.known(layer().activation().name()) + "(z#)\n";
        return numbered(
                switch (layer()) {
                    case Dense dense -> "z# = self.layer#(prev)\n" + applied;
                    case ActivationLayer alone -> "z# = prev\n" + applied;
                    case Dropout dropout ->
                        "a# = F.dropout(prev, %s, self.training)\n".formatted(Python.number(dropout.rate()));
                    case GaussianNoise noise ->
                        "a# = prev + %s * torch.randn_like(prev) if self.training else prev\n"
                                .formatted(Python.number(noise.stddev()));
                    case BatchNormalization batch -> "a# = self.layer#(prev)\n";
                    case LayerNormalization each -> "a# = self.layer#(prev)\n";
                });
    }

    /// Lines that give it the weights before the first step.
    String weights(Numbers numbers, Weights weights) {
        return switch (layer()) {
            case Dense dense ->
                copied("weight", numbers.rows("weight" + n, weights.kernel()))
                        + (dense.useBias() ? copied("bias", numbers.flat("bias" + n, weights.bias())) : "");
            case BatchNormalization batch ->
                normalization(numbers, weights)
                        + copied(
                                "moving_mean",
                                numbers.flat("mean" + n, weights.statistics().getFirst()))
                        + copied(
                                "moving_variance",
                                numbers.flat(
                                        "variance" + n, weights.statistics().getLast()));
            case LayerNormalization each -> normalization(numbers, weights);
            case ActivationLayer none -> "";
            case Dropout none -> "";
            case GaussianNoise none -> "";
        };
    }

    private String normalization(Numbers numbers, Weights weights) {
        return copied("gamma", numbers.flat("gamma" + n, weights.kernel()))
                + copied("beta", numbers.flat("beta" + n, weights.bias()));
    }

    private String copied(String name, String list) {
        return "model.layer%d.%s.copy_(torch.tensor(%s))\n".formatted(n, name, list);
    }

    /// Lists the tensors that an update changes.
    List<String> learnt() {
        List<String> names = new ArrayList<>();
        if (layer().trainable()) {
            String kernel = layer() instanceof Dense ? "weight" : "gamma";
            String bias = layer() instanceof Dense ? "bias" : "beta";
            layer().tensors().kernel().ifPresent(present -> names.add("model.layer" + n + "." + kernel));
            layer().tensors().bias().ifPresent(present -> names.add("model.layer" + n + "." + bias));
        }
        return names;
    }

    /// Expressions for its penalties.
    List<String> penalties() {
        if (!(layer() instanceof Dense dense) || !dense.trainable()) {
            return List.of();
        }
        List<String> penalties = new ArrayList<>();
        dense.kernelRegularizer()
                .ifPresent(found -> penalties.add(Penalty.value(found, numbered("model.layer#.weight"))));
        dense.biasRegularizer()
                .filter(found -> dense.useBias())
                .ifPresent(found -> penalties.add(Penalty.value(found, numbered("model.layer#.bias"))));
        return penalties;
    }

    /// Returns whether it draws random numbers, which are other ones than the lab's.
    boolean isRandom() {
        return layer() instanceof Dropout || layer() instanceof GaussianNoise;
    }
}
