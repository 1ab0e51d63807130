package org.stepback.nn;

import static org.ejml.dense.row.CommonOps_DDRM.elementMult;
import static org.ejml.dense.row.CommonOps_DDRM.elementSum;
import static org.ejml.dense.row.CommonOps_DDRM.mult;
import static org.ejml.dense.row.CommonOps_DDRM.multTransA;
import static org.ejml.dense.row.CommonOps_DDRM.multTransB;
import static org.ejml.dense.row.CommonOps_DDRM.subtract;
import static org.ejml.dense.row.CommonOps_DDRM.sumRows;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Weights;

/// The lesson as code, one line for each of its equations.
///
/// Its network has 2 inputs, a dense layer of 5 relu units and an output layer of 1 sigmoid unit. Its loss is binary
/// crossentropy, its optimizer Adam. Matrices are units × batch, one column for each sample. A [Trainer] computes the
/// same for any layers, in place and faster: each comment names its class. `LessonTest` proves that both are equal.
public final class Lesson {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-7;

    private final Network start;
    private final double learningRate;
    private final Learnt w1, b1, w2, b2;
    private int t;

    /// A training at its start.
    ///
    /// @param start with the weights to start from, which are copied
    public Lesson(Network start, double learningRate) {
        this.start = start;
        this.learningRate = learningRate;
        w1 = Learnt.from(start.kernel(0));
        b1 = Learnt.from(start.bias(0));
        w2 = Learnt.from(start.kernel(1));
        b2 = Learnt.from(start.bias(1));
    }

    /// A kernel or a bias, with what Adam remembers of it.
    private record Learnt(DMatrixRMaj w, DMatrixRMaj m, DMatrixRMaj v) {
        static Learnt from(DMatrixRMaj w) {
            return new Learnt(w.copy(), w.createLike(), w.createLike());
        }
    }

    /// Trains one step: forward, loss, backward, update.
    ///
    /// @param x the inputs, 2 × batch
    /// @param y the targets 0 and 1, 1 × batch
    /// @return the loss before the update
    public double step(DMatrixRMaj x, DMatrixRMaj y) {
        int n = x.numCols;

        // Forward: Forward, with Dense and Activation
        DMatrixRMaj z1 = plus(mult(w1.w, x, null), b1.w); // z1 = W1 x + b1
        DMatrixRMaj a1 = each(z1, z -> Math.max(0, z)); // a1 = relu(z1)
        DMatrixRMaj z2 = plus(mult(w2.w, a1, null), b2.w); // z2 = W2 a1 + b2
        DMatrixRMaj prediction = each(z2, z -> 1 / (1 + Math.exp(-z))); // ŷ = σ(z2)

        // Loss: Loss.BinaryCrossentropy; L = −y log ŷ − (1 − y) log(1 − ŷ), on average over the samples
        double loss = elementSum(each(y, prediction, (t, p) -> -t * Math.log(p) - (1 - t) * Math.log(1 - p))) / n;

        // Backward: Backward, with Dense and Activation
        DMatrixRMaj delta2 = each(subtract(prediction, y, null), error -> error / n); // δ2 = ∂L/∂z2 = (ŷ − y) / n
        DMatrixRMaj dW2 = multTransB(delta2, a1, null); // ∂L/∂W2 = δ2 a1ᵀ
        DMatrixRMaj db2 = sumRows(delta2, null); // ∂L/∂b2 = Σ δ2
        DMatrixRMaj da1 = multTransA(w2.w, delta2, null); // ∂L/∂a1 = W2ᵀ δ2
        DMatrixRMaj delta1 = elementMult(da1, each(z1, z -> z > 0 ? 1 : 0), null); // δ1 = ∂L/∂a1 · relu′(z1)
        DMatrixRMaj dW1 = multTransB(delta1, x, null); // ∂L/∂W1 = δ1 xᵀ
        DMatrixRMaj db1 = sumRows(delta1, null); // ∂L/∂b1 = Σ δ1

        t++;
        update(w1, dW1);
        update(b1, db1);
        update(w2, dW2);
        update(b2, db2);
        return loss;
    }

    /// Update: Adam.
    private void update(Learnt learnt, DMatrixRMaj gradient) {
        double alpha = learningRate * Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t));
        double[] w = learnt.w.data, m = learnt.m.data, v = learnt.v.data, g = gradient.data;
        for (int i = 0; i < w.length; i++) {
            m[i] = BETA1 * m[i] + (1 - BETA1) * g[i]; // m ← β₁ m + (1 − β₁) g
            v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i]; // v ← β₂ v + (1 − β₂) g²
            w[i] = w[i] - alpha * m[i] / (Math.sqrt(v[i]) + EPSILON); // w ← w − α m / (√v + ε)
        }
    }

    /// Returns the network with the weights learnt so far.
    public Network network() {
        return Network.of(start.architecture(), List.of(new Weights(w1.w, b1.w), new Weights(w2.w, b2.w)));
    }

    /// Adds a column to each column.
    private static DMatrixRMaj plus(DMatrixRMaj matrix, DMatrixRMaj column) {
        DMatrixRMaj sum = matrix.copy();
        for (int i = 0; i < sum.data.length; i++) {
            sum.data[i] += column.data[i / sum.numCols];
        }
        return sum;
    }

    private static DMatrixRMaj each(DMatrixRMaj matrix, DoubleUnaryOperator f) {
        return each(matrix, matrix, (number, same) -> f.applyAsDouble(number));
    }

    private static DMatrixRMaj each(DMatrixRMaj left, DMatrixRMaj right, DoubleBinaryOperator f) {
        DMatrixRMaj result = left.createLike();
        for (int i = 0; i < result.data.length; i++) {
            result.data[i] = f.applyAsDouble(left.data[i], right.data[i]);
        }
        return result;
    }
}
