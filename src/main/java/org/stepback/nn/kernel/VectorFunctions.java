package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Exponential] and [Curves] over arrays, in whole vectors: by the same operations in the same order.
///
/// Each loop is a method of its own: the compiler inlines no more than so much into one method, and a vector that goes
/// through a method which is not inlined becomes an object.
final class VectorFunctions {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);
    private static final long ROUND_BITS = Double.doubleToRawLongBits(Exponential.ROUND);
    private static final LongVector ONE_BITS = LongVector.broadcast(LONGS, Double.doubleToRawLongBits(1));
    private static final LongVector SIGN = LongVector.broadcast(LONGS, Long.MIN_VALUE);
    private static final int EXPONENT = 52;
    private static final DoubleVector ZERO = DoubleVector.broadcast(SPECIES, 0);
    private static final DoubleVector INFINITY = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
    private static final DoubleVector HALF = DoubleVector.broadcast(SPECIES, 0.5);
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);
    private static final DoubleVector LOG2_E = DoubleVector.broadcast(SPECIES, Exponential.LOG2_E);
    private static final DoubleVector LN2_HIGH = DoubleVector.broadcast(SPECIES, Exponential.LN2_HIGH);
    private static final DoubleVector LN2_LOW = DoubleVector.broadcast(SPECIES, Exponential.LN2_LOW);
    private static final DoubleVector ROUND = DoubleVector.broadcast(SPECIES, Exponential.ROUND);
    private static final DoubleVector LOWEST = DoubleVector.broadcast(SPECIES, Exponential.LOWEST);
    private static final DoubleVector HIGHEST = DoubleVector.broadcast(SPECIES, Exponential.HIGHEST);
    private static final DoubleVector C3 = DoubleVector.broadcast(SPECIES, Exponential.C3);
    private static final DoubleVector C4 = DoubleVector.broadcast(SPECIES, Exponential.C4);
    private static final DoubleVector C5 = DoubleVector.broadcast(SPECIES, Exponential.C5);
    private static final DoubleVector C6 = DoubleVector.broadcast(SPECIES, Exponential.C6);
    private static final DoubleVector C7 = DoubleVector.broadcast(SPECIES, Exponential.C7);
    private static final DoubleVector C8 = DoubleVector.broadcast(SPECIES, Exponential.C8);
    private static final DoubleVector C9 = DoubleVector.broadcast(SPECIES, Exponential.C9);
    private static final DoubleVector C10 = DoubleVector.broadcast(SPECIES, Exponential.C10);
    private static final DoubleVector C11 = DoubleVector.broadcast(SPECIES, Exponential.C11);
    private static final DoubleVector SMALL = DoubleVector.broadcast(SPECIES, Curves.SMALL);
    private static final DoubleVector T3 = DoubleVector.broadcast(SPECIES, Curves.T3);
    private static final DoubleVector T5 = DoubleVector.broadcast(SPECIES, Curves.T5);
    private static final DoubleVector T7 = DoubleVector.broadcast(SPECIES, Curves.T7);
    private static final DoubleVector T9 = DoubleVector.broadcast(SPECIES, Curves.T9);

    private VectorFunctions() {}

    /// How many of n numbers the loops treat; the rest is left to the plain functions.
    static int whole(int n) {
        return n - n % LANES;
    }

    /// `y = e^x`.
    static void exp(double[] x, double[] y, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            DoubleVector v = fromArray(SPECIES, x, i);
            DoubleVector shifted = v.fma(LOG2_E, ROUND);
            DoubleVector p = polynomial(v, ROUND.sub(shifted));
            LongVector whole = shifted.reinterpretAsLongs().sub(ROUND_BITS);
            LongVector half = whole.lanewise(VectorOperators.ASHR, 1);
            LongVector other = whole.sub(half);
            DoubleVector e = p.mul(half.lanewise(VectorOperators.LSHL, EXPONENT)
                            .add(ONE_BITS)
                            .reinterpretAsDoubles())
                    .mul(other.lanewise(VectorOperators.LSHL, EXPONENT)
                            .add(ONE_BITS)
                            .reinterpretAsDoubles());
            e = e.blend(ZERO, v.lt(LOWEST));
            e = e.blend(INFINITY, v.compare(VectorOperators.GT, HIGHEST));
            e.blend(v, v.test(VectorOperators.IS_NAN)).intoArray(y, i);
        }
    }

    /// `y = e^−|x|`.
    static void decay(double[] x, double[] y, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            decayed(fromArray(SPECIES, x, i).abs().neg()).intoArray(y, i);
        }
    }

    /// `a = tanh z`.
    static void tanh(double[] z, double[] a, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            DoubleVector v = fromArray(SPECIES, z, i);
            DoubleVector size = v.abs();
            DoubleVector e = decayed(size.mul(-2));
            DoubleVector quotient = ONE.sub(e).div(ONE.add(e));
            LongVector sign = v.reinterpretAsLongs().and(SIGN);
            DoubleVector signed = quotient.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
            DoubleVector s = v.mul(v);
            DoubleVector small = v.mul(s).fma(T9.fma(s, T7).fma(s, T5).fma(s, T3), v);
            signed.blend(small, size.lt(SMALL)).intoArray(a, i);
        }
    }

    /// `a = σ(z)`.
    static void sigmoid(double[] z, double[] a, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            DoubleVector v = fromArray(SPECIES, z, i);
            DoubleVector e = decayed(v.abs().neg());
            var positive = v.compare(VectorOperators.GE, ZERO);
            e.blend(ONE, positive).div(ONE.add(e)).intoArray(a, i);
        }
    }

    /// `e^x` for an x of at most 0: the result does not overflow, and 2ⁿ has a double of its own.
    private static DoubleVector decayed(DoubleVector x) {
        DoubleVector shifted = x.fma(LOG2_E, ROUND);
        LongVector power = shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .add(ONE_BITS);
        return polynomial(x, ROUND.sub(shifted))
                .mul(power.reinterpretAsDoubles())
                .blend(ZERO, x.lt(LOWEST));
    }

    /// `e^r`, where `r = x − n ln 2`.
    private static DoubleVector polynomial(DoubleVector x, DoubleVector minusN) {
        DoubleVector r = minusN.fma(LN2_LOW, minusN.fma(LN2_HIGH, x));
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector low = C5.fma(r, C4).fma(r2, C3.fma(r, HALF));
        DoubleVector high = C9.fma(r, C8).fma(r2, C7.fma(r, C6));
        return C11.fma(r, C10).fma(r4, high).fma(r4, low).fma(r2, r).add(ONE);
    }

    /// `a = max(0, z)`; as there, −0 becomes 0 and NaN stays NaN.
    static void relu(double[] z, double[] a, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            DoubleVector v = fromArray(SPECIES, z, i);
            v.blend(ZERO, v.compare(VectorOperators.LE, ZERO)).intoArray(a, i);
        }
    }

    /// The way back through relu.
    static void gate(double[] da, double[] z, double[] dz, int n) {
        for (int i = 0; i + LANES <= n; i += LANES) {
            var open = fromArray(SPECIES, z, i).compare(VectorOperators.GT, ZERO);
            ZERO.blend(fromArray(SPECIES, da, i), open).intoArray(dz, i);
        }
    }

    /// `a = max − z` in as many neighbouring columns of a matrix as a vector has lanes, with the largest z of each.
    static void below(double[] z, double[] a, int first, int end, int columns) {
        DoubleVector max = fromArray(SPECIES, z, first);
        for (int i = first + columns; i < end; i += columns) {
            max = max.max(fromArray(SPECIES, z, i));
        }
        for (int i = first; i < end; i += columns) {
            max.sub(fromArray(SPECIES, z, i)).intoArray(a, i);
        }
    }

    /// Divides as many neighbouring columns by their sums.
    static void normalize(double[] a, int first, int end, int columns) {
        DoubleVector sum = fromArray(SPECIES, a, first);
        for (int i = first + columns; i < end; i += columns) {
            sum = sum.add(fromArray(SPECIES, a, i));
        }
        for (int i = first; i < end; i += columns) {
            fromArray(SPECIES, a, i).div(sum).intoArray(a, i);
        }
    }
}
