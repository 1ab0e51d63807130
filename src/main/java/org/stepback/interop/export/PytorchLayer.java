package org.stepback.interop.export;

import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.LayerNormalization;

/// One layer in PyTorch: its module has its number.
final class PytorchLayer extends LayerCode {
    PytorchLayer(TrainingSpec spec, int n) {
        super(spec, n, "weight", "bias");
    }

    @Override
    String named(String tensor) {
        return "model.layer" + n + "." + tensor;
    }

    @Override
    String given(String tensor, String list) {
        return named(tensor) + ".copy_(torch.tensor(" + list + "))\n";
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
                    case ActivationLayer _, Dropout _, GaussianNoise _ -> "";
                });
    }

    /// Lines of the way forward.
    String forward() {
        String applied =
                "a# = " + PytorchCode.FORMULAS.known(layer().activation().name()) + "(z#)\n";
        return numbered(
                switch (layer()) {
                    case Dense dense -> "z# = self.layer#(prev)\n" + applied;
                    case ActivationLayer alone -> "z# = prev\n" + applied;
                    case Dropout dropout ->
                        "a# = F.dropout(prev, %s, self.training)\n".formatted(Python.number(dropout.rate()));
                    case GaussianNoise noise ->
                        "a# = prev + %s * torch.randn_like(prev) if self.training else prev\n"
                                .formatted(Python.number(noise.stddev()));
                    case BatchNormalization _, LayerNormalization _ -> "a# = self.layer#(prev)\n";
                });
    }

    /// Returns whether it draws random numbers, which are other ones than the lab's.
    boolean isRandom() {
        return layer() instanceof Dropout || layer() instanceof GaussianNoise;
    }
}
