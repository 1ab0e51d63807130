package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.loss.ClassCrossentropy;
import org.stepback.nn.loss.ColumnLoss;
import org.stepback.nn.loss.LabelLoss;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.math.Columns;

/// The places where a loss is not smooth: a kink, a clip, the end of a logarithm. Differences across such a place do
/// not give the gradient. A loss that is not named here is smooth.
final class LossKinks {
    private LossKinks() {}

    /// Returns how far the predictions are, at least, from the nearest of these places.
    static double distance(Loss loss, DMatrixRMaj prediction, DMatrixRMaj target) {
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < prediction.numCols; column++) {
            DMatrixRMaj p = Columns.block(prediction, column, 1);
            DMatrixRMaj y = Columns.block(target, column, 1);
            least = Math.min(least, ofSample(loss, p.data, y.data));
        }
        return least;
    }

    private static double ofSample(Loss loss, double[] p, double[] y) {
        double least = Double.POSITIVE_INFINITY;
        double total = sum(p, 1);
        for (int row = 0; row < p.length; row++) {
            double distance =
                    switch (loss) {
                        case Loss.Elementwise each -> ofOutput(each, p[row], y[row]);
                        case ClassCrossentropy classes -> Math.min(Math.abs(total), toClip(p[row] / total));
                        case ColumnLoss.KlDivergence divergence -> toClip(p[row]);
                        case ColumnLoss.CosineSimilarity cosine -> Math.max(Math.sqrt(sum(p, 2)), Loss.EPSILON);
                        case ColumnLoss.CategoricalHinge hinge -> ofHinge(p, y, row);
                    };
            least = Math.min(least, distance);
        }
        return least;
    }

    private static double ofOutput(Loss.Elementwise loss, double p, double y) {
        return switch (loss) {
            case Loss.BinaryCrossentropy crossentropy -> toClip(p);
            case LabelLoss.BinaryFocalCrossentropy crossentropy -> toClip(p);
            case NumberLoss.MeanAbsoluteError error -> Math.abs(p - y);
            case NumberLoss.MeanAbsolutePercentageError error -> Math.abs(p - y);
            case NumberLoss.Huber(double delta) -> Math.abs(Math.abs(p - y) - delta);
            case NumberLoss.MeanSquaredLogarithmicError error -> Math.abs(p - Loss.EPSILON);
            case NumberLoss.Poisson poisson -> Math.max(0, p);
            case LabelLoss.Hinge hinge -> Math.abs(1 - (y == 0 ? -1 : y) * p);
            case LabelLoss.SquaredHinge hinge -> Math.abs(1 - (y == 0 ? -1 : y) * p);
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /// Of the hinge itself, and of the class of the maximum to another one.
    private static double ofHinge(double[] p, double[] y, int row) {
        int best = 0;
        double right = 0;
        for (int i = 0; i < p.length; i++) {
            best = (1 - y[i]) * p[i] > (1 - y[best]) * p[best] ? i : best;
            right += y[i] * p[i];
        }
        double wrong = (1 - y[best]) * p[best];
        double hinge = Math.abs(wrong - right + 1);
        return row == best ? hinge : Math.min(hinge, wrong - (1 - y[row]) * p[row]);
    }

    private static double toClip(double p) {
        return Math.min(Math.abs(p - Loss.EPSILON), Math.abs(p - (1 - Loss.EPSILON)));
    }

    private static double sum(double[] numbers, int power) {
        double sum = 0;
        for (double number : numbers) {
            sum += Math.pow(number, power);
        }
        return sum;
    }
}
