package org.stepback.nn.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels in the Vector API, in the widest vectors that the processor has.
final class VectorKernels implements Kernels {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final double[] NO_BIAS = new double[0];

    @Override
    public String name() {
        return "vectors of " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public void multiplyAdd(double[] a, double[] b, double[] bias, double[] c, int m, int k, int n) {
        Tiles.product(a, k, 1, b, n, bias, c, 0, n, m, k, n);
    }

    @Override
    public void multiplyTransposedLeft(double[] a, double[] b, double[] c, int m, int k, int n) {
        Tiles.product(a, 1, m, b, n, NO_BIAS, c, 0, n, m, k, n);
    }

    @Override
    public void multiplyTransposedRight(double[] a, double[] b, double[] c, double[] scratch, int m, int k, int n) {
        if (m * n <= FEW) {
            for (int row = 0; row < m; row++) {
                for (int column = 0; column < n; column++) {
                    c[row * n + column] = dot(a, row * k, b, column * k, k);
                }
            }
        } else if (m < n) { // Cᵀ = B Aᵀ: transposing the smaller matrix and the product costs less
            int width = Lanes.padded(m);
            int product = k * width;
            Lanes.transpose(a, 0, k, scratch, 0, width, m, k);
            Tiles.product(b, k, 1, scratch, width, NO_BIAS, scratch, product, width, n, k, width);
            Lanes.transpose(scratch, product, width, c, 0, n, n, m);
        } else {
            int width = Lanes.padded(n);
            int product = k * width;
            Lanes.transpose(b, 0, k, scratch, 0, width, n, k);
            Tiles.product(a, k, 1, scratch, width, NO_BIAS, scratch, product, width, m, k, width);
            Lanes.copy(scratch, product, width, c, n, m);
        }
    }

    @Override
    public void exp(double[] x, double[] y, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            VectorFunctions.exp(load(x, i)).intoArray(y, i);
        }
        for (; i < n; i++) {
            y[i] = Exponential.of(x[i]);
        }
    }

    @Override
    public void tanh(double[] z, double[] a, int n) {
        decay(-2, z, a, n);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            VectorFunctions.tanh(load(z, i), load(a, i)).intoArray(a, i);
        }
        for (; i < n; i++) {
            a[i] = Curves.tanh(z[i]);
        }
    }

    @Override
    public void sigmoid(double[] z, double[] a, int n) {
        decay(-1, z, a, n);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            VectorFunctions.sigmoid(load(z, i), load(a, i)).intoArray(a, i);
        }
        for (; i < n; i++) {
            a[i] = Curves.sigmoid(z[i]);
        }
    }

    /// `y = e^(factor |x|)` in whole vectors, for a negative factor.
    private static void decay(double factor, double[] x, double[] y, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            VectorFunctions.expOfNegative(load(x, i).abs().mul(factor)).intoArray(y, i);
        }
    }

    @Override
    public void gate(double[] da, double[] z, double[] dz, int n) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            var open = load(z, i).compare(VectorOperators.GT, 0);
            DoubleVector.zero(SPECIES).blend(load(da, i), open).intoArray(dz, i);
        }
        for (; i < n; i++) {
            dz[i] = z[i] > 0 ? da[i] : 0;
        }
    }

    @Override
    public void softmax(double[] z, double[] a, int rows, int columns) {
        int end = rows * columns;
        int column = 0;
        for (; column + LANES <= columns; column += LANES) {
            softmaxColumns(z, a, column, end, columns);
        }
        for (; column < columns; column++) {
            PlainKernels.softmaxColumn(z, a, column, end, columns);
        }
    }

    /// As [PlainKernels#softmaxColumn], for as many neighbouring columns as a vector has lanes.
    private static void softmaxColumns(double[] z, double[] a, int first, int end, int columns) {
        DoubleVector max = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        for (int i = first; i < end; i += columns) {
            max = max.max(load(z, i));
        }
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = first; i < end; i += columns) {
            DoubleVector e = VectorFunctions.expOfNegative(load(z, i).sub(max));
            e.intoArray(a, i);
            sum = sum.add(e);
        }
        for (int i = first; i < end; i += columns) {
            load(a, i).div(sum).intoArray(a, i);
        }
    }

    @Override
    public double sumOfSquares(double[] x, int n) {
        return dot(x, 0, x, 0, n);
    }

    private static double dot(double[] a, int fromA, double[] b, int fromB, int n) {
        return VectorSums.FIT ? VectorSums.dot(a, fromA, b, fromB, n) : PlainSums.dot(a, fromA, b, fromB, n);
    }

    @Override
    public double squaredDistance(double[] x, double[] y, int n) {
        return VectorSums.FIT ? VectorSums.squaredDistance(x, y, n) : PlainSums.squaredDistance(x, y, n);
    }

    @Override
    public void sumRows(double[] matrix, double[] sums, int m, int n) {
        for (int row = 0; row < m; row++) {
            sums[row] = VectorSums.FIT ? VectorSums.sum(matrix, row * n, n) : PlainSums.sum(matrix, row * n, n);
        }
    }

    @Override
    public double maxAbs(double[] x, int n) {
        return VectorSums.maxAbs(x, n);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }
}
