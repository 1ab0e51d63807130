package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// A matrix product in tiles of 4 rows by up to 2 vectors or of 1 row by up to 4, whose sums stay in registers while k
/// runs.
///
/// The widths of the tiles do not show in the bits. Large products go through [Panels].
final class Tiles {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int TWO = 2 * LANES;
    private static final int FOUR = 4 * LANES;

    private Tiles() {}

    /// `C = A B + b`, where `A[row][i]` is `a[row · rowStep + i · step]` and one of the steps is 1, a row of B
    /// begins every `widthB` numbers, and a row of C every `widthC` from `fromC` on.
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
            for (; column + TWO <= n; column += TWO) {
                fourByTwo(a, atA, rowStep, step, b, column, widthB, bias, row, c, atC + column, widthC, k);
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
            for (; column + FOUR <= n; column += FOUR) {
                oneByFour(a, atA, step, b, column, widthB, at(bias, row), c, atC + column, k);
            }
            for (; column + TWO <= n; column += TWO) {
                oneByTwo(a, atA, step, b, column, widthB, at(bias, row), c, atC + column, k);
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

    private static void fourByTwo(
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
        DoubleVector c00 = broadcast(SPECIES, at(bias, row)), c01 = c00;
        DoubleVector c10 = broadcast(SPECIES, at(bias, row + 1)), c11 = c10;
        DoubleVector c20 = broadcast(SPECIES, at(bias, row + 2)), c21 = c20;
        DoubleVector c30 = broadcast(SPECIES, at(bias, row + 3)), c31 = c30;
        for (int i = 0; i < k; i++) {
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            DoubleVector b1 = fromArray(SPECIES, b, atB + LANES);
            DoubleVector a0 = broadcast(SPECIES, a[atA]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = broadcast(SPECIES, a[atA + rowStep]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = broadcast(SPECIES, a[atA + 2 * rowStep]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = broadcast(SPECIES, a[atA + 3 * rowStep]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            atA += step;
            atB += width;
        }
        c00.intoArray(c, atC);
        c01.intoArray(c, atC + LANES);
        c10.intoArray(c, atC + widthC);
        c11.intoArray(c, atC + widthC + LANES);
        c20.intoArray(c, atC + 2 * widthC);
        c21.intoArray(c, atC + 2 * widthC + LANES);
        c30.intoArray(c, atC + 3 * widthC);
        c31.intoArray(c, atC + 3 * widthC + LANES);
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
        DoubleVector c0 = broadcast(SPECIES, at(bias, row));
        DoubleVector c1 = broadcast(SPECIES, at(bias, row + 1));
        DoubleVector c2 = broadcast(SPECIES, at(bias, row + 2));
        DoubleVector c3 = broadcast(SPECIES, at(bias, row + 3));
        for (int i = 0; i < k; i++) {
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            c0 = broadcast(SPECIES, a[atA]).fma(b0, c0);
            c1 = broadcast(SPECIES, a[atA + rowStep]).fma(b0, c1);
            c2 = broadcast(SPECIES, a[atA + 2 * rowStep]).fma(b0, c2);
            c3 = broadcast(SPECIES, a[atA + 3 * rowStep]).fma(b0, c3);
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
        DoubleVector c0 = broadcast(SPECIES, bias), c1 = c0, c2 = c0, c3 = c0;
        for (int i = 0; i < k; i++) {
            DoubleVector a0 = broadcast(SPECIES, a[atA]);
            c0 = a0.fma(fromArray(SPECIES, b, atB), c0);
            c1 = a0.fma(fromArray(SPECIES, b, atB + LANES), c1);
            c2 = a0.fma(fromArray(SPECIES, b, atB + 2 * LANES), c2);
            c3 = a0.fma(fromArray(SPECIES, b, atB + 3 * LANES), c3);
            atA += step;
            atB += width;
        }
        c0.intoArray(c, atC);
        c1.intoArray(c, atC + LANES);
        c2.intoArray(c, atC + 2 * LANES);
        c3.intoArray(c, atC + 3 * LANES);
    }

    private static void oneByTwo(
            double[] a, int atA, int step, double[] b, int atB, int width, double bias, double[] c, int atC, int k) {
        DoubleVector c0 = broadcast(SPECIES, bias), c1 = c0;
        for (int i = 0; i < k; i++) {
            DoubleVector a0 = broadcast(SPECIES, a[atA]);
            c0 = a0.fma(fromArray(SPECIES, b, atB), c0);
            c1 = a0.fma(fromArray(SPECIES, b, atB + LANES), c1);
            atA += step;
            atB += width;
        }
        c0.intoArray(c, atC);
        c1.intoArray(c, atC + LANES);
    }

    private static void oneByOne(
            double[] a, int atA, int step, double[] b, int atB, int width, double bias, double[] c, int atC, int k) {
        DoubleVector c0 = broadcast(SPECIES, bias);
        for (int i = 0; i < k; i++) {
            c0 = broadcast(SPECIES, a[atA]).fma(fromArray(SPECIES, b, atB), c0);
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
