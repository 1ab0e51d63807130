package org.stepback.nn.kernel;

import java.util.Arrays;

/// The kernels in plain Java, in loops that the compiler turns into vectors by itself.
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
    public void exp(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Exponential.of(x[i]);
        }
    }

    @Override
    public double sumOfSquares(double[] x, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i + Lanes.COUNT <= n; i += Lanes.COUNT) {
            s0 = Math.fma(x[i], x[i], s0);
            s1 = Math.fma(x[i + 1], x[i + 1], s1);
            s2 = Math.fma(x[i + 2], x[i + 2], s2);
            s3 = Math.fma(x[i + 3], x[i + 3], s3);
            s4 = Math.fma(x[i + 4], x[i + 4], s4);
            s5 = Math.fma(x[i + 5], x[i + 5], s5);
            s6 = Math.fma(x[i + 6], x[i + 6], s6);
            s7 = Math.fma(x[i + 7], x[i + 7], s7);
        }
        return Lanes.finishSquares(x, i, n, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public void sumRows(double[] matrix, double[] sums, int m, int n) {
        for (int row = 0; row < m; row++) {
            sums[row] = sum(matrix, row * n, (row + 1) * n);
        }
    }

    static double sum(double[] x, int from, int end) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = from;
        for (; i + Lanes.COUNT <= end; i += Lanes.COUNT) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        return Lanes.finish(x, i, end, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public double maxAbs(double[] x, int n) {
        return maxAbs(x, 0, n, 0);
    }

    static double maxAbs(double[] x, int from, int end, double max) {
        for (int i = from; i < end; i++) {
            max = Math.max(max, Math.abs(x[i]));
        }
        return max;
    }
}
