package org.stepback.nn.kernel;

import java.util.function.Supplier;

/// The array loops in which a training spends its time.
///
/// Matrices are row-major arrays without gaps. There are two forms, [PlainKernels] and [VectorKernels], and both give
/// the same bits, whatever the width of the processor's vectors: in a product every element is one chain of fused
/// multiply-adds in the order of k, sums run in eight fixed lanes, and the exponential function is our own
/// ([Exponential]).
///
/// Activations and Adam have their equations in their own files; a kernel of theirs is a fast form with the same bits.
/// It returns how many numbers, from the first on, it has computed, and leaves the others to the plain form: here all.
public interface Kernels {
    /// The fastest form that this Java has: the vector form where the module `jdk.incubator.vector` was added.
    Kernels BEST = best();

    /// The most elements of a [#multiplyTransposedRight] whose sums over k run in eight lanes.
    int FEW = 32;

    /// The most factors of a product of numbers from ½ to 1, so that it stays in the range of a double.
    int MOST_FACTORS = 1000;

    /// `C = A B + b`: A is m × k, B is k × n, C is m × n, and each of the m numbers of b is added to its row.
    void multiplyAdd(double[] a, double[] b, double[] bias, double[] c, int m, int k, int n);

    /// `C = Aᵀ B`: A is k × m, B is k × n, C is m × n.
    void multiplyTransposedLeft(double[] a, double[] b, double[] c, int m, int k, int n);

    /// `C = A Bᵀ`: A is m × k, B is n × k, C is m × n.
    ///
    /// If C has few elements, at most [#FEW], each is a sum in eight lanes and nothing needs to be transposed.
    ///
    /// @param scratch for a transpose, as large as [#scratch] says
    void multiplyTransposedRight(double[] a, double[] b, double[] c, double[] scratch, int m, int k, int n);

    /// The gradients of a dense layer: `∂L/∂W = δ Xᵀ` as [#multiplyTransposedRight] computes it, and `∂L/∂b = Σ δ` as
    /// [#sumRows] does.
    ///
    /// @param delta m × k
    /// @param x n × k
    /// @param dW m × n
    /// @param db m numbers, or none at all for a layer without a bias
    default void gradients(
            double[] delta, double[] x, double[] dW, double[] db, double[] scratch, int m, int k, int n) {
        multiplyTransposedRight(delta, x, dW, scratch, m, k, n);
        if (db.length > 0) {
            sumRows(delta, db, m, k);
        }
    }

    /// `a = tanh z`.
    default int tanh(double[] z, double[] a, int n) {
        return 0;
    }

    /// `a = 1 / (1 + e^−z)`.
    default int sigmoid(double[] z, double[] a, int n) {
        return 0;
    }

    /// `a = max(0, z)`.
    default int relu(double[] z, double[] a, int n) {
        return 0;
    }

    /// `dz = da` where z is above 0, else 0.
    default int reluBackward(double[] da, double[] z, double[] dz, int n) {
        return 0;
    }

    /// `dz = da (1 − a) (1 + a)`.
    default int tanhBackward(double[] da, double[] a, double[] dz, int n) {
        return 0;
    }

    /// `dz = da a (1 − a)`.
    default int sigmoidBackward(double[] da, double[] a, double[] dz, int n) {
        return 0;
    }

    /// `aᵢ = e^zᵢ / Σₖ e^zₖ` in each column of a matrix.
    ///
    /// @return how many columns are done; `a` holds anything in the others
    default int softmax(double[] z, double[] a, int rows, int columns) {
        return 0;
    }

    /// Adam's update of weights w by their gradients g; see [org.stepback.nn.optimizer.Adam].
    default int adam(
            double[] w, double[] g, double[] m, double[] v, double alpha, double beta1, double beta2, double epsilon) {
        return 0;
    }

    /// `Σ x²` of the first n numbers.
    double sumOfSquares(double[] x, int n);

    /// `Σ (x − y)²` of the first n numbers.
    double squaredDistance(double[] x, double[] y, int n);

    /// The sum of each row of a matrix of m rows and n columns.
    void sumRows(double[] matrix, double[] sums, int m, int n);

    /// `Σ max(zᵢ, 0) − zᵢ tᵢ` with `tᵢ = scale yᵢ + shift`: the part of a crossentropy of logits z that has
    /// no logarithm.
    double sumOfHinges(double[] z, double[] y, double scale, double shift, int n);

    /// `Π max(aᵢ, 1 − aᵢ)` of at most [#MOST_FACTORS] probabilities from one on.
    double productOfLarger(double[] a, int from, int n);

    /// Returns how many of the first n numbers are above a threshold where those of another array are above another
    /// one, or not above it where those are not.
    int agreeing(double[] x, double threshold, double[] y, double otherThreshold, int n);

    /// Returns the largest absolute value of the first n numbers, 0 where there are none; NaN if one is NaN.
    double maxAbs(double[] x, int n);

    /// Returns the width of a matrix for so many columns that fills whole vectors.
    static int padded(int columns) {
        return Lanes.padded(columns);
    }

    /// Returns how many numbers of scratch [#multiplyTransposedRight] needs.
    static int scratch(int m, int k, int n) {
        return (k + m) * Lanes.padded(n) + n * Lanes.padded(m);
    }

    /// Returns a name for a benchmark's table.
    String name();

    private static Kernels best() {
        boolean hasVectors =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        Supplier<Kernels> form = hasVectors ? VectorKernels::new : PlainKernels::new;
        return form.get();
    }
}
