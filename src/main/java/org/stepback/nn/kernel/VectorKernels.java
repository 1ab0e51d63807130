package org.stepback.nn.kernel;

import jdk.incubator.vector.DoubleVector;
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
        if (Panels.pay(m, k, n)) {
            Panels.product(a, k, 1, b, n, 1, bias, c, m, k, n);
        } else {
            Tiles.product(a, k, 1, b, n, bias, c, 0, n, m, k, n);
        }
    }

    @Override
    public void multiplyTransposedLeft(double[] a, double[] b, double[] c, int m, int k, int n) {
        if (Panels.pay(m, k, n)) {
            Panels.product(a, 1, m, b, n, 1, NO_BIAS, c, m, k, n);
        } else {
            Tiles.product(a, 1, m, b, n, NO_BIAS, c, 0, n, m, k, n);
        }
    }

    @Override
    public void multiplyTransposedRight(double[] a, double[] b, double[] c, double[] scratch, int m, int k, int n) {
        if (m * n <= FEW) {
            for (int row = 0; row < m; row++) {
                for (int column = 0; column < n; column++) {
                    c[row * n + column] = dot(a, row * k, b, column * k, k);
                }
            }
        } else if (Panels.pay(m, k, n)) {
            Panels.product(a, k, 1, b, 1, k, NO_BIAS, c, m, k, n);
        } else if (m * (k + n) < n * k) { // Cᵀ = B Aᵀ: transposing A and the product costs less than transposing B
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
    public void gradients(double[] delta, double[] x, double[] dW, double[] db, double[] scratch, int m, int k, int n) {
        if (m * n <= FEW && k % Lanes.COUNT == 0 && VectorSums.FIT) {
            SmallGradients.run(delta, x, dW, db, m, k, n);
        } else {
            Kernels.super.gradients(delta, x, dW, db, scratch, m, k, n);
        }
    }

    @Override
    public int tanh(double[] z, double[] a, int n) {
        return VectorFunctions.tanh(z, a, n);
    }

    @Override
    public int sigmoid(double[] z, double[] a, int n) {
        return VectorFunctions.sigmoid(z, a, n);
    }

    @Override
    public int relu(double[] z, double[] a, int n) {
        return VectorFunctions.relu(z, a, n);
    }

    @Override
    public int reluBackward(double[] da, double[] z, double[] dz, int n) {
        return VectorFunctions.reluBackward(da, z, dz, n);
    }

    @Override
    public int tanhBackward(double[] da, double[] a, double[] dz, int n) {
        return VectorFunctions.tanhBackward(da, a, dz, n);
    }

    @Override
    public int sigmoidBackward(double[] da, double[] a, double[] dz, int n) {
        return VectorFunctions.sigmoidBackward(da, a, dz, n);
    }

    @Override
    public int softmax(double[] z, double[] a, int rows, int columns) {
        int end = rows * columns;
        int whole = VectorFunctions.whole(columns);
        for (int column = 0; column < whole; column += LANES) {
            VectorFunctions.below(z, a, column, end, columns);
        }
        for (int i = VectorFunctions.decay(a, a, whole == 0 ? 0 : end); i < end && whole > 0; i++) {
            a[i] = Exponential.of(-a[i]);
        }
        for (int column = 0; column < whole; column += LANES) {
            VectorFunctions.normalize(a, column, end, columns);
        }
        return whole;
    }

    @Override
    public int adam(
            double[] w, double[] g, double[] m, double[] v, double alpha, double beta1, double beta2, double epsilon) {
        return VectorAdam.update(w, g, m, v, alpha, beta1, beta2, epsilon);
    }

    @Override
    public double sumOfSquares(double[] x, int n) {
        if (n < PlainSums.FEW || !VectorSums.FIT) {
            return PlainSums.squares(x, n);
        }
        return n < PlainSums.MANY ? VectorSums.dot(x, 0, x, 0, n) : VectorSums.manySquares(x, n);
    }

    private static double dot(double[] a, int fromA, double[] b, int fromB, int n) {
        return inVectors(n) ? VectorSums.dot(a, fromA, b, fromB, n) : PlainSums.dot(a, fromA, b, fromB, n);
    }

    @Override
    public double squaredDistance(double[] x, double[] y, int n) {
        return inVectors(n) ? VectorSums.squaredDistance(x, y, n) : PlainSums.squaredDistance(x, y, n);
    }

    @Override
    public void sumRows(double[] matrix, double[] sums, int m, int n) {
        for (int row = 0; row < m; row++) {
            sums[row] = inVectors(n) ? VectorSums.sum(matrix, row * n, n) : PlainSums.sum(matrix, row * n, n);
        }
    }

    @Override
    public double sumOfHinges(double[] z, double[] y, double scale, double shift, int n) {
        return inVectors(n) ? VectorSums.hinges(z, y, scale, shift, n) : PlainSums.hinges(z, y, scale, shift, n);
    }

    @Override
    public double productOfLarger(double[] a, int from, int n) {
        return inVectors(n) ? VectorSums.larger(a, from, n) : PlainSums.larger(a, from, n);
    }

    @Override
    public int agreeing(double[] x, double threshold, double[] y, double otherThreshold, int n) {
        return VectorSums.agreeing(x, threshold, y, otherThreshold, n);
    }

    /// Returns whether the numbers fill a vector at all.
    private static boolean inVectors(int n) {
        return VectorSums.FIT && n >= Lanes.COUNT;
    }

    @Override
    public double maxAbs(double[] x, int n) {
        return VectorSums.maxAbs(x, n);
    }
}
