package org.stepback.playground.setting;

import java.util.List;
import java.util.stream.Stream;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Loss;

/// The task of a network with the losses that teach it; the first loss is taken where none is chosen.
public enum LearningTask implements Choice {
    CLASSIFICATION(
            "classification",
            "Classification",
            "half_squared_error",
            "binary_crossentropy",
            "mean_squared_error",
            "mean_absolute_error",
            "huber",
            "hinge",
            "squared_hinge"),
    CLASSES("classes", "Several classes", "categorical_crossentropy", "half_squared_error", "mean_squared_error"),
    REGRESSION(
            "regression",
            "Regression",
            "half_squared_error",
            "mean_squared_error",
            "mean_absolute_error",
            "huber",
            "log_cosh");

    private final Words words;
    private final List<Loss> losses;

    LearningTask(String key, String title, String... losses) {
        words = new Words(key, title);
        this.losses =
                Stream.of(losses).map(name -> Loss.named(name).orElseThrow()).toList();
    }

    @Override
    public Words words() {
        return words;
    }

    public List<Loss> losses() {
        return losses;
    }

    /// The last layer's activation: a loss that reads probabilities gets them, and a class is otherwise −1 or 1.
    public Activation output(Loss loss) {
        if (this == REGRESSION) {
            return new Activation.Linear();
        }
        if (this == CLASSES) {
            return new Activation.Softmax();
        }
        return loss instanceof Loss.BinaryCrossentropy ? new Activation.Sigmoid() : new Activation.Tanh();
    }
}
