package org.stepback.nn.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels in the Vector API, in the widest vectors that the processor has.
final class VectorKernels implements Kernels {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final long ROUND_BITS = Double.doubleToRawLongBits(Exponential.ROUND);
    private static final double[] NO_BIAS = new double[0];
    private static final PlainKernels PLAIN = new PlainKernels();

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
        if (m < n) { // Cᵀ = B Aᵀ: transposing the smaller matrix and the product costs less
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
            exp(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < n; i++) {
            y[i] = Exponential.of(x[i]);
        }
    }

    /// The operations of [Exponential#of], in the same order.
    static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = x.fma(broadcast(Exponential.LOG2_E), broadcast(Exponential.ROUND));
        DoubleVector minusN = broadcast(Exponential.ROUND).sub(shifted);
        DoubleVector r = minusN.fma(broadcast(Exponential.LN2_LOW), minusN.fma(broadcast(Exponential.LN2_HIGH), x));
        DoubleVector p = broadcast(Exponential.C13)
                .fma(r, broadcast(Exponential.C12))
                .fma(r, broadcast(Exponential.C11))
                .fma(r, broadcast(Exponential.C10))
                .fma(r, broadcast(Exponential.C9))
                .fma(r, broadcast(Exponential.C8))
                .fma(r, broadcast(Exponential.C7))
                .fma(r, broadcast(Exponential.C6))
                .fma(r, broadcast(Exponential.C5))
                .fma(r, broadcast(Exponential.C4))
                .fma(r, broadcast(Exponential.C3))
                .fma(r, broadcast(0.5))
                .fma(r, broadcast(1))
                .fma(r, broadcast(1));
        LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
        LongVector half = n.lanewise(VectorOperators.ASHR, 1);
        DoubleVector e = p.mul(power(half)).mul(power(n.sub(half)));
        e = e.blend(0, x.lt(Exponential.LOWEST));
        e = e.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Exponential.HIGHEST));
        return e.blend(x, x.test(VectorOperators.IS_NAN));
    }

    private static DoubleVector power(LongVector n) {
        return n.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    }

    private static DoubleVector broadcast(double x) {
        return DoubleVector.broadcast(SPECIES, x);
    }

    @Override
    public double sumOfSquares(double[] x, int n) {
        if (LANES == 8) {
            return sumInOne(x, n);
        }
        return LANES == 4 ? sumInTwo(x, n) : PLAIN.sumOfSquares(x, n);
    }

    private static double sumInOne(double[] x, int n) {
        DoubleVector s = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            s = v.fma(v, s);
        }
        return Lanes.finishSquares(
                x, i, n, s.lane(0), s.lane(1), s.lane(2), s.lane(3), s.lane(4), s.lane(5), s.lane(6), s.lane(7));
    }

    private static double sumInTwo(double[] x, int n) {
        DoubleVector s = DoubleVector.zero(SPECIES);
        DoubleVector t = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector w = DoubleVector.fromArray(SPECIES, x, i + 4);
            s = v.fma(v, s);
            t = w.fma(w, t);
        }
        return Lanes.finishSquares(
                x, i, n, s.lane(0), s.lane(1), s.lane(2), s.lane(3), t.lane(0), t.lane(1), t.lane(2), t.lane(3));
    }

    @Override
    public void sumRows(double[] matrix, double[] sums, int m, int n) {
        for (int row = 0; row < m; row++) {
            int from = row * n;
            sums[row] = switch (LANES) {
                case 8 -> addInOne(matrix, from, from + n);
                case 4 -> addInTwo(matrix, from, from + n);
                default -> PlainKernels.sum(matrix, from, from + n);
            };
        }
    }

    private static double addInOne(double[] x, int from, int end) {
        DoubleVector s = DoubleVector.zero(SPECIES);
        int i = from;
        for (; i + 8 <= end; i += 8) {
            s = s.add(DoubleVector.fromArray(SPECIES, x, i));
        }
        return Lanes.finish(
                x, i, end, s.lane(0), s.lane(1), s.lane(2), s.lane(3), s.lane(4), s.lane(5), s.lane(6), s.lane(7));
    }

    private static double addInTwo(double[] x, int from, int end) {
        DoubleVector s = DoubleVector.zero(SPECIES);
        DoubleVector t = DoubleVector.zero(SPECIES);
        int i = from;
        for (; i + 8 <= end; i += 8) {
            s = s.add(DoubleVector.fromArray(SPECIES, x, i));
            t = t.add(DoubleVector.fromArray(SPECIES, x, i + 4));
        }
        return Lanes.finish(
                x, i, end, s.lane(0), s.lane(1), s.lane(2), s.lane(3), t.lane(0), t.lane(1), t.lane(2), t.lane(3));
    }

    @Override
    public double maxAbs(double[] x, int n) {
        DoubleVector max = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            max = max.max(DoubleVector.fromArray(SPECIES, x, i).abs());
        }
        return PlainKernels.maxAbs(x, i, n, i == 0 ? 0 : max.reduceLanes(VectorOperators.MAX));
    }
}
