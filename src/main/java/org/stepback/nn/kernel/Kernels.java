package org.stepback.nn.kernel;

import java.util.function.Supplier;

/// The array loops in which a training spends its time.
///
/// Matrices are row-major arrays without gaps. There are two forms, [PlainKernels] and [VectorKernels], and both give
/// the same bits, whatever the width of the processor's vectors: in a product every element is one chain of fused
/// multiply-adds in the order of k, sums run in eight fixed lanes, and [Exponential] is our own.
public interface Kernels {
    /// The fastest form that this Java has: the vector form where the module `jdk.incubator.vector` was added.
    Kernels BEST = best();

    /// `C = A B + b`: A is m × k, B is k × n, C is m × n, and each of the m numbers of b is added to its row.
    void multiplyAdd(double[] a, double[] b, double[] bias, double[] c, int m, int k, int n);

    /// `C = Aᵀ B`: A is k × m, B is k × n, C is m × n.
    void multiplyTransposedLeft(double[] a, double[] b, double[] c, int m, int k, int n);

    /// `C = A Bᵀ`: A is m × k, B is n × k, C is m × n.
    ///
    /// @param scratch for a transpose, as large as [#scratch] says
    void multiplyTransposedRight(double[] a, double[] b, double[] c, double[] scratch, int m, int k, int n);

    /// `y = e^x` for the first n numbers.
    void exp(double[] x, double[] y, int n);

    /// `Σ x²` of the first n numbers.
    double sumOfSquares(double[] x, int n);

    /// The sum of each row of a matrix of m rows and n columns.
    void sumRows(double[] matrix, double[] sums, int m, int n);

    /// The largest absolute value of the first n numbers, 0 where there are none; NaN if one is NaN.
    double maxAbs(double[] x, int n);

    /// The width of a matrix for so many columns that fills whole vectors.
    static int padded(int columns) {
        return Lanes.padded(columns);
    }

    /// How many numbers of scratch [#multiplyTransposedRight] needs.
    static int scratch(int m, int k, int n) {
        return (k + m) * Lanes.padded(n) + n * Lanes.padded(m);
    }

    /// A name for a benchmark's table.
    String name();

    private static Kernels best() {
        boolean hasVectors =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        Supplier<Kernels> form = hasVectors ? VectorKernels::new : PlainKernels::new;
        return form.get();
    }
}
