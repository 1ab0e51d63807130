package org.stepback.nn.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// A matrix product in tiles of up to 4 rows by 4 vectors, whose sums stay in registers while k runs.
///
/// Larger tiles compile late or erratically; the widths of the tiles do not show in the bits.
final class Tiles {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int WIDE = 4 * LANES;

    private Tiles() {}

    /// `C = A B + b`, where `A[row][i]` is `a[row · rowStep + i · step]`, a row of B begins every `widthB` numbers, and
    /// a row of C every `widthC` from `fromC` on.
    ///
    /// @param bias one number for each row of C, or none at all
    static void product(
            double[] a,
            int rowStep,
            int step,
            double[] b,
            int widthB,
            double[] bias,
            double[] c,
            int fromC,
            int widthC,
            int m,
            int k,
            int n) {
        int row = 0;
        for (; row + 4 <= m; row += 4) {
            int atA = row * rowStep;
            int atC = fromC + row * widthC;
            int column = 0;
            for (; column + WIDE <= n; column += WIDE) {
                fourByFour(a, atA, rowStep, step, b, column, widthB, bias, row, c, atC + column, widthC, k);
            }
            for (; column + LANES <= n; column += LANES) {
                fourByOne(a, atA, rowStep, step, b, column, widthB, bias, row, c, atC + column, widthC, k);
            }
            for (int r = 0; r < 4 && column < n; r++) {
                rest(a, atA + r * rowStep, step, b, column, widthB, at(bias, row + r), c, atC + r * widthC, k, n);
            }
        }
        for (; row < m; row++) {
            int atA = row * rowStep;
            int atC = fromC + row * widthC;
            int column = 0;
            for (; column + WIDE <= n; column += WIDE) {
                oneByFour(a, atA, step, b, column, widthB, at(bias, row), c, atC + column, k);
            }
            for (; column + LANES <= n; column += LANES) {
                oneByOne(a, atA, step, b, column, widthB, at(bias, row), c, atC + column, k);
            }
            rest(a, atA, step, b, column, widthB, at(bias, row), c, atC, k, n);
        }
    }

    private static double at(double[] bias, int row) {
        return bias.length == 0 ? 0 : bias[row];
    }

    private static DoubleVector load(double[] b, int at) {
        return DoubleVector.fromArray(SPECIES, b, at);
    }

    private static DoubleVector broadcast(double x) {
        return DoubleVector.broadcast(SPECIES, x);
    }

    private static void fourByFour(
            double[] a,
            int atA,
            int rowStep,
            int step,
            double[] b,
            int atB,
            int width,
            double[] bias,
            int row,
            double[] c,
            int atC,
            int widthC,
            int k) {
        DoubleVector c00 = broadcast(at(bias, row)), c01 = c00, c02 = c00, c03 = c00;
        DoubleVector c10 = broadcast(at(bias, row + 1)), c11 = c10, c12 = c10, c13 = c10;
        DoubleVector c20 = broadcast(at(bias, row + 2)), c21 = c20, c22 = c20, c23 = c20;
        DoubleVector c30 = broadcast(at(bias, row + 3)), c31 = c30, c32 = c30, c33 = c30;
        for (int i = 0; i < k; i++) {
            DoubleVector b0 = load(b, atB);
            DoubleVector b1 = load(b, atB + LANES);
            DoubleVector b2 = load(b, atB + 2 * LANES);
            DoubleVector b3 = load(b, atB + 3 * LANES);
            DoubleVector a0 = broadcast(a[atA]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            c03 = a0.fma(b3, c03);
            DoubleVector a1 = broadcast(a[atA + rowStep]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            c13 = a1.fma(b3, c13);
            DoubleVector a2 = broadcast(a[atA + 2 * rowStep]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            c23 = a2.fma(b3, c23);
            DoubleVector a3 = broadcast(a[atA + 3 * rowStep]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            c33 = a3.fma(b3, c33);
            atA += step;
            atB += width;
        }
        store(c, atC, c00, c01, c02, c03);
        store(c, atC + widthC, c10, c11, c12, c13);
        store(c, atC + 2 * widthC, c20, c21, c22, c23);
        store(c, atC + 3 * widthC, c30, c31, c32, c33);
    }

    private static void store(double[] c, int at, DoubleVector c0, DoubleVector c1, DoubleVector c2, DoubleVector c3) {
        c0.intoArray(c, at);
        c1.intoArray(c, at + LANES);
        c2.intoArray(c, at + 2 * LANES);
        c3.intoArray(c, at + 3 * LANES);
    }

    private static void fourByOne(
            double[] a,
            int atA,
            int rowStep,
            int step,
            double[] b,
            int atB,
            int width,
            double[] bias,
            int row,
            double[] c,
            int atC,
            int widthC,
            int k) {
        DoubleVector c0 = broadcast(at(bias, row));
        DoubleVector c1 = broadcast(at(bias, row + 1));
        DoubleVector c2 = broadcast(at(bias, row + 2));
        DoubleVector c3 = broadcast(at(bias, row + 3));
        for (int i = 0; i < k; i++) {
            DoubleVector b0 = load(b, atB);
            c0 = broadcast(a[atA]).fma(b0, c0);
            c1 = broadcast(a[atA + rowStep]).fma(b0, c1);
            c2 = broadcast(a[atA + 2 * rowStep]).fma(b0, c2);
            c3 = broadcast(a[atA + 3 * rowStep]).fma(b0, c3);
            atA += step;
            atB += width;
        }
        c0.intoArray(c, atC);
        c1.intoArray(c, atC + widthC);
        c2.intoArray(c, atC + 2 * widthC);
        c3.intoArray(c, atC + 3 * widthC);
    }

    private static void oneByFour(
            double[] a, int atA, int step, double[] b, int atB, int width, double bias, double[] c, int atC, int k) {
        DoubleVector c0 = broadcast(bias), c1 = c0, c2 = c0, c3 = c0;
        for (int i = 0; i < k; i++) {
            DoubleVector a0 = broadcast(a[atA]);
            c0 = a0.fma(load(b, atB), c0);
            c1 = a0.fma(load(b, atB + LANES), c1);
            c2 = a0.fma(load(b, atB + 2 * LANES), c2);
            c3 = a0.fma(load(b, atB + 3 * LANES), c3);
            atA += step;
            atB += width;
        }
        store(c, atC, c0, c1, c2, c3);
    }

    private static void oneByOne(
            double[] a, int atA, int step, double[] b, int atB, int width, double bias, double[] c, int atC, int k) {
        DoubleVector c0 = broadcast(bias);
        for (int i = 0; i < k; i++) {
            c0 = broadcast(a[atA]).fma(load(b, atB), c0);
            atA += step;
            atB += width;
        }
        c0.intoArray(c, atC);
    }

    /// The columns of one row that are too few for a vector.
    private static void rest(
            double[] a,
            int fromA,
            int step,
            double[] b,
            int column,
            int width,
            double bias,
            double[] c,
            int fromC,
            int k,
            int n) {
        for (int j = column; j < n; j++) {
            double sum = bias;
            for (int i = 0; i < k; i++) {
                sum = Math.fma(a[fromA + i * step], b[j + i * width], sum);
            }
            c[fromC + j] = sum;
        }
    }
}
