package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [PanelTiles] in 512 bits, with the rows of A read where they lie: that spares a copy, but takes a
/// register for each row.
final class RowTiles {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private RowTiles() {}

    /// Adds the product of eight rows of A, from this one on, and a panel of B to a tile of C, or begins C with it.
    ///
    /// @param blocks how many times eight columns the tile has
    /// @param a whose rows begin every `widthA` numbers from `fromA` on
    /// @param row the first row of C
    static void add(
            int blocks, Panels panels, double[] a, int fromA, int widthA, int row, double[] c, int at, int widthC) {
        if (blocks == 2) {
            eightByTwo(panels, a, fromA, widthA, row, c, at, widthC);
        } else {
            eightByOne(panels, a, fromA, widthA, row, c, at, widthC);
        }
    }

    /// 8 rows by 2 vectors.
    private static void eightByTwo(
            Panels panels, double[] a, int fromA, int widthA, int row, double[] c, int at, int widthC) {
        double[] b = panels.panelOfB, starts = panels.starts;
        DoubleVector c00, c01, c10, c11, c20, c21, c30, c31;
        DoubleVector c40, c41, c50, c51, c60, c61, c70, c71;
        if (panels.first) {
            c00 = c01 = broadcast(SPECIES, starts[row]);
            c10 = c11 = broadcast(SPECIES, starts[row + 1]);
            c20 = c21 = broadcast(SPECIES, starts[row + 2]);
            c30 = c31 = broadcast(SPECIES, starts[row + 3]);
            c40 = c41 = broadcast(SPECIES, starts[row + 4]);
            c50 = c51 = broadcast(SPECIES, starts[row + 5]);
            c60 = c61 = broadcast(SPECIES, starts[row + 6]);
            c70 = c71 = broadcast(SPECIES, starts[row + 7]);
        } else {
            c00 = fromArray(SPECIES, c, at);
            c01 = fromArray(SPECIES, c, at + LANES);
            c10 = fromArray(SPECIES, c, at + widthC);
            c11 = fromArray(SPECIES, c, at + widthC + LANES);
            c20 = fromArray(SPECIES, c, at + 2 * widthC);
            c21 = fromArray(SPECIES, c, at + 2 * widthC + LANES);
            c30 = fromArray(SPECIES, c, at + 3 * widthC);
            c31 = fromArray(SPECIES, c, at + 3 * widthC + LANES);
            c40 = fromArray(SPECIES, c, at + 4 * widthC);
            c41 = fromArray(SPECIES, c, at + 4 * widthC + LANES);
            c50 = fromArray(SPECIES, c, at + 5 * widthC);
            c51 = fromArray(SPECIES, c, at + 5 * widthC + LANES);
            c60 = fromArray(SPECIES, c, at + 6 * widthC);
            c61 = fromArray(SPECIES, c, at + 6 * widthC + LANES);
            c70 = fromArray(SPECIES, c, at + 7 * widthC);
            c71 = fromArray(SPECIES, c, at + 7 * widthC + LANES);
        }
        for (int i = 0, depth = panels.depth; i < depth; i++) {
            int atB = i * 2 * LANES;
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            DoubleVector b1 = fromArray(SPECIES, b, atB + LANES);
            DoubleVector v0 = broadcast(SPECIES, a[fromA + i]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            DoubleVector v1 = broadcast(SPECIES, a[fromA + widthA + i]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            DoubleVector v2 = broadcast(SPECIES, a[fromA + 2 * widthA + i]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            DoubleVector v3 = broadcast(SPECIES, a[fromA + 3 * widthA + i]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            DoubleVector v4 = broadcast(SPECIES, a[fromA + 4 * widthA + i]);
            c40 = v4.fma(b0, c40);
            c41 = v4.fma(b1, c41);
            DoubleVector v5 = broadcast(SPECIES, a[fromA + 5 * widthA + i]);
            c50 = v5.fma(b0, c50);
            c51 = v5.fma(b1, c51);
            DoubleVector v6 = broadcast(SPECIES, a[fromA + 6 * widthA + i]);
            c60 = v6.fma(b0, c60);
            c61 = v6.fma(b1, c61);
            DoubleVector v7 = broadcast(SPECIES, a[fromA + 7 * widthA + i]);
            c70 = v7.fma(b0, c70);
            c71 = v7.fma(b1, c71);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + LANES);
        c10.intoArray(c, at + widthC);
        c11.intoArray(c, at + widthC + LANES);
        c20.intoArray(c, at + 2 * widthC);
        c21.intoArray(c, at + 2 * widthC + LANES);
        c30.intoArray(c, at + 3 * widthC);
        c31.intoArray(c, at + 3 * widthC + LANES);
        c40.intoArray(c, at + 4 * widthC);
        c41.intoArray(c, at + 4 * widthC + LANES);
        c50.intoArray(c, at + 5 * widthC);
        c51.intoArray(c, at + 5 * widthC + LANES);
        c60.intoArray(c, at + 6 * widthC);
        c61.intoArray(c, at + 6 * widthC + LANES);
        c70.intoArray(c, at + 7 * widthC);
        c71.intoArray(c, at + 7 * widthC + LANES);
    }

    /// 8 rows by 1 vector.
    private static void eightByOne(
            Panels panels, double[] a, int fromA, int widthA, int row, double[] c, int at, int widthC) {
        double[] b = panels.panelOfB, starts = panels.starts;
        DoubleVector c00, c10, c20, c30, c40, c50, c60, c70;
        if (panels.first) {
            c00 = broadcast(SPECIES, starts[row]);
            c10 = broadcast(SPECIES, starts[row + 1]);
            c20 = broadcast(SPECIES, starts[row + 2]);
            c30 = broadcast(SPECIES, starts[row + 3]);
            c40 = broadcast(SPECIES, starts[row + 4]);
            c50 = broadcast(SPECIES, starts[row + 5]);
            c60 = broadcast(SPECIES, starts[row + 6]);
            c70 = broadcast(SPECIES, starts[row + 7]);
        } else {
            c00 = fromArray(SPECIES, c, at);
            c10 = fromArray(SPECIES, c, at + widthC);
            c20 = fromArray(SPECIES, c, at + 2 * widthC);
            c30 = fromArray(SPECIES, c, at + 3 * widthC);
            c40 = fromArray(SPECIES, c, at + 4 * widthC);
            c50 = fromArray(SPECIES, c, at + 5 * widthC);
            c60 = fromArray(SPECIES, c, at + 6 * widthC);
            c70 = fromArray(SPECIES, c, at + 7 * widthC);
        }
        for (int i = 0, depth = panels.depth; i < depth; i++) {
            DoubleVector b0 = fromArray(SPECIES, b, i * LANES);
            DoubleVector v0 = broadcast(SPECIES, a[fromA + i]);
            c00 = v0.fma(b0, c00);
            DoubleVector v1 = broadcast(SPECIES, a[fromA + widthA + i]);
            c10 = v1.fma(b0, c10);
            DoubleVector v2 = broadcast(SPECIES, a[fromA + 2 * widthA + i]);
            c20 = v2.fma(b0, c20);
            DoubleVector v3 = broadcast(SPECIES, a[fromA + 3 * widthA + i]);
            c30 = v3.fma(b0, c30);
            DoubleVector v4 = broadcast(SPECIES, a[fromA + 4 * widthA + i]);
            c40 = v4.fma(b0, c40);
            DoubleVector v5 = broadcast(SPECIES, a[fromA + 5 * widthA + i]);
            c50 = v5.fma(b0, c50);
            DoubleVector v6 = broadcast(SPECIES, a[fromA + 6 * widthA + i]);
            c60 = v6.fma(b0, c60);
            DoubleVector v7 = broadcast(SPECIES, a[fromA + 7 * widthA + i]);
            c70 = v7.fma(b0, c70);
        }
        c00.intoArray(c, at);
        c10.intoArray(c, at + widthC);
        c20.intoArray(c, at + 2 * widthC);
        c30.intoArray(c, at + 3 * widthC);
        c40.intoArray(c, at + 4 * widthC);
        c50.intoArray(c, at + 5 * widthC);
        c60.intoArray(c, at + 6 * widthC);
        c70.intoArray(c, at + 7 * widthC);
    }
}
