package org.stepback.nn.regularizer;

import java.util.List;
import org.stepback.nn.setting.Tunable;
import org.stepback.nn.setting.Within;

/// A penalty on large weights, which is added to the loss: `L + R(w)`, so that an update makes them smaller.
///
/// To add one, write one record and name it in [#ALL]. Source: Keras 3, `keras.regularizers`, with its defaults; and
/// TensorFlow Playground's, whose L2 has a ½.
public sealed interface Regularizer extends Tunable {
    /// Every penalty, in the order in which a picker shows them.
    List<Regularizer> ALL =
            List.of(new L2(0.01), new L1(0.01), new L1L2(0, 0), new PlaygroundL2(0.01), new PlaygroundL1(0.01));

    /// `R(w)`, over all numbers of a tensor.
    double penalty(double[] w);

    /// Adds `∂R/∂w` to the gradient of each number.
    void addGradient(double[] w, double[] gradient);

    /// Returns whether [#afterUpdate] must be called after each update.
    default boolean changesAfterUpdate() {
        return false;
    }

    /// Changes the numbers of a tensor right after their update; most penalties change nothing.
    ///
    /// @param before the numbers before the update
    /// @param w those after it, which are changed
    /// @param rate η of the update
    default void afterUpdate(double[] before, double[] w, double rate) {}

    /// `R = λ Σ w²`, `∂R/∂w = 2 λ w`; without the ½ that others have.
    ///
    /// @param l2 λ; 0.01 by default, at least 0
    record L2(@Within("[0, 1000]") double l2) implements Regularizer {
        @Override
        public double penalty(double[] w) {
            return l2 * Penalties.sumOfSquares(w);
        }

        @Override
        public void addGradient(double[] w, double[] gradient) {
            Penalties.addMultiple(2 * l2, w, gradient);
        }
    }

    /// `R = λ Σ |w|`, `∂R/∂w = λ sign w`, 0 at 0: it makes weights vanish.
    ///
    /// @param l1 λ; 0.01 by default, at least 0
    record L1(@Within("[0, 1000]") double l1) implements Regularizer {
        @Override
        public double penalty(double[] w) {
            return l1 * Penalties.sumOfSizes(w);
        }

        @Override
        public void addGradient(double[] w, double[] gradient) {
            Penalties.addSigns(l1, w, gradient);
        }
    }

    /// Both: `R = λ₁ Σ |w| + λ₂ Σ w²`.
    ///
    /// @param l1 λ₁; 0 by default
    /// @param l2 λ₂; 0 by default
    record L1L2(
            @Within("[0, 1000]") double l1,
            @Within("[0, 1000]") double l2) implements Regularizer {
        @Override
        public double penalty(double[] w) {
            return l1 * Penalties.sumOfSizes(w) + l2 * Penalties.sumOfSquares(w);
        }

        @Override
        public void addGradient(double[] w, double[] gradient) {
            Penalties.addSigns(l1, w, gradient);
            Penalties.addMultiple(2 * l2, w, gradient);
        }
    }

    /// TensorFlow Playground's L2: `R = λ Σ w² / 2`, `∂R/∂w = λ w`.
    ///
    /// @param rate λ, the Playground's regularization rate; at least 0
    record PlaygroundL2(@Within("[0, 1000]") double rate) implements Regularizer {
        @Override
        public double penalty(double[] w) {
            return rate * Penalties.sumOfSquares(w) / 2;
        }

        @Override
        public void addGradient(double[] w, double[] gradient) {
            Penalties.addMultiple(rate, w, gradient);
        }
    }

    /// TensorFlow Playground's L1: `R = λ Σ |w|`, `∂R/∂w = λ sign w`, and a weight that this pull takes past 0 is 0 and
    /// stays so, as if its link were cut.
    ///
    /// With w the weight before an update and w′ after it, `w′ + η λ sign w` is where the loss alone took it by
    /// gradient descent: where that and w′ have different signs, the pull took it past 0. A weight that is 0 at the
    /// start stays 0, too. Source: playground's nn.ts, `updateWeights`.
    ///
    /// @param rate λ, the Playground's regularization rate; at least 0
    record PlaygroundL1(@Within("[0, 1000]") double rate) implements Regularizer {
        @Override
        public double penalty(double[] w) {
            return rate * Penalties.sumOfSizes(w);
        }

        @Override
        public void addGradient(double[] w, double[] gradient) {
            Penalties.addSigns(rate, w, gradient);
        }

        @Override
        public boolean changesAfterUpdate() {
            return rate > 0;
        }

        @Override
        public void afterUpdate(double[] before, double[] w, double learningRate) {
            for (int i = 0; i < w.length; i++) {
                double byLoss = w[i] + learningRate * rate * Math.signum(before[i]);
                if (before[i] == 0 || byLoss * w[i] < 0) {
                    w[i] = 0;
                }
            }
        }
    }
}
