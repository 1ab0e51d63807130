package org.stepback.training.series;

import org.stepback.nn.StepReport;

/// A number of each layer that a run's charts show; all are taken before the step's update but the last.
public enum LayerNumber {
    /// The L2 norm of `∂L/∂W`.
    KERNEL_GRADIENT_NORM(StepReport::kernelGradientNorm),
    /// The mean of `|∂L/∂w|` over the kernel.
    KERNEL_GRADIENT_MEAN(StepReport::kernelGradientMean),
    /// The largest `|∂L/∂w|` of the kernel.
    KERNEL_GRADIENT_MAX(StepReport::kernelGradientMax),
    /// The L2 norm of `∂L/∂b`.
    BIAS_GRADIENT_NORM(StepReport::biasGradientNorm),
    /// The mean of `|∂L/∂b|` over the biases.
    BIAS_GRADIENT_MEAN(StepReport::biasGradientMean),
    /// The largest `|∂L/∂b|`.
    BIAS_GRADIENT_MAX(StepReport::biasGradientMax),
    /// The L2 norm of `W`.
    KERNEL_NORM(StepReport::kernelNorm),
    /// The L2 norm of `b`.
    BIAS_NORM(StepReport::biasNorm),
    /// `‖ΔW‖ / ‖W‖`: how far the update moved the kernel.
    UPDATE_RATIO(StepReport::updateRatio);

    private static final LayerNumber[] ALL = values();

    private final Reading reading;

    private interface Reading {
        double of(StepReport report, int layer);
    }

    LayerNumber(Reading reading) {
        this.reading = reading;
    }

    /// Returns the count of numbers of so many layers.
    public static int width(int layers) {
        return ALL.length * layers;
    }

    /// Returns the place of a layer's number in a row of all.
    int column(int layer, int layers) {
        return ordinal() * layers + layer;
    }

    /// Writes all numbers of all layers into a row.
    public static void read(StepReport report, double[] row, int layers) {
        for (LayerNumber number : ALL) {
            for (int layer = 0; layer < layers; layer++) {
                row[number.column(layer, layers)] = number.reading.of(report, layer);
            }
        }
    }
}
