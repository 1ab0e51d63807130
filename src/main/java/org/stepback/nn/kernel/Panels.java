package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.VectorSpecies;

/// Large matrix products, panel by panel, so that the numbers at hand stay in the processor's caches and registers.
///
/// A panel of A is eight rows, a panel of B up to 16 columns, both up to 128 deep, copied so that what a step of k
/// reads lies in one piece, whether the matrix was transposed or not. For each pair of them a tile of C is computed in
/// registers ([PanelTiles]). In 512 bits, rows of A that are not transposed are read where they lie ([RowTiles]).
/// Deeper panels add to what C has already, so that each element stays one chain in the order of k. The scheme is that
/// of Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008.
final class Panels {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    /// Rows in a panel of A, and columns in each block of a panel of B.
    static final int EIGHT = 8;

    private static final int DEPTH = 128;
    /// The processors of 512 bits have 32 registers, the others 16.
    private static final int MOST_BLOCKS = LANES == EIGHT ? 2 : 1;

    private static final ThreadLocal<Panels> OF_THREAD = ThreadLocal.withInitial(Panels::new);

    final double[] panelOfB = new double[DEPTH * EIGHT * MOST_BLOCKS];
    private final double[] edge = new double[EIGHT * EIGHT * MOST_BLOCKS];
    double[] panelsOfA = {};

    /// The numbers that the sums of each row of C start from.
    double[] starts = {};

    /// The depth of the panels at hand.
    int depth;

    /// True for the first panels of a product: its sums start from `starts`, later ones from C.
    boolean first;

    private Panels() {}

    /// Returns whether copying pays for a product of this shape.
    static boolean pay(int m, int k, int n) {
        return m >= EIGHT && k >= EIGHT && n >= EIGHT && VectorSums.FIT;
    }

    /// `C = A B + b`, where `A[row][i]` is `a[row · rowA + i · stepA]` and `B[i][column]` is
    /// `b[i · rowB + column · stepB]`; of each pair one is 1.
    ///
    /// @param bias one number for each row of C, or none at all
    static void product(
            double[] a,
            int rowA,
            int stepA,
            double[] b,
            int rowB,
            int stepB,
            double[] bias,
            double[] c,
            int m,
            int k,
            int n) {
        Panels panels = OF_THREAD.get();
        panels.reserve(m);
        System.arraycopy(bias, 0, panels.starts, 0, bias.length);
        Arrays.fill(panels.starts, bias.length, Lanes.padded(m), 0);
        int inPlace = LANES == EIGHT && stepA == 1 && n % EIGHT == 0 ? m - m % EIGHT : 0;
        for (int i = 0; i < k; i += DEPTH) {
            int depth = Math.min(DEPTH, k - i);
            panels.depth = depth;
            panels.first = i == 0;
            for (int row = inPlace; row < m; row += EIGHT) {
                int from = row * rowA + i * stepA;
                pack(a, from, rowA, stepA, Math.min(EIGHT, m - row), depth, panels.panelsOfA, row * depth, EIGHT);
            }
            panels.columns(a, i, rowA, inPlace, b, i * rowB, rowB, stepB, c, m, n);
        }
    }

    private void reserve(int m) {
        int rows = Lanes.padded(m);
        if (starts.length < rows) {
            starts = new double[rows];
            panelsOfA = new double[rows * DEPTH];
        }
    }

    /// All columns of C, from these rows of B.
    ///
    /// @param inPlace how many rows of A are read where they lie
    private void columns(
            double[] a,
            int fromA,
            int rowA,
            int inPlace,
            double[] b,
            int fromB,
            int rowB,
            int stepB,
            double[] c,
            int m,
            int n) {
        for (int column = 0; column < n; ) {
            int blocks = Math.min(MOST_BLOCKS, Lanes.padded(n - column) / EIGHT);
            int width = blocks * EIGHT;
            packColumns(b, fromB + column * stepB, rowB, stepB, Math.min(width, n - column), width);
            for (int row = 0; row < m; row += EIGHT) {
                if (row < inPlace) {
                    int at = fromA + row * rowA;
                    RowTiles.add(blocks, this, a, at, rowA, row, c, row * n + column, n);
                } else if (row + EIGHT <= m && column + width <= n) {
                    PanelTiles.add(blocks, this, row, c, row * n + column, n);
                } else {
                    atEdge(blocks, row, c, column, m, n);
                }
            }
            column += width;
        }
    }

    private void packColumns(double[] b, int from, int rowB, int stepB, int columns, int width) {
        if (stepB == 1 && columns == 2 * LANES) {
            copyPairs(b, from, rowB, depth, panelOfB);
            return;
        }
        for (int block = 0; block < width; block += EIGHT) {
            int lanes = Math.clamp(columns - block, 0, EIGHT);
            pack(b, from + block * stepB, stepB, rowB, lanes, depth, panelOfB, block, width);
        }
    }

    /// Two vectors of each row.
    private static void copyPairs(double[] source, int from, int along, int depth, double[] target) {
        for (int i = 0, at = from; i < depth; i++, at += along) {
            fromArray(SPECIES, source, at).intoArray(target, i * 2 * LANES);
            fromArray(SPECIES, source, at + LANES).intoArray(target, i * 2 * LANES + LANES);
        }
    }

    /// Computes a tile that sticks out of C, apart from C.
    private void atEdge(int blocks, int row, double[] c, int column, int m, int n) {
        int width = blocks * EIGHT;
        int columns = Math.min(width, n - column);
        int rows = Math.min(EIGHT, m - row);
        for (int r = 0; r < rows && !first; r++) {
            System.arraycopy(c, (row + r) * n + column, edge, r * width, columns);
        }
        PanelTiles.add(blocks, this, row, edge, 0, width);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(edge, r * width, c, (row + r) * n + column, columns);
        }
    }

    /// Writes for each i below depth eight numbers side by side, `gap` from one i to the next:
    /// `source[from + lane · across + i · along]`, or 0 beyond the last lane.
    private static void pack(
            double[] source, int from, int across, int along, int lanes, int depth, double[] target, int to, int gap) {
        if (lanes < EIGHT) {
            packFew(source, from, across, along, lanes, depth, target, to, gap);
        } else if (across == 1) {
            copyEight(source, from, along, depth, target, to, gap);
        } else {
            Lanes.transposeEight(source, from, across, target, to, gap, depth);
        }
    }

    private static void copyEight(double[] source, int from, int along, int depth, double[] target, int to, int gap) {
        for (int i = 0, at = from, write = to; i < depth; i++, at += along, write += gap) {
            fromArray(SPECIES, source, at).intoArray(target, write);
            if (LANES < EIGHT) {
                fromArray(SPECIES, source, at + LANES).intoArray(target, write + LANES);
            }
        }
    }

    private static void packFew(
            double[] source, int from, int across, int along, int lanes, int depth, double[] target, int to, int gap) {
        for (int i = 0; i < depth; i++) {
            int write = to + i * gap;
            for (int lane = 0; lane < lanes; lane++) {
                target[write + lane] = source[from + lane * across + i * along];
            }
            Arrays.fill(target, write + lanes, write + EIGHT, 0);
        }
    }
}
