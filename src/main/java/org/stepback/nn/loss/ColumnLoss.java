package org.stepback.nn.loss;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;

/// Losses that compare all outputs of a sample with each other, besides the [ClassCrossentropy].
///
/// To add one, write its record and name it in [#all()].
public sealed interface ColumnLoss extends Loss {
    /// Every one of them, in the order in which a picker shows them.
    static List<ColumnLoss> all() {
        return List.of(new CategoricalHinge(), new KlDivergence(), new CosineSimilarity());
    }

    /// The amount that the right class lacks to be 1 above the best wrong one: `L = max(n − p + 1, 0)` with
    /// `p = Σ y ŷ` and `n = max (1 − y) ŷ`, in which the right class stands as 0.
    ///
    /// If something is short, `∂L/∂ŷᵢ = −yᵢ`, and `1 − yᵢ` more for the class of the maximum.
    record CategoricalHinge() implements ColumnLoss {
        @Override
        public double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double right = 0;
            for (int row = 0; row < target.numRows; row++) {
                right += target.unsafe_get(row, column) * prediction.unsafe_get(row, column);
            }
            return Math.max(wrong(prediction, target, best(prediction, target, column), column) - right + 1, 0);
        }

        @Override
        public void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            for (int column = 0; column < target.numCols; column++) {
                int best = best(prediction, target, column);
                boolean isShort = ofSample(prediction, target, column) > 0;
                for (int row = 0; row < target.numRows; row++) {
                    double y = target.unsafe_get(row, column);
                    double slope = row == best ? 1 - 2 * y : -y;
                    dPrediction.unsafe_set(row, column, isShort ? slope / target.numCols : 0);
                }
            }
        }

        private static double wrong(DMatrixRMaj prediction, DMatrixRMaj target, int row, int column) {
            return (1 - target.unsafe_get(row, column)) * prediction.unsafe_get(row, column);
        }

        /// Returns the class of the maximum, the first of equals.
        private static int best(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            int best = 0;
            for (int row = 1; row < target.numRows; row++) {
                if (wrong(prediction, target, row, column) > wrong(prediction, target, best, column)) {
                    best = row;
                }
            }
            return best;
        }

        @Override
        public Targets targets() {
            return Targets.PROBABILITIES;
        }

        @Override
        public Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return outputs > 1
                    ? Optional.empty()
                    : Optional.of(new Misfit(
                            "categorical_hinge compares two or more classes, but the network has 1 output.",
                            "Give the last layer one unit for each class"));
        }

        @Override
        public Optional<Loss> relative() {
            return Optional.of(new LabelLoss.Hinge());
        }
    }

    /// The divergence of the predicted distribution from the true one: `L = Σ y log(y / ŷ)`, `∂L/∂ŷ = −y / ŷ`.
    ///
    /// Both are clipped to ε … 1, and a clipped prediction learns nothing. Kullback and Leibler 1951.
    record KlDivergence() implements ColumnLoss {
        @Override
        public double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double loss = 0;
            for (int row = 0; row < target.numRows; row++) {
                double y = clip(target.unsafe_get(row, column));
                loss += y * StrictMath.log(y / clip(prediction.unsafe_get(row, column)));
            }
            return loss;
        }

        @Override
        public void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            for (int i = 0; i < target.getNumElements(); i++) {
                double p = prediction.data[i];
                boolean clipped = p <= EPSILON || p > 1;
                dPrediction.data[i] = clipped ? 0 : -clip(target.data[i]) / p / target.numCols;
            }
        }

        private static double clip(double p) {
            return Math.min(Math.max(p, EPSILON), 1);
        }

        @Override
        public Targets targets() {
            return Targets.PROBABILITIES;
        }

        @Override
        public Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return LossCompatibility.needsClasses(this, outputs)
                    .or(() -> LossCompatibility.needsProbabilities(this, output, "softmax"));
        }
    }

    /// The negative cosine between prediction and target, whatever their lengths: `L = −Σ ŷ y / (‖ŷ‖ ‖y‖)`, from −1
    /// for the same way to 1; `∂L/∂ŷ = −(y/‖y‖ + L ŷ/‖ŷ‖) / ‖ŷ‖`. A length counts as ε at least.
    record CosineSimilarity() implements ColumnLoss {
        @Override
        public double ofSample(DMatrixRMaj prediction, DMatrixRMaj target, int column) {
            double sum = 0;
            for (int row = 0; row < target.numRows; row++) {
                sum += prediction.unsafe_get(row, column) * target.unsafe_get(row, column);
            }
            return -sum / (length(prediction, column) * length(target, column));
        }

        @Override
        public void gradient(DMatrixRMaj prediction, DMatrixRMaj target, DMatrixRMaj dPrediction) {
            for (int column = 0; column < target.numCols; column++) {
                double size = length(prediction, column);
                double targetSize = length(target, column);
                // a length of ε does not turn with ŷ
                double turn = size > EPSILON ? ofSample(prediction, target, column) / size : 0;
                for (int row = 0; row < target.numRows; row++) {
                    double along = turn * prediction.unsafe_get(row, column);
                    double slope = -(target.unsafe_get(row, column) / targetSize + along) / size;
                    dPrediction.unsafe_set(row, column, slope / target.numCols);
                }
            }
        }

        private static double length(DMatrixRMaj matrix, int column) {
            double sum = 0;
            for (int row = 0; row < matrix.numRows; row++) {
                double x = matrix.unsafe_get(row, column);
                sum += x * x;
            }
            return Math.max(Math.sqrt(sum), EPSILON);
        }

        @Override
        public Optional<Misfit> outputMisfit(int outputs, Activation output) {
            return outputs > 1
                    ? Optional.empty()
                    : Optional.of(new Misfit(
                            "cosine_similarity compares directions in two or more dimensions, but the network has 1"
                                    + " output.",
                            ""));
        }
    }
}
