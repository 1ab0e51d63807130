package org.stepback.nn.diagnosis;

import java.util.List;
import org.stepback.number.NumberText;

/// Gradients whose size does not let all layers learn.
public sealed interface GradientDiagnosis extends Diagnosis {
    /// The gradients shrink from layer to layer backward, so that the first layers hardly learn.
    ///
    /// @param step the last one
    /// @param layer the one with the smallest gradients
    /// @param norm of its gradient `∂L/∂W`, the median of the steps
    /// @param outputLayer the last dense layer
    /// @param outputNorm of that layer's gradient, the median of the steps
    record Vanishing(long step, int layer, double norm, int outputLayer, double outputNorm)
            implements GradientDiagnosis {
        private static final double PART = 1e-3;

        static List<Vanishing> find(RunObservation run) {
            RunSeries series = run.series();
            List<Integer> dense = run.denseLayers();
            if (series.points() == 0 || dense.isEmpty()) {
                return List.of();
            }
            int last = dense.getLast();
            double outputNorm = TypicalNumbers.median(series.gradientNorm()[last]);
            int least = last;
            double norm = outputNorm;
            for (int layer : dense) {
                double own = TypicalNumbers.median(series.gradientNorm()[layer]);
                if (own < norm && own > 0) { // exactly 0 is for dead and symmetric units to explain
                    least = layer;
                    norm = own;
                }
            }
            return norm < PART * outputNorm
                    ? List.of(new Vanishing(series.lastStep(), least + 1, norm, last + 1, outputNorm))
                    : List.of();
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Vanishing gradients",
                    "Backward through the network, the gradient is multiplied by every layer's weights and slopes f′(z). Where these"
                            + " are smaller than 1, little of it is left for the first layers, and they hardly learn.",
                    "Try relu instead of sigmoid or tanh in the hidden layers, fewer layers, or he_normal as the"
                            + " initializer.");
        }

        @Override
        public String evidence() {
            return "The gradient of layer " + layer + " has a norm of about " + NumberText.brief(norm)
                    + ", that of the last layer, layer " + outputLayer + ", one of " + NumberText.brief(outputNorm)
                    + ": " + NumberText.brief(outputNorm / norm) + " times as much.";
        }
    }

    /// Gradients of a size that no usual learning rate can use.
    ///
    /// @param step the first one with such a gradient
    /// @param layer the one with the largest gradient in that step
    /// @param norm of that gradient
    /// @param firstNorm of the same layer's gradient in the first step
    record Exploding(long step, int layer, double norm, double firstNorm) implements GradientDiagnosis {
        private static final double LARGE = 1e3;

        static List<Exploding> find(RunObservation run) {
            RunSeries series = run.series();
            for (int point = 0; point < series.points(); point++) {
                int largest = -1;
                for (int layer = 0; layer < series.layers(); layer++) {
                    double norm = series.gradientNorm()[layer][point];
                    boolean larger = largest < 0 || norm > series.gradientNorm()[largest][point];
                    largest = norm > LARGE && larger ? layer : largest;
                }
                if (largest >= 0) {
                    double[] norms = series.gradientNorm()[largest];
                    return List.of(new Exploding(series.steps()[point], largest + 1, norms[point], norms[0]));
                }
            }
            return List.of();
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Exploding gradients",
                    "Backward through the network, the gradient is multiplied by every layer's weights. Where these are large, or the"
                            + " data is, it grows so much that a single step throws the weights far away.",
                    "Try glorot_uniform as the initializer, clip the gradients (clipnorm), scale inputs and targets to"
                            + " about −1 … 1, or choose a smaller learning rate.");
        }

        @Override
        public String evidence() {
            return "In step " + step + " the gradient of layer " + layer + " has a norm of "
                    + NumberText.brief(norm)
                    + (step == 1 ? "." : "; in the first step it was " + NumberText.brief(firstNorm) + ".");
        }
    }
}
