package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.DoubleVector.zero;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Exponential] and the common activations over arrays, in whole vectors: by the operations of their plain forms in
/// the same order. The loops return how many numbers they have computed.
///
/// Each loop is a method of its own: the compiler inlines no more than so much into one method, and a vector that goes
/// through a method which is not inlined becomes an object. Constants are spread over a vector where they are used: out
/// of a field, a vector would be read again in every turn of a loop that writes numbers.
final class VectorFunctions {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);
    private static final long ROUND_BITS = Double.doubleToRawLongBits(Exponential.ROUND);
    private static final long ONE_BITS = Double.doubleToRawLongBits(1);
    private static final long MINUS_ONE_BITS = Double.doubleToRawLongBits(-1);
    private static final int EXPONENT = 52;

    private VectorFunctions() {}

    /// Returns how many of n numbers the loops compute; the rest is left to the plain forms.
    static int whole(int n) {
        return n - n % LANES;
    }

    private static DoubleVector all(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    /// `y = e^−|x|`.
    static int decay(double[] x, double[] y, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            decayed(fromArray(SPECIES, x, i).abs().neg()).intoArray(y, i);
        }
        return end;
    }

    /// `a = tanh z`.
    static int tanh(double[] z, double[] a, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector v = fromArray(SPECIES, z, i);
            DoubleVector size = v.abs();
            DoubleVector x = size.mul(-2);
            DoubleVector shifted = size.fma(all(-2 * Exponential.LOG2_E), all(Exponential.ROUND));
            DoubleVector minusPower = shifted.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, EXPONENT)
                    .add(MINUS_ONE_BITS)
                    .reinterpretAsDoubles();
            DoubleVector m = minusPower
                    .fma(polynomial(x, all(Exponential.ROUND).sub(shifted)), minusPower.add(all(1)))
                    .blend(all(1), size.compare(VectorOperators.GT, all(Exponential.FLAT)));
            LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
            m.div(all(2).sub(m))
                    .reinterpretAsLongs()
                    .or(sign)
                    .reinterpretAsDoubles()
                    .intoArray(a, i);
        }
        return end;
    }

    /// `a = σ(z)`.
    static int sigmoid(double[] z, double[] a, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector v = fromArray(SPECIES, z, i);
            DoubleVector e = decayed(v.abs().neg());
            var positive = v.compare(VectorOperators.GE, zero(SPECIES));
            e.blend(all(1), positive).div(all(1).add(e)).intoArray(a, i);
        }
        return end;
    }

    /// `e^x` for an x of at most 0: the result does not overflow, and 2ⁿ has a double of its own.
    private static DoubleVector decayed(DoubleVector x) {
        DoubleVector shifted = x.fma(all(Exponential.LOG2_E), all(Exponential.ROUND));
        LongVector power = shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .add(ONE_BITS);
        return polynomial(x, all(Exponential.ROUND).sub(shifted))
                .add(all(1))
                .mul(power.reinterpretAsDoubles())
                .blend(zero(SPECIES), x.lt(all(Exponential.LOWEST)));
    }

    /// `e^r − 1`, where `r = x − n ln 2`.
    private static DoubleVector polynomial(DoubleVector x, DoubleVector minusN) {
        DoubleVector r = minusN.fma(all(Exponential.LN2_LOW), minusN.fma(all(Exponential.LN2_HIGH), x));
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector low = all(Exponential.C5)
                .fma(r, all(Exponential.C4))
                .fma(r2, all(Exponential.C3).fma(r, all(0.5)));
        DoubleVector high = all(Exponential.C9)
                .fma(r, all(Exponential.C8))
                .fma(r2, all(Exponential.C7).fma(r, all(Exponential.C6)));
        return all(Exponential.C11)
                .fma(r, all(Exponential.C10))
                .fma(r4, high)
                .fma(r4, low)
                .fma(r2, r);
    }

    /// `a = max(0, z)`; as there, −0 becomes 0 and NaN stays NaN.
    static int relu(double[] z, double[] a, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector v = fromArray(SPECIES, z, i);
            v.blend(zero(SPECIES), v.compare(VectorOperators.LE, zero(SPECIES))).intoArray(a, i);
        }
        return end;
    }

    /// `dz = da` where z is above 0, else 0.
    static int reluBackward(double[] da, double[] z, double[] dz, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            var open = fromArray(SPECIES, z, i).compare(VectorOperators.GT, zero(SPECIES));
            zero(SPECIES).blend(fromArray(SPECIES, da, i), open).intoArray(dz, i);
        }
        return end;
    }

    /// `dz = da (1 − a) (1 + a)`.
    static int tanhBackward(double[] da, double[] a, double[] dz, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector v = fromArray(SPECIES, a, i);
            DoubleVector slope = all(1).sub(v).mul(all(1).add(v));
            fromArray(SPECIES, da, i).mul(slope).intoArray(dz, i);
        }
        return end;
    }

    /// `dz = da a (1 − a)`.
    static int sigmoidBackward(double[] da, double[] a, double[] dz, int n) {
        int end = whole(n);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector v = fromArray(SPECIES, a, i);
            fromArray(SPECIES, da, i).mul(v.mul(all(1).sub(v))).intoArray(dz, i);
        }
        return end;
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
