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
    public void exp(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Exponential.of(x[i]);
        }
    }

    @Override
    public void tanh(double[] z, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Curves.tanh(z[i]);
        }
    }

    @Override
    public void sigmoid(double[] z, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Curves.sigmoid(z[i]);
        }
    }

    @Override
    public void relu(double[] z, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(0, z[i]);
        }
    }

    @Override
    public void reluBackward(double[] da, double[] z, double[] dz, int n) {
        for (int i = 0; i < n; i++) {
            dz[i] = z[i] > 0 ? da[i] : 0;
        }
    }

    @Override
    public void pullTanh(double[] da, double[] a, double[] dz, int n) {
        for (int i = 0; i < n; i++) {
            dz[i] = da[i] * Curves.tanhSlope(a[i]);
        }
    }

    @Override
    public void pullSigmoid(double[] da, double[] a, double[] dz, int n) {
        for (int i = 0; i < n; i++) {
            dz[i] = da[i] * Curves.sigmoidSlope(a[i]);
        }
    }

    @Override
    public void softmax(double[] z, double[] a, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            softmaxColumn(z, a, column, rows * columns, columns);
        }
    }

    /// Softmax of the numbers that stand `columns` apart, from the first to before the end.
    static void softmaxColumn(double[] z, double[] a, int first, int end, int columns) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end; i += columns) {
            max = Math.max(max, z[i]);
        }
        double sum = 0;
        for (int i = first; i < end; i += columns) {
            a[i] = Exponential.of(z[i] - max); // e^(z − max) is the same quotient and never overflows
            sum += a[i];
        }
        for (int i = first; i < end; i += columns) {
            a[i] /= sum;
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
    public void adam(
            double[] w, double[] g, double[] m, double[] v, double alpha, double beta1, double beta2, double epsilon) {
        adam(w, g, m, v, alpha, beta1, beta2, epsilon, 0);
    }

    /// From one number on.
    static void adam(
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            double alpha,
            double beta1,
            double beta2,
            double epsilon,
            int from) {
        for (int i = from; i < w.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] = w[i] - alpha * m[i] / (Math.sqrt(v[i]) + epsilon);
        }
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
