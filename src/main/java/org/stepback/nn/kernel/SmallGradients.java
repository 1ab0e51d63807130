package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.stepback.nn.kernel.VectorSums.BY_1;
import static org.stepback.nn.kernel.VectorSums.BY_2;
import static org.stepback.nn.kernel.VectorSums.BY_4;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The gradients of a small dense layer in vectors: `∂L/∂W = δ Xᵀ` and `∂L/∂b = Σ δ`, each a sum in eight lanes as
/// those of [VectorSums].
///
/// Two rows of X at a time, and with the first two the sums of δ: the loop over a mini-batch is so short that it costs
/// more to begin than to run.
final class SmallGradients {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final boolean TWO = SPECIES.length() == 4;

    private SmallGradients() {}

    /// @param delta m × k, where k fills whole lanes
    /// @param x n × k
    /// @param dW m × n
    /// @param db m numbers, or none at all for a layer without a bias
    static void run(double[] delta, double[] x, double[] dW, double[] db, int m, int k, int n) {
        int column = 0;
        if (db.length > 0 && n > 1) {
            sumsAndTwoColumns(delta, x, dW, db, m, k, n);
            column = 2;
        } else {
            for (int row = 0; row < db.length; row++) {
                db[row] = VectorSums.sum(delta, row * k, k);
            }
        }
        for (; column + 2 <= n; column += 2) {
            twoColumns(delta, x, column, dW, m, k, n);
        }
        for (int row = 0; row < m && column < n; row++) {
            dW[row * n + column] = VectorSums.dot(delta, row * k, x, column * k, k);
        }
    }

    /// Computes the sum of each row of δ, and its products with the first two rows of X.
    private static void sumsAndTwoColumns(double[] delta, double[] x, double[] dW, double[] db, int m, int k, int n) {
        for (int row = 0; row < m; row++) {
            int at = row * k;
            DoubleVector s = DoubleVector.zero(SPECIES), t = s;
            DoubleVector p = s, q = s;
            DoubleVector u = s, v = s;
            for (int i = 0; i < k; i += Lanes.COUNT) {
                DoubleVector d = fromArray(SPECIES, delta, at + i);
                s = s.add(d);
                p = d.fma(fromArray(SPECIES, x, i), p);
                u = d.fma(fromArray(SPECIES, x, k + i), u);
                if (TWO) {
                    DoubleVector e = fromArray(SPECIES, delta, at + i + 4);
                    t = t.add(e);
                    q = e.fma(fromArray(SPECIES, x, i + 4), q);
                    v = e.fma(fromArray(SPECIES, x, k + i + 4), v);
                }
            }
            DoubleVector s4 = TWO ? s.add(t) : s.add(s.rearrange(BY_4));
            DoubleVector s2 = s4.add(s4.rearrange(BY_2));
            db[row] = s2.add(s2.rearrange(BY_1)).lane(0);
            DoubleVector p4 = TWO ? p.add(q) : p.add(p.rearrange(BY_4));
            DoubleVector p2 = p4.add(p4.rearrange(BY_2));
            dW[row * n] = p2.add(p2.rearrange(BY_1)).lane(0);
            DoubleVector u4 = TWO ? u.add(v) : u.add(u.rearrange(BY_4));
            DoubleVector u2 = u4.add(u4.rearrange(BY_2));
            dW[row * n + 1] = u2.add(u2.rearrange(BY_1)).lane(0);
        }
    }

    /// The products of each row of δ and two neighbouring rows of X.
    private static void twoColumns(double[] delta, double[] x, int column, double[] dW, int m, int k, int n) {
        int from = column * k;
        for (int row = 0; row < m; row++) {
            int at = row * k;
            DoubleVector p = DoubleVector.zero(SPECIES), q = p;
            DoubleVector u = p, v = p;
            for (int i = 0; i < k; i += Lanes.COUNT) {
                DoubleVector d = fromArray(SPECIES, delta, at + i);
                p = d.fma(fromArray(SPECIES, x, from + i), p);
                u = d.fma(fromArray(SPECIES, x, from + k + i), u);
                if (TWO) {
                    DoubleVector e = fromArray(SPECIES, delta, at + i + 4);
                    q = e.fma(fromArray(SPECIES, x, from + i + 4), q);
                    v = e.fma(fromArray(SPECIES, x, from + k + i + 4), v);
                }
            }
            DoubleVector p4 = TWO ? p.add(q) : p.add(p.rearrange(BY_4));
            DoubleVector p2 = p4.add(p4.rearrange(BY_2));
            dW[row * n + column] = p2.add(p2.rearrange(BY_1)).lane(0);
            DoubleVector u4 = TWO ? u.add(v) : u.add(u.rearrange(BY_4));
            DoubleVector u2 = u4.add(u4.rearrange(BY_2));
            dW[row * n + column + 1] = u2.add(u2.rearrange(BY_1)).lane(0);
        }
    }
}
