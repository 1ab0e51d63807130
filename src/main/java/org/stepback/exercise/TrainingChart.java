package org.stepback.exercise;

import java.util.List;
import java.util.Locale;

/// A chart of a training. A file names those that a student sees at once.
public enum TrainingChart {
    LOSS,
    GRADIENTS,
    NETWORK,
    ACCURACY,
    UPDATES,
    WEIGHT_NORMS,
    LEARNING_RATE,
    UNITS,
    DISTRIBUTIONS,
    SCORES,
    FIT,
    LOSS_SURFACE;

    public static final List<TrainingChart> ALL = List.of(values());

    /// Those that are shown where a file names none.
    public static final List<TrainingChart> USUAL = List.of(LOSS, GRADIENTS);

    /// The name in files, such as `weight_norms`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name on the page, such as Weight norms.
    public String words() {
        return name().charAt(0) + key().substring(1).replace('_', ' ');
    }
}
