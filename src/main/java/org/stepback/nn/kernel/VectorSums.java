package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The sums of [PlainSums] in vectors: the eight lanes are those of one vector of 512 bits, or of two of 256.
/// The numbers beyond the last eight are added in plain Java. Else the lanes are added as there: halves,
/// quarters, eighths. That is written out in each sum, since a method that took vectors would need objects wherever
/// it is not inlined.
final class VectorSums {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final boolean TWO = LANES == 4;

    /// True where the eight lanes fit; other widths take the plain sums.
    static final boolean FIT = TWO || LANES == 8;

    /// To each lane the one that is so many further on.
    static final VectorShuffle<Double> BY_4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    static final VectorShuffle<Double> BY_2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    static final VectorShuffle<Double> BY_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    private VectorSums() {}

    static double sum(double[] x, int from, int n) {
        DoubleVector s = DoubleVector.zero(SPECIES), t = s;
        int end = from + n;
        int i = from;
        for (; i + 8 <= end; i += 8) {
            s = s.add(fromArray(SPECIES, x, i));
            t = TWO ? t.add(fromArray(SPECIES, x, i + 4)) : t;
        }
        if (i < end) {
            return PlainSums.finish(
                    x,
                    i,
                    end - i,
                    s.lane(0),
                    s.lane(1),
                    s.lane(2),
                    s.lane(3),
                    TWO ? t.lane(0) : s.lane(4),
                    TWO ? t.lane(1) : s.lane(5),
                    TWO ? t.lane(2) : s.lane(6),
                    TWO ? t.lane(3) : s.lane(7));
        }
        DoubleVector quarters = TWO ? s.add(t) : s.add(s.rearrange(BY_4));
        DoubleVector eighths = quarters.add(quarters.rearrange(BY_2));
        return eighths.add(eighths.rearrange(BY_1)).lane(0);
    }

    /// `Σ a b` of n numbers each.
    static double dot(double[] a, int fromA, double[] b, int fromB, int n) {
        DoubleVector s = DoubleVector.zero(SPECIES), t = s;
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            s = fromArray(SPECIES, a, fromA + i).fma(fromArray(SPECIES, b, fromB + i), s);
            t = TWO ? fromArray(SPECIES, a, fromA + i + 4).fma(fromArray(SPECIES, b, fromB + i + 4), t) : t;
        }
        if (i < n) {
            return PlainSums.finishDot(
                    a,
                    fromA + i,
                    b,
                    fromB + i,
                    n - i,
                    s.lane(0),
                    s.lane(1),
                    s.lane(2),
                    s.lane(3),
                    TWO ? t.lane(0) : s.lane(4),
                    TWO ? t.lane(1) : s.lane(5),
                    TWO ? t.lane(2) : s.lane(6),
                    TWO ? t.lane(3) : s.lane(7));
        }
        DoubleVector quarters = TWO ? s.add(t) : s.add(s.rearrange(BY_4));
        DoubleVector eighths = quarters.add(quarters.rearrange(BY_2));
        return eighths.add(eighths.rearrange(BY_1)).lane(0);
    }

    /// `Σ x²` of many numbers.
    static double manySquares(double[] x, int n) {
        int quarter = PlainSums.quarter(n);
        DoubleVector s = DoubleVector.zero(SPECIES), s1 = s;
        DoubleVector t = s, t1 = s;
        DoubleVector u = s, u1 = s;
        DoubleVector v = s, v1 = s;
        for (int i = 0; i < quarter; i += 8) {
            DoubleVector a = fromArray(SPECIES, x, i);
            DoubleVector b = fromArray(SPECIES, x, quarter + i);
            DoubleVector c = fromArray(SPECIES, x, 2 * quarter + i);
            DoubleVector d = fromArray(SPECIES, x, 3 * quarter + i);
            s = a.fma(a, s);
            t = b.fma(b, t);
            u = c.fma(c, u);
            v = d.fma(d, v);
            if (TWO) {
                DoubleVector a1 = fromArray(SPECIES, x, i + 4);
                DoubleVector b1 = fromArray(SPECIES, x, quarter + i + 4);
                DoubleVector c1 = fromArray(SPECIES, x, 2 * quarter + i + 4);
                DoubleVector d1 = fromArray(SPECIES, x, 3 * quarter + i + 4);
                s1 = a1.fma(a1, s1);
                t1 = b1.fma(b1, t1);
                u1 = c1.fma(c1, u1);
                v1 = d1.fma(d1, v1);
            }
        }
        DoubleVector s4 = TWO ? s.add(s1) : s.add(s.rearrange(BY_4));
        DoubleVector t4 = TWO ? t.add(t1) : t.add(t.rearrange(BY_4));
        DoubleVector u4 = TWO ? u.add(u1) : u.add(u.rearrange(BY_4));
        DoubleVector v4 = TWO ? v.add(v1) : v.add(v.rearrange(BY_4));
        DoubleVector s2 = s4.add(s4.rearrange(BY_2));
        DoubleVector t2 = t4.add(t4.rearrange(BY_2));
        DoubleVector u2 = u4.add(u4.rearrange(BY_2));
        DoubleVector v2 = v4.add(v4.rearrange(BY_2));
        DoubleVector first = s2.add(s2.rearrange(BY_1)).add(t2.add(t2.rearrange(BY_1)));
        DoubleVector last = u2.add(u2.rearrange(BY_1)).add(v2.add(v2.rearrange(BY_1)));
        return first.add(last).lane(0) + PlainSums.restOfSquares(x, n);
    }

    /// `Σ (x − y)²`.
    static double squaredDistance(double[] x, double[] y, int n) {
        DoubleVector s = DoubleVector.zero(SPECIES), t = s;
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            DoubleVector d = fromArray(SPECIES, x, i).sub(fromArray(SPECIES, y, i));
            s = d.fma(d, s);
            if (TWO) {
                DoubleVector e = fromArray(SPECIES, x, i + 4).sub(fromArray(SPECIES, y, i + 4));
                t = e.fma(e, t);
            }
        }
        if (i < n) {
            return PlainSums.finishDistance(
                    x,
                    y,
                    i,
                    n - i,
                    s.lane(0),
                    s.lane(1),
                    s.lane(2),
                    s.lane(3),
                    TWO ? t.lane(0) : s.lane(4),
                    TWO ? t.lane(1) : s.lane(5),
                    TWO ? t.lane(2) : s.lane(6),
                    TWO ? t.lane(3) : s.lane(7));
        }
        DoubleVector quarters = TWO ? s.add(t) : s.add(s.rearrange(BY_4));
        DoubleVector eighths = quarters.add(quarters.rearrange(BY_2));
        return eighths.add(eighths.rearrange(BY_1)).lane(0);
    }

    /// `Σ max(z, 0) − z t` with `t = scale y + shift`.
    static double hinges(double[] z, double[] y, double scale, double shift, int n) {
        DoubleVector s = DoubleVector.zero(SPECIES), t = s;
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            DoubleVector v = fromArray(SPECIES, z, i);
            DoubleVector target = fromArray(SPECIES, y, i).fma(broadcast(scale), broadcast(shift));
            s = s.add(v.neg().fma(target, v.max(0)));
            if (TWO) {
                DoubleVector w = fromArray(SPECIES, z, i + 4);
                DoubleVector other = fromArray(SPECIES, y, i + 4).fma(broadcast(scale), broadcast(shift));
                t = t.add(w.neg().fma(other, w.max(0)));
            }
        }
        DoubleVector quarters = TWO ? s.add(t) : s.add(s.rearrange(BY_4));
        DoubleVector eighths = quarters.add(quarters.rearrange(BY_2));
        double whole = eighths.add(eighths.rearrange(BY_1)).lane(0);
        return whole + PlainSums.restOfHinges(z, y, scale, shift, i, n);
    }

    private static DoubleVector broadcast(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    /// `Π max(a, 1 − a)`.
    static double larger(double[] a, int from, int n) {
        DoubleVector one = broadcast(1), p = one, q = one;
        int end = from + n;
        int i = from;
        for (; i + 8 <= end; i += 8) {
            DoubleVector v = fromArray(SPECIES, a, i);
            p = p.mul(v.max(one.sub(v)));
            if (TWO) {
                DoubleVector w = fromArray(SPECIES, a, i + 4);
                q = q.mul(w.max(one.sub(w)));
            }
        }
        DoubleVector quarters = TWO ? p.mul(q) : p.mul(p.rearrange(BY_4));
        DoubleVector eighths = quarters.mul(quarters.rearrange(BY_2));
        return eighths.mul(eighths.rearrange(BY_1)).lane(0) * PlainSums.restOfLarger(a, i, end);
    }

    static int agreeing(double[] x, double threshold, double[] y, double otherThreshold, int n) {
        int agreeing = 0;
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            var above = fromArray(SPECIES, x, i).compare(VectorOperators.GT, threshold);
            agreeing += above.eq(fromArray(SPECIES, y, i).compare(VectorOperators.GT, otherThreshold))
                    .trueCount();
        }
        return agreeing + PlainSums.agreeing(x, threshold, y, otherThreshold, i, n);
    }

    /// Returns the largest absolute value: without their signs, doubles are in the order of their bits, and NaN is the
    /// last.
    static double maxAbs(double[] x, int n) {
        LongVector max = DoubleVector.zero(SPECIES).reinterpretAsLongs(), other = max;
        int i = 0;
        for (; i + 2 * LANES <= n; i += 2 * LANES) {
            max = max.max(fromArray(SPECIES, x, i).abs().reinterpretAsLongs());
            other = other.max(fromArray(SPECIES, x, i + LANES).abs().reinterpretAsLongs());
        }
        long bits = max.max(other).reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            bits = Math.max(bits, Double.doubleToRawLongBits(Math.abs(x[i])));
        }
        return Double.longBitsToDouble(bits);
    }
}
