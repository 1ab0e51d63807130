package org.stepback.playground.setting;

import java.util.OptionalDouble;
import org.stepback.nn.optimizer.Schedule;

/// The schedule of the learning rate.
public enum LearningRateDecay implements Choice {
    CONSTANT("constant", "Constant"),
    EXPONENTIAL("exponential", "Exponential: a tenth after"),
    INVERSE("inverse", "Inverse time: half after"),
    COSINE("cosine", "Cosine: to 0 after");

    private final Words words;

    LearningRateDecay(String key, String title) {
        words = new Words(key, title);
    }

    @Override
    public Words words() {
        return words;
    }

    /// The learning rate of each step.
    ///
    /// @param steps in which the curve does its work
    public Schedule from(double learningRate, long steps) {
        return switch (this) {
            case CONSTANT -> new Schedule.Constant(learningRate);
            case EXPONENTIAL -> new Schedule.ExponentialDecay(learningRate, steps, 0.1, false);
            case INVERSE -> new Schedule.InverseTimeDecay(learningRate, steps, 1, false);
            case COSINE -> new Schedule.CosineDecay(learningRate, steps, 0, OptionalDouble.empty(), 0);
        };
    }
}
