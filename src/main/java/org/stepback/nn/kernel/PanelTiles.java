package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.stepback.nn.kernel.Panels.EIGHT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [Panels]: eight rows by up to 16 columns of C, whose sums stay in registers while k runs.
///
/// They are written out, since a local variable is the only name that Java has for a register: in 512 bits 16 of the 32
/// are sums, in 256 bits 8 of the 16. (With 24 the compiler does not always keep them there.)
final class PanelTiles {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private PanelTiles() {}

    /// Adds the product of a panel of A, from this row on, and a panel of B to a tile of C.
    ///
    /// @param blocks how many times eight columns the tile has
    /// @param first whether the sums start from `starts`, one number for each row, instead of from C
    static void add(
            int blocks,
            double[] panelsOfA,
            int row,
            double[] b,
            double[] starts,
            boolean first,
            double[] c,
            int atC,
            int widthC,
            int depth) {
        int fromA = row * depth;
        if (LANES < EIGHT) {
            fourByTwo(panelsOfA, fromA, b, starts, row, first, c, atC, widthC, depth);
            fourByTwo(panelsOfA, fromA + 4, b, starts, row + 4, first, c, atC + 4 * widthC, widthC, depth);
        } else if (blocks == 2) {
            eightByTwo(panelsOfA, fromA, b, starts, row, first, c, atC, widthC, depth);
        } else {
            eightByOne(panelsOfA, fromA, b, starts, row, first, c, atC, widthC, depth);
        }
    }

    /// 8 rows by 2 vectors.
    private static void eightByTwo(
            double[] a,
            int fromA,
            double[] b,
            double[] starts,
            int row,
            boolean first,
            double[] c,
            int at0,
            int widthC,
            int depth) {
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
            int atA = fromA + i * EIGHT;
            int atB = i * 2 * LANES;
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            DoubleVector b1 = fromArray(SPECIES, b, atB + LANES);
            DoubleVector a0 = broadcast(SPECIES, a[atA]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = broadcast(SPECIES, a[atA + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = broadcast(SPECIES, a[atA + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = broadcast(SPECIES, a[atA + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = broadcast(SPECIES, a[atA + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = broadcast(SPECIES, a[atA + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            DoubleVector a6 = broadcast(SPECIES, a[atA + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            DoubleVector a7 = broadcast(SPECIES, a[atA + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
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
            int fromA,
            double[] b,
            double[] starts,
            int row,
            boolean first,
            double[] c,
            int at0,
            int widthC,
            int depth) {
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
            int atA = fromA + i * EIGHT;
            int atB = i * LANES;
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            DoubleVector a0 = broadcast(SPECIES, a[atA]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = broadcast(SPECIES, a[atA + 1]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = broadcast(SPECIES, a[atA + 2]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = broadcast(SPECIES, a[atA + 3]);
            c30 = a3.fma(b0, c30);
            DoubleVector a4 = broadcast(SPECIES, a[atA + 4]);
            c40 = a4.fma(b0, c40);
            DoubleVector a5 = broadcast(SPECIES, a[atA + 5]);
            c50 = a5.fma(b0, c50);
            DoubleVector a6 = broadcast(SPECIES, a[atA + 6]);
            c60 = a6.fma(b0, c60);
            DoubleVector a7 = broadcast(SPECIES, a[atA + 7]);
            c70 = a7.fma(b0, c70);
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

    /// 4 rows by 2 vectors.
    private static void fourByTwo(
            double[] a,
            int fromA,
            double[] b,
            double[] starts,
            int row,
            boolean first,
            double[] c,
            int at0,
            int widthC,
            int depth) {
        int at1 = at0 + widthC, at2 = at1 + widthC, at3 = at2 + widthC;
        DoubleVector c00, c01;
        DoubleVector c10, c11;
        DoubleVector c20, c21;
        DoubleVector c30, c31;
        if (first) {
            c00 = c01 = broadcast(SPECIES, starts[row]);
            c10 = c11 = broadcast(SPECIES, starts[row + 1]);
            c20 = c21 = broadcast(SPECIES, starts[row + 2]);
            c30 = c31 = broadcast(SPECIES, starts[row + 3]);
        } else {
            c00 = fromArray(SPECIES, c, at0);
            c01 = fromArray(SPECIES, c, at0 + LANES);
            c10 = fromArray(SPECIES, c, at1);
            c11 = fromArray(SPECIES, c, at1 + LANES);
            c20 = fromArray(SPECIES, c, at2);
            c21 = fromArray(SPECIES, c, at2 + LANES);
            c30 = fromArray(SPECIES, c, at3);
            c31 = fromArray(SPECIES, c, at3 + LANES);
        }
        for (int i = 0; i < depth; i++) {
            int atA = fromA + i * EIGHT;
            int atB = i * 2 * LANES;
            DoubleVector b0 = fromArray(SPECIES, b, atB);
            DoubleVector b1 = fromArray(SPECIES, b, atB + LANES);
            DoubleVector a0 = broadcast(SPECIES, a[atA]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = broadcast(SPECIES, a[atA + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = broadcast(SPECIES, a[atA + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = broadcast(SPECIES, a[atA + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at0);
        c01.intoArray(c, at0 + LANES);
        c10.intoArray(c, at1);
        c11.intoArray(c, at1 + LANES);
        c20.intoArray(c, at2);
        c21.intoArray(c, at2 + LANES);
        c30.intoArray(c, at3);
        c31.intoArray(c, at3 + LANES);
    }
}
