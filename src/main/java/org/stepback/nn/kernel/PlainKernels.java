package org.stepback.nn.kernel;

import java.util.Arrays;

/// The kernels in plain Java, in loops that the compiler turns into vectors by itself where it can.
final class PlainKernels implements Kernels {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void multiplyAdd(double[] a, double[] b, double[] bias, double[] c, int m, int k, int n) {
        for (int row = 0; row < m; row++) {
            Arrays.fill(c, row * n, (row + 1) * n, bias[row]);
            for (int i = 0; i < k; i++) {
                addMultiple(a[row * k + i], b, i * n, c, row * n, n);
            }
        }
    }

    @Override
    public void multiplyTransposedLeft(double[] a, double[] b, double[] c, int m, int k, int n) {
        Arrays.fill(c, 0, m * n, 0);
        for (int i = 0; i < k; i++) {
            for (int row = 0; row < m; row++) {
                addMultiple(a[i * m + row], b, i * n, c, row * n, n);
            }
        }
    }

    @Override
    public void multiplyTransposedRight(double[] a, double[] b, double[] c, double[] scratch, int m, int k, int n) {
        if (m * n <= FEW) {
            for (int i = 0; i < m * n; i++) {
                c[i] = PlainSums.dot(a, i / n * k, b, i % n * k, k);
            }
            return;
        }
        Lanes.transpose(b, 0, k, scratch, 0, n, n, k);
        Arrays.fill(c, 0, m * n, 0);
        for (int row = 0; row < m; row++) {
            for (int i = 0; i < k; i++) {
                addMultiple(a[row * k + i], scratch, i * n, c, row * n, n);
            }
        }
    }

    /// `c += factor · b` for n numbers of a row each.
    private static void addMultiple(double factor, double[] b, int fromB, double[] c, int fromC, int n) {
        for (int i = 0; i < n; i++) {
            c[fromC + i] = Math.fma(factor, b[fromB + i], c[fromC + i]);
        }
    }

    @Override
    public double sumOfSquares(double[] x, int n) {
        return PlainSums.squares(x, n);
    }

    @Override
    public double squaredDistance(double[] x, double[] y, int n) {
        return PlainSums.squaredDistance(x, y, n);
    }

    @Override
    public void sumRows(double[] matrix, double[] sums, int m, int n) {
        for (int row = 0; row < m; row++) {
            sums[row] = PlainSums.sum(matrix, row * n, n);
        }
    }

    @Override
    public double sumOfHinges(double[] z, double[] y, double scale, double shift, int n) {
        return PlainSums.hinges(z, y, scale, shift, n);
    }

    @Override
    public double productOfLarger(double[] a, int from, int n) {
        return PlainSums.larger(a, from, n);
    }

    @Override
    public int agreeing(double[] x, double threshold, double[] y, double otherThreshold, int n) {
        return PlainSums.agreeing(x, threshold, y, otherThreshold, 0, n);
    }

    @Override
    public double maxAbs(double[] x, int n) {
        double max = 0;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, Math.abs(x[i]));
        }
        return max;
    }
}
