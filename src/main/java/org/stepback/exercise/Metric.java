package org.stepback.exercise;

import java.util.List;
import java.util.Locale;

/// A measure of a training: over all training samples, over the samples held out, or of the gradient of a step.
public enum Metric {
    LOSS,
    VAL_LOSS,
    ACCURACY,
    VAL_ACCURACY,
    /// The L2 norm over all kernels and biases of the mini-batch's gradient.
    GRADIENT_NORM;

    public static final List<Metric> ALL = List.of(values());

    /// Keras's name, such as `val_loss`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns whether it needs samples that are held out.
    public boolean needsValidation() {
        return this == VAL_LOSS || this == VAL_ACCURACY;
    }
}
