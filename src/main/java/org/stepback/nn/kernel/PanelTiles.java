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

    /// Adds the product of a panel of A, from this row on, and a panel of B to a tile of C, or begins C with it.
    ///
    /// @param blocks how many times eight columns the tile has
    static void add(int blocks, Panels panels, int row, double[] c, int at, int widthC) {
        int fromA = row * panels.depth;
        if (LANES < EIGHT) {
            fourByTwo(panels, fromA, row, c, at, widthC);
            fourByTwo(panels, fromA + 4, row + 4, c, at + 4 * widthC, widthC);
        } else if (blocks == 2) {
            eightByTwo(panels, fromA, row, c, at, widthC);
        } else {
            eightByOne(panels, fromA, row, c, at, widthC);
        }
    }

    /// 8 rows by 2 vectors.
    private static void eightByTwo(Panels panels, int fromA, int row, double[] c, int at, int widthC) {
        double[] a = panels.panelsOfA, b = panels.panelOfB, starts = panels.starts;
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
    private static void eightByOne(Panels panels, int fromA, int row, double[] c, int at, int widthC) {
        double[] a = panels.panelsOfA, b = panels.panelOfB, starts = panels.starts;
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
        c00.intoArray(c, at);
        c10.intoArray(c, at + widthC);
        c20.intoArray(c, at + 2 * widthC);
        c30.intoArray(c, at + 3 * widthC);
        c40.intoArray(c, at + 4 * widthC);
        c50.intoArray(c, at + 5 * widthC);
        c60.intoArray(c, at + 6 * widthC);
        c70.intoArray(c, at + 7 * widthC);
    }

    /// 4 rows by 2 vectors.
    private static void fourByTwo(Panels panels, int fromA, int row, double[] c, int at, int widthC) {
        double[] a = panels.panelsOfA, b = panels.panelOfB, starts = panels.starts;
        DoubleVector c00, c01, c10, c11, c20, c21, c30, c31;
        if (panels.first) {
            c00 = c01 = broadcast(SPECIES, starts[row]);
            c10 = c11 = broadcast(SPECIES, starts[row + 1]);
            c20 = c21 = broadcast(SPECIES, starts[row + 2]);
            c30 = c31 = broadcast(SPECIES, starts[row + 3]);
        } else {
            c00 = fromArray(SPECIES, c, at);
            c01 = fromArray(SPECIES, c, at + LANES);
            c10 = fromArray(SPECIES, c, at + widthC);
            c11 = fromArray(SPECIES, c, at + widthC + LANES);
            c20 = fromArray(SPECIES, c, at + 2 * widthC);
            c21 = fromArray(SPECIES, c, at + 2 * widthC + LANES);
            c30 = fromArray(SPECIES, c, at + 3 * widthC);
            c31 = fromArray(SPECIES, c, at + 3 * widthC + LANES);
        }
        for (int i = 0, depth = panels.depth; i < depth; i++) {
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
        c00.intoArray(c, at);
        c01.intoArray(c, at + LANES);
        c10.intoArray(c, at + widthC);
        c11.intoArray(c, at + widthC + LANES);
        c20.intoArray(c, at + 2 * widthC);
        c21.intoArray(c, at + 2 * widthC + LANES);
        c30.intoArray(c, at + 3 * widthC);
        c31.intoArray(c, at + 3 * widthC + LANES);
    }
}
