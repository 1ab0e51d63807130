package org.stepback.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Phase;
import org.stepback.nn.layer.TensorNames;
import org.stepback.nn.loss.Loss;

/// The gradient in which backpropagation and the slope of the loss differ most.
///
/// @param layer 1 = the first
/// @param tensor `kernel` or `bias`
/// @param row the unit, 0 = the first
/// @param column the input, 0 = the first; 0 for a bias
/// @param analytic `∂L/∂w` by backpropagation
/// @param numeric the slope of the loss around w
/// @param relativeError their difference over the larger of the two, or over [#SMALLEST] where both are smaller
/// @param checked how many gradients were compared
public record GradientCheck(
        int layer,
        String tensor,
        int row,
        int column,
        double analytic,
        double numeric,
        double relativeError,
        int checked) {
    /// Gradients smaller than this are compared by their difference: their slopes have no digits left.
    public static final double SMALLEST = 1e-4;

    private static final double H = 1e-4;

    /// Compares every gradient of a batch with central differences of the loss:
    /// `∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h`, taken to the fourth order of h = 1e-4. At a kink of an activation,
    /// such as that of relu at 0, there is no slope: a difference shows there.
    ///
    /// @param x inputs × batch
    /// @param y outputs × batch
    /// @throws IllegalArgumentException with a sentence, when a shape does not fit the network
    public static GradientCheck worst(Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        return new Comparison(network.copy(), loss, x, y).worst();
    }

    /// One comparison, on a network of its own whose weights it moves and puts back.
    private record Comparison(Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        GradientCheck worst() {
            Gradients gradients = Gradients.of(network, loss, x, y);
            GradientCheck worst = new GradientCheck(0, "", 0, 0, 0, 0, -1, 0);
            int checked = 0;
            for (int layer = 0; layer < network.layers(); layer++) {
                List<DMatrixRMaj> tensors = List.of(network.kernel(layer), network.bias(layer));
                List<DMatrixRMaj> analytic =
                        List.of(gradients.dW().get(layer), gradients.db().get(layer));
                TensorNames names = network.layer(layer).tensors();
                for (int tensor = 0; tensor < 2; tensor++) {
                    if ((tensor == 0 ? names.kernel() : names.bias()).isEmpty()) {
                        continue;
                    }
                    DMatrixRMaj w = tensors.get(tensor);
                    for (int i = 0; i < w.getNumElements(); i++, checked++) {
                        GradientCheck found = at(layer, tensor, w, i, analytic.get(tensor).data[i]);
                        // a NaN is worse than any number
                        worst = found.relativeError <= worst.relativeError ? worst : found;
                    }
                }
            }
            return worst.withChecked(checked);
        }

        private GradientCheck at(int layer, int tensor, DMatrixRMaj w, int i, double analytic) {
            double numeric = slope(w.data, i);
            double scale = Math.max(SMALLEST, Math.max(Math.abs(analytic), Math.abs(numeric)));
            TensorNames names = network.layer(layer).tensors();
            String name =
                    tensor == 0 ? names.kernel().orElseThrow() : names.bias().orElseThrow();
            int row = i / w.numCols;
            int column = i % w.numCols;
            double error = Math.abs(analytic - numeric) / scale;
            return new GradientCheck(layer + 1, name, row, column, analytic, numeric, error, 1);
        }

        /// `(8 (L(w+h) − L(w−h)) − (L(w+2h) − L(w−2h))) / 12h`, whose error falls as h⁴.
        private double slope(double[] w, int i) {
            double kept = w[i];
            double near = lossWith(w, i, kept + H) - lossWith(w, i, kept - H);
            double far = lossWith(w, i, kept + 2 * H) - lossWith(w, i, kept - 2 * H);
            w[i] = kept;
            return (8 * near - far) / (12 * H);
        }

        private double lossWith(double[] w, int i, double value) {
            w[i] = value;
            Forward forward = network.forward(x, Phase.training(0, 1));
            Objective objective =
                    new Objective(loss, network.architecture().output().activation());
            return objective.value(forward.z().getLast(), forward.output(), y) + network.penalty();
        }
    }

    private GradientCheck withChecked(int count) {
        return new GradientCheck(layer, tensor, row, column, analytic, numeric, relativeError, count);
    }
}
