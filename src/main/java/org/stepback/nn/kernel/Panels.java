package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Large matrix products, panel by panel, so that the numbers at hand stay in the processor's first cache.
///
/// A panel is a part of B: four vectors wide and up to 128 rows deep, copied so that its rows lie one after the other.
/// All of A passes over it in tiles of 4 rows, whose 4 × 4 vectors of C stay in registers. Deeper panels add to what C
/// has already, so that each element stays one chain in the order of k.
final class Panels {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 4 * LANES;
    private static final int DEPTH = 128;
    private static final int ROWS = 4;
    private static final ThreadLocal<double[]> PANEL = ThreadLocal.withInitial(() -> new double[DEPTH * WIDTH]);
    private static final ThreadLocal<double[]> ROWS_OF_A = ThreadLocal.withInitial(() -> new double[0]);

    private Panels() {}

    /// Whether copying a panel pays for a product of this shape.
    static boolean pay(int m, int k, int n) {
        return m >= 2 * ROWS && k >= 2 * ROWS && n >= WIDTH;
    }

    /// The m × k matrix whose transpose is given, in room that this thread uses again: a tile reads its rows in steps
    // of 1.
    static double[] rows(double[] transposed, int m, int k) {
        if (ROWS_OF_A.get().length < m * k) {
            ROWS_OF_A.set(new double[m * k]);
        }
        double[] rows = ROWS_OF_A.get();
        Lanes.transpose(transposed, 0, m, rows, 0, k, k, m);
        return rows;
    }

    /// The first columns of `C = A B + b`, as many as fill panels; arguments as of [Tiles#product], with a step of 1.
    ///
    /// @return how many columns are done
    static int product(
            double[] a,
            int rowStep,
            double[] b,
            int widthB,
            double[] bias,
            double[] c,
            int fromC,
            int widthC,
            int m,
            int k,
            int n) {
        int end = n / WIDTH * WIDTH;
        for (int row = 0; row < m; row++) {
            int atC = fromC + row * widthC;
            Arrays.fill(c, atC, atC + end, Tiles.at(bias, row));
        }
        double[] panel = PANEL.get();
        for (int column = 0; column < end; column += WIDTH) {
            for (int i = 0; i < k; i += DEPTH) {
                int depth = Math.min(DEPTH, k - i);
                copy(b, i * widthB + column, widthB, panel, depth);
                pass(a, i, rowStep, panel, c, fromC + column, widthC, m, depth);
            }
        }
        return end;
    }

    private static void copy(double[] b, int at, int widthB, double[] panel, int depth) {
        int from = at;
        for (int to = 0; to < depth * WIDTH; to += WIDTH) {
            fromArray(SPECIES, b, from).intoArray(panel, to);
            fromArray(SPECIES, b, from + LANES).intoArray(panel, to + LANES);
            fromArray(SPECIES, b, from + 2 * LANES).intoArray(panel, to + 2 * LANES);
            fromArray(SPECIES, b, from + 3 * LANES).intoArray(panel, to + 3 * LANES);
            from += widthB;
        }
    }

    /// All rows of A over one panel.
    private static void pass(
            double[] a, int fromA, int rowStep, double[] panel, double[] c, int fromC, int widthC, int m, int depth) {
        int atA = fromA;
        int atC = fromC;
        int row = 0;
        for (; row + ROWS <= m; row += ROWS) {
            fourRows(a, atA, rowStep, panel, c, atC, widthC, depth);
            atA += ROWS * rowStep;
            atC += ROWS * widthC;
        }
        for (; row < m; row++) {
            oneRow(a, atA, panel, c, atC, depth);
            atA += rowStep;
            atC += widthC;
        }
    }

    private static void fourRows(
            double[] a, int a0, int rowStep, double[] panel, double[] c, int at0, int widthC, int depth) {
        int at1 = at0 + widthC, at2 = at1 + widthC, at3 = at2 + widthC;
        DoubleVector c00 = fromArray(SPECIES, c, at0), c01 = fromArray(SPECIES, c, at0 + LANES);
        DoubleVector c02 = fromArray(SPECIES, c, at0 + 2 * LANES), c03 = fromArray(SPECIES, c, at0 + 3 * LANES);
        DoubleVector c10 = fromArray(SPECIES, c, at1), c11 = fromArray(SPECIES, c, at1 + LANES);
        DoubleVector c12 = fromArray(SPECIES, c, at1 + 2 * LANES), c13 = fromArray(SPECIES, c, at1 + 3 * LANES);
        DoubleVector c20 = fromArray(SPECIES, c, at2), c21 = fromArray(SPECIES, c, at2 + LANES);
        DoubleVector c22 = fromArray(SPECIES, c, at2 + 2 * LANES), c23 = fromArray(SPECIES, c, at2 + 3 * LANES);
        DoubleVector c30 = fromArray(SPECIES, c, at3), c31 = fromArray(SPECIES, c, at3 + LANES);
        DoubleVector c32 = fromArray(SPECIES, c, at3 + 2 * LANES), c33 = fromArray(SPECIES, c, at3 + 3 * LANES);
        int a1 = a0 + rowStep, a2 = a1 + rowStep, a3 = a2 + rowStep;
        for (int i = 0; i < depth; i++) {
            int atB = i * WIDTH;
            DoubleVector b0 = fromArray(SPECIES, panel, atB);
            DoubleVector b1 = fromArray(SPECIES, panel, atB + LANES);
            DoubleVector b2 = fromArray(SPECIES, panel, atB + 2 * LANES);
            DoubleVector b3 = fromArray(SPECIES, panel, atB + 3 * LANES);
            DoubleVector factor0 = broadcast(SPECIES, a[a0 + i]);
            c00 = factor0.fma(b0, c00);
            c01 = factor0.fma(b1, c01);
            c02 = factor0.fma(b2, c02);
            c03 = factor0.fma(b3, c03);
            DoubleVector factor1 = broadcast(SPECIES, a[a1 + i]);
            c10 = factor1.fma(b0, c10);
            c11 = factor1.fma(b1, c11);
            c12 = factor1.fma(b2, c12);
            c13 = factor1.fma(b3, c13);
            DoubleVector factor2 = broadcast(SPECIES, a[a2 + i]);
            c20 = factor2.fma(b0, c20);
            c21 = factor2.fma(b1, c21);
            c22 = factor2.fma(b2, c22);
            c23 = factor2.fma(b3, c23);
            DoubleVector factor3 = broadcast(SPECIES, a[a3 + i]);
            c30 = factor3.fma(b0, c30);
            c31 = factor3.fma(b1, c31);
            c32 = factor3.fma(b2, c32);
            c33 = factor3.fma(b3, c33);
        }
        c00.intoArray(c, at0);
        c01.intoArray(c, at0 + LANES);
        c02.intoArray(c, at0 + 2 * LANES);
        c03.intoArray(c, at0 + 3 * LANES);
        c10.intoArray(c, at1);
        c11.intoArray(c, at1 + LANES);
        c12.intoArray(c, at1 + 2 * LANES);
        c13.intoArray(c, at1 + 3 * LANES);
        c20.intoArray(c, at2);
        c21.intoArray(c, at2 + LANES);
        c22.intoArray(c, at2 + 2 * LANES);
        c23.intoArray(c, at2 + 3 * LANES);
        c30.intoArray(c, at3);
        c31.intoArray(c, at3 + LANES);
        c32.intoArray(c, at3 + 2 * LANES);
        c33.intoArray(c, at3 + 3 * LANES);
    }

    private static void oneRow(double[] a, int fromA, double[] panel, double[] c, int at, int depth) {
        DoubleVector c0 = fromArray(SPECIES, c, at), c1 = fromArray(SPECIES, c, at + LANES);
        DoubleVector c2 = fromArray(SPECIES, c, at + 2 * LANES), c3 = fromArray(SPECIES, c, at + 3 * LANES);
        for (int i = 0; i < depth; i++) {
            int atB = i * WIDTH;
            DoubleVector a0 = broadcast(SPECIES, a[fromA + i]);
            c0 = a0.fma(fromArray(SPECIES, panel, atB), c0);
            c1 = a0.fma(fromArray(SPECIES, panel, atB + LANES), c1);
            c2 = a0.fma(fromArray(SPECIES, panel, atB + 2 * LANES), c2);
            c3 = a0.fma(fromArray(SPECIES, panel, atB + 3 * LANES), c3);
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + LANES);
        c2.intoArray(c, at + 2 * LANES);
        c3.intoArray(c, at + 3 * LANES);
    }
}
