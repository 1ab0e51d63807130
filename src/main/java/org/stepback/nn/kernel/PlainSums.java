package org.stepback.nn.kernel;

/// Sums in eight fixed lanes, in plain Java: number i goes to lane i mod 8, then the lanes are added in one order.
///
/// With the lanes written out, so that each is a register.
final class PlainSums {
    /// Below it squares are summed in two chains, one after another: numbers that were just written one by one are
    /// slow to come together in a vector.
    static final int FEW = 16;

    /// The count of numbers from which their squares are summed in four quarters.
    static final int MANY = 256;

    private PlainSums() {}

    static double sum(double[] x, int from, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int rest = n % Lanes.COUNT;
        int end = from + n - rest;
        for (int i = from; i < end; i += Lanes.COUNT) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        return finish(x, end, rest, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    /// Adds the last numbers, fewer than eight, to their lanes, and then all lanes.
    static double finish(
            double[] x,
            int i,
            int rest,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        double t0 = rest > 0 ? s0 + x[i] : s0;
        double t1 = rest > 1 ? s1 + x[i + 1] : s1;
        double t2 = rest > 2 ? s2 + x[i + 2] : s2;
        double t3 = rest > 3 ? s3 + x[i + 3] : s3;
        double t4 = rest > 4 ? s4 + x[i + 4] : s4;
        double t5 = rest > 5 ? s5 + x[i + 5] : s5;
        double t6 = rest > 6 ? s6 + x[i + 6] : s6;
        return all(t0, t1, t2, t3, t4, t5, t6, s7);
    }

    /// `Σ a b` of n numbers each.
    static double dot(double[] a, int fromA, double[] b, int fromB, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int rest = n % Lanes.COUNT;
        int end = fromA + n - rest;
        int j = fromB;
        for (int i = fromA; i < end; i += Lanes.COUNT, j += Lanes.COUNT) {
            s0 = Math.fma(a[i], b[j], s0);
            s1 = Math.fma(a[i + 1], b[j + 1], s1);
            s2 = Math.fma(a[i + 2], b[j + 2], s2);
            s3 = Math.fma(a[i + 3], b[j + 3], s3);
            s4 = Math.fma(a[i + 4], b[j + 4], s4);
            s5 = Math.fma(a[i + 5], b[j + 5], s5);
            s6 = Math.fma(a[i + 6], b[j + 6], s6);
            s7 = Math.fma(a[i + 7], b[j + 7], s7);
        }
        return finishDot(a, end, b, j, rest, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    /// As [#finish], of products.
    static double finishDot(
            double[] a,
            int i,
            double[] b,
            int j,
            int rest,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        double t0 = rest > 0 ? Math.fma(a[i], b[j], s0) : s0;
        double t1 = rest > 1 ? Math.fma(a[i + 1], b[j + 1], s1) : s1;
        double t2 = rest > 2 ? Math.fma(a[i + 2], b[j + 2], s2) : s2;
        double t3 = rest > 3 ? Math.fma(a[i + 3], b[j + 3], s3) : s3;
        double t4 = rest > 4 ? Math.fma(a[i + 4], b[j + 4], s4) : s4;
        double t5 = rest > 5 ? Math.fma(a[i + 5], b[j + 5], s5) : s5;
        double t6 = rest > 6 ? Math.fma(a[i + 6], b[j + 6], s6) : s6;
        return all(t0, t1, t2, t3, t4, t5, t6, s7);
    }

    /// `Σ x²`.
    static double squares(double[] x, int n) {
        if (n < FEW) {
            return fewSquares(x, n);
        }
        return n < MANY ? dot(x, 0, x, 0, n) : manySquares(x, n);
    }

    private static double fewSquares(double[] x, int n) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            even = Math.fma(x[i], x[i], even);
            odd = Math.fma(x[i + 1], x[i + 1], odd);
        }
        return i < n ? Math.fma(x[i], x[i], even) + odd : even + odd;
    }

    /// `Σ x²` of many numbers: four quarters of whole eights, which do not wait for each other, and what is left.
    private static double manySquares(double[] x, int n) {
        int quarter = quarter(n);
        double first = dot(x, 0, x, 0, quarter);
        double second = dot(x, quarter, x, quarter, quarter);
        double third = dot(x, 2 * quarter, x, 2 * quarter, quarter);
        double fourth = dot(x, 3 * quarter, x, 3 * quarter, quarter);
        return (first + second) + (third + fourth) + restOfSquares(x, n);
    }

    static int quarter(int n) {
        return n / (4 * Lanes.COUNT) * Lanes.COUNT;
    }

    static double restOfSquares(double[] x, int n) {
        int from = 4 * quarter(n);
        return dot(x, from, x, from, n - from);
    }

    /// `Σ (x − y)²`.
    static double squaredDistance(double[] x, double[] y, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int rest = n % Lanes.COUNT;
        int end = n - rest;
        for (int i = 0; i < end; i += Lanes.COUNT) {
            s0 = addSquare(x[i] - y[i], s0);
            s1 = addSquare(x[i + 1] - y[i + 1], s1);
            s2 = addSquare(x[i + 2] - y[i + 2], s2);
            s3 = addSquare(x[i + 3] - y[i + 3], s3);
            s4 = addSquare(x[i + 4] - y[i + 4], s4);
            s5 = addSquare(x[i + 5] - y[i + 5], s5);
            s6 = addSquare(x[i + 6] - y[i + 6], s6);
            s7 = addSquare(x[i + 7] - y[i + 7], s7);
        }
        return finishDistance(x, y, end, rest, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    /// As [#finish], of squared differences.
    static double finishDistance(
            double[] x,
            double[] y,
            int i,
            int rest,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        double t0 = rest > 0 ? addSquare(x[i] - y[i], s0) : s0;
        double t1 = rest > 1 ? addSquare(x[i + 1] - y[i + 1], s1) : s1;
        double t2 = rest > 2 ? addSquare(x[i + 2] - y[i + 2], s2) : s2;
        double t3 = rest > 3 ? addSquare(x[i + 3] - y[i + 3], s3) : s3;
        double t4 = rest > 4 ? addSquare(x[i + 4] - y[i + 4], s4) : s4;
        double t5 = rest > 5 ? addSquare(x[i + 5] - y[i + 5], s5) : s5;
        double t6 = rest > 6 ? addSquare(x[i + 6] - y[i + 6], s6) : s6;
        return all(t0, t1, t2, t3, t4, t5, t6, s7);
    }

    private static double addSquare(double x, double sum) {
        return Math.fma(x, x, sum);
    }

    /// `Σ max(z, 0) − z t` with `t = scale y + shift`; what is left beyond the last eight is added after the lanes.
    static double hinges(double[] z, double[] y, double scale, double shift, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int end = n - n % Lanes.COUNT;
        for (int i = 0; i < end; i += Lanes.COUNT) {
            s0 += hinge(z[i], y[i], scale, shift);
            s1 += hinge(z[i + 1], y[i + 1], scale, shift);
            s2 += hinge(z[i + 2], y[i + 2], scale, shift);
            s3 += hinge(z[i + 3], y[i + 3], scale, shift);
            s4 += hinge(z[i + 4], y[i + 4], scale, shift);
            s5 += hinge(z[i + 5], y[i + 5], scale, shift);
            s6 += hinge(z[i + 6], y[i + 6], scale, shift);
            s7 += hinge(z[i + 7], y[i + 7], scale, shift);
        }
        return all(s0, s1, s2, s3, s4, s5, s6, s7) + restOfHinges(z, y, scale, shift, end, n);
    }

    static double restOfHinges(double[] z, double[] y, double scale, double shift, int from, int n) {
        double sum = 0;
        for (int i = from; i < n; i++) {
            sum += hinge(z[i], y[i], scale, shift);
        }
        return sum;
    }

    private static double hinge(double z, double y, double scale, double shift) {
        return Math.fma(-z, Math.fma(y, scale, shift), Math.max(z, 0));
    }

    /// `Π max(a, 1 − a)`; what is left beyond the last eight is multiplied after the lanes.
    static double larger(double[] a, int from, int n) {
        double p0 = 1, p1 = 1, p2 = 1, p3 = 1, p4 = 1, p5 = 1, p6 = 1, p7 = 1;
        int end = from + n - n % Lanes.COUNT;
        for (int i = from; i < end; i += Lanes.COUNT) {
            p0 *= Math.max(a[i], 1 - a[i]);
            p1 *= Math.max(a[i + 1], 1 - a[i + 1]);
            p2 *= Math.max(a[i + 2], 1 - a[i + 2]);
            p3 *= Math.max(a[i + 3], 1 - a[i + 3]);
            p4 *= Math.max(a[i + 4], 1 - a[i + 4]);
            p5 *= Math.max(a[i + 5], 1 - a[i + 5]);
            p6 *= Math.max(a[i + 6], 1 - a[i + 6]);
            p7 *= Math.max(a[i + 7], 1 - a[i + 7]);
        }
        double whole = ((p0 * p4) * (p2 * p6)) * ((p1 * p5) * (p3 * p7));
        return whole * restOfLarger(a, end, from + n);
    }

    static double restOfLarger(double[] a, int from, int to) {
        double product = 1;
        for (int i = from; i < to; i++) {
            product *= Math.max(a[i], 1 - a[i]);
        }
        return product;
    }

    /// Returns how many numbers are above their thresholds in both arrays or in none.
    static int agreeing(double[] x, double threshold, double[] y, double otherThreshold, int from, int n) {
        int agreeing = 0;
        for (int i = from; i < n; i++) {
            agreeing += x[i] > threshold == y[i] > otherThreshold ? 1 : 0;
        }
        return agreeing;
    }

    /// Halves, then quarters, then eighths.
    private static double all(double s0, double s1, double s2, double s3, double s4, double s5, double s6, double s7) {
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }
}
