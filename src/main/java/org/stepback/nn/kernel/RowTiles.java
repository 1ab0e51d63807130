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

    /// Adds the product of eight rows of A, from this one on, and a panel of B to a tile of C.
    ///
    /// @param blocks how many times eight columns the tile has
    /// @param a whose rows begin every `widthA` numbers from `fromA` on
    /// @param row the first row of C
    /// @param first whether the sums start from `starts`, one number for each row, instead of from C
    static void add(
            int blocks,
            double[] a,
            int fromA,
            int widthA,
            double[] b,
            double[] starts,
            int row,
            boolean first,
            double[] c,
            int atC,
            int widthC,
            int depth) {
        if (blocks == 2) {
            eightByTwo(a, fromA, widthA, b, starts, row, first, c, atC, widthC, depth);
        } else {
            eightByOne(a, fromA, widthA, b, starts, row, first, c, atC, widthC, depth);
        }
    }

    /// 8 rows by 2 vectors.
    private static void eightByTwo(
            double[] a,
            int a0,
            int widthA,
            double[] b,
            double[] starts,
            int row,
            boolean first,
            double[] c,
            int at0,
            int widthC,
            int depth) {
        int a1 = a0 + widthA,
                a2 = a1 + widthA,
                a3 = a2 + widthA,
                a4 = a3 + widthA,
                a5 = a4 + widthA,
                a6 = a5 + widthA,
                a7 = a6 + widthA;
        int at1 = at0 + widthC,
                at2 = at1 + widthC,
                at3 = at2 + widthC,
                at4 = at3 + widthC,
                at5 = at4 + widthC,
                at6 = at5 + widthC,
                at7 = at6 + widthC;
        DoubleVector c00, c01;
        DoubleVector c10, c11;
        DoubleVector c20, c21;
        DoubleVector c30, c31;
        DoubleVector c40, c41;
        DoubleVector c50, c51;
        DoubleVector c60, c61;
        DoubleVector c70, c71;
        if (first) {
            c00 = c01 = broadcast(SPECIES, starts[row]);
            c10 = c11 = broadcast(SPECIES, starts[row + 1]);
            c20 = c21 = broadcast(SPECIES, starts[row + 2]);
            c30 = c31 = broadcast(SPECIES, starts[row + 3]);
            c40 = c41 = broadcast(SPECIES, starts[row + 4]);
            c50 = c51 = broadcast(SPECIES, starts[row + 5]);
            c60 = c61 = broadcast(SPECIES, starts[row + 6]);
            c70 = c71 = broadcast(SPECIES, starts[row + 7]);
        } else {
            c00 = fromArray(SPECIES, c, at0);
            c01 = fromArray(SPECIES, c, at0 + LANES);
            c10 = fromArray(SPECIES, c, at1);
            c11 = fromArray(SPECIES, c, at1 + LANES);
            c20 = fromArray(SPECIES, c, at2);
            c21 = fromArray(SPECIES, c, at2 + LANES);
            c30 = fromArray(SPECIES, c, at3);
            c31 = fromArray(SPECIES, c, at3 + LANES);
            c40 = fromArray(SPECIES, c, at4);
            c41 = fromArray(SPECIES, c, at4 + LANES);
            c50 = fromArray(SPECIES, c, at5);
            c51 = fromArray(SPECIES, c, at5 + LANES);
            c60 = fromArray(SPECIES, c, at6);
            c61 = fromArray(SPECIES, c, at6 + LANES);
            c70 = fromArray(SPECIES, c, at7);
            c71 = fromArray(SPECIES, c, at7 + LANES);
        }
        for (int i = 0; i < depth; i++) {
            int atB = i * 2 * LANES;
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            DoubleVector b1 = fromArray(SPECIES, b, atB + LANES);
            DoubleVector v0 = broadcast(SPECIES, a[a0 + i]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            DoubleVector v1 = broadcast(SPECIES, a[a1 + i]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            DoubleVector v2 = broadcast(SPECIES, a[a2 + i]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            DoubleVector v3 = broadcast(SPECIES, a[a3 + i]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            DoubleVector v4 = broadcast(SPECIES, a[a4 + i]);
            c40 = v4.fma(b0, c40);
            c41 = v4.fma(b1, c41);
            DoubleVector v5 = broadcast(SPECIES, a[a5 + i]);
            c50 = v5.fma(b0, c50);
            c51 = v5.fma(b1, c51);
            DoubleVector v6 = broadcast(SPECIES, a[a6 + i]);
            c60 = v6.fma(b0, c60);
            c61 = v6.fma(b1, c61);
            DoubleVector v7 = broadcast(SPECIES, a[a7 + i]);
            c70 = v7.fma(b0, c70);
            c71 = v7.fma(b1, c71);
        }
        c00.intoArray(c, at0);
        c01.intoArray(c, at0 + LANES);
        c10.intoArray(c, at1);
        c11.intoArray(c, at1 + LANES);
        c20.intoArray(c, at2);
        c21.intoArray(c, at2 + LANES);
        c30.intoArray(c, at3);
        c31.intoArray(c, at3 + LANES);
        c40.intoArray(c, at4);
        c41.intoArray(c, at4 + LANES);
        c50.intoArray(c, at5);
        c51.intoArray(c, at5 + LANES);
        c60.intoArray(c, at6);
        c61.intoArray(c, at6 + LANES);
        c70.intoArray(c, at7);
        c71.intoArray(c, at7 + LANES);
    }

    /// 8 rows by 1 vector.
    private static void eightByOne(
            double[] a,
            int a0,
            int widthA,
            double[] b,
            double[] starts,
            int row,
            boolean first,
            double[] c,
            int at0,
            int widthC,
            int depth) {
        int a1 = a0 + widthA,
                a2 = a1 + widthA,
                a3 = a2 + widthA,
                a4 = a3 + widthA,
                a5 = a4 + widthA,
                a6 = a5 + widthA,
                a7 = a6 + widthA;
        int at1 = at0 + widthC,
                at2 = at1 + widthC,
                at3 = at2 + widthC,
                at4 = at3 + widthC,
                at5 = at4 + widthC,
                at6 = at5 + widthC,
                at7 = at6 + widthC;
        DoubleVector c00;
        DoubleVector c10;
        DoubleVector c20;
        DoubleVector c30;
        DoubleVector c40;
        DoubleVector c50;
        DoubleVector c60;
        DoubleVector c70;
        if (first) {
            c00 = broadcast(SPECIES, starts[row]);
            c10 = broadcast(SPECIES, starts[row + 1]);
            c20 = broadcast(SPECIES, starts[row + 2]);
            c30 = broadcast(SPECIES, starts[row + 3]);
            c40 = broadcast(SPECIES, starts[row + 4]);
            c50 = broadcast(SPECIES, starts[row + 5]);
            c60 = broadcast(SPECIES, starts[row + 6]);
            c70 = broadcast(SPECIES, starts[row + 7]);
        } else {
            c00 = fromArray(SPECIES, c, at0);
            c10 = fromArray(SPECIES, c, at1);
            c20 = fromArray(SPECIES, c, at2);
            c30 = fromArray(SPECIES, c, at3);
            c40 = fromArray(SPECIES, c, at4);
            c50 = fromArray(SPECIES, c, at5);
            c60 = fromArray(SPECIES, c, at6);
            c70 = fromArray(SPECIES, c, at7);
        }
        for (int i = 0; i < depth; i++) {
            DoubleVector b0 = fromArray(SPECIES, b, i * LANES);
            DoubleVector v0 = broadcast(SPECIES, a[a0 + i]);
            c00 = v0.fma(b0, c00);
            DoubleVector v1 = broadcast(SPECIES, a[a1 + i]);
            c10 = v1.fma(b0, c10);
            DoubleVector v2 = broadcast(SPECIES, a[a2 + i]);
            c20 = v2.fma(b0, c20);
            DoubleVector v3 = broadcast(SPECIES, a[a3 + i]);
            c30 = v3.fma(b0, c30);
            DoubleVector v4 = broadcast(SPECIES, a[a4 + i]);
            c40 = v4.fma(b0, c40);
            DoubleVector v5 = broadcast(SPECIES, a[a5 + i]);
            c50 = v5.fma(b0, c50);
            DoubleVector v6 = broadcast(SPECIES, a[a6 + i]);
            c60 = v6.fma(b0, c60);
            DoubleVector v7 = broadcast(SPECIES, a[a7 + i]);
            c70 = v7.fma(b0, c70);
        }
        c00.intoArray(c, at0);
        c10.intoArray(c, at1);
        c20.intoArray(c, at2);
        c30.intoArray(c, at3);
        c40.intoArray(c, at4);
        c50.intoArray(c, at5);
        c60.intoArray(c, at6);
        c70.intoArray(c, at7);
    }
}
