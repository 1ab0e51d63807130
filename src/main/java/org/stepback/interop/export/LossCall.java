package org.stepback.interop.export;

import java.util.List;
import java.util.function.Predicate;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.setting.Hyperparameter;

/// The call of a loss function in a program: with smoothed targets, and with settings that are not Keras's own.
///
/// @param outputs of the network
record LossCall(Loss loss, int outputs) {
    private static final String SMOOTHING = "label_smoothing";

    /// Returns the name of its functions: sparse crossentropy is the crossentropy of its one-hot targets.
    String name() {
        return loss.targets() == Targets.CLASS_NUMBERS ? "categorical_crossentropy" : loss.name();
    }

    /// Returns the arguments between the brackets.
    ///
    /// @param prediction `a`, or `z` of the fused forms
    String of(String prediction) {
        List<Hyperparameter> own = settings(setting -> !setting.name().equals(SMOOTHING));
        String settings = loss.isUsual() || own.isEmpty() ? "" : ", " + Python.arguments(own);
        return "(" + prediction + ", " + targets() + settings + ")";
    }

    /// Returns the targets, smoothed towards all classes alike: `y (1 − s) + s / K`.
    private String targets() {
        double smoothing = settings(setting -> setting.name().equals(SMOOTHING)).stream()
                .mapToDouble(setting -> ((Hyperparameter.Number) setting).value())
                .findFirst()
                .orElse(0);
        int classes = loss instanceof Loss.BinaryCrossentropy ? 2 : outputs;
        return smoothing == 0
                ? "y"
                : "y * (1 - %s) + %s / %d".formatted(Python.number(smoothing), Python.number(smoothing), classes);
    }

    private List<Hyperparameter> settings(Predicate<Hyperparameter> wanted) {
        return loss.hyperparameters().stream().filter(wanted).toList();
    }
}
