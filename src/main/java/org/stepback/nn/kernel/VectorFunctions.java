package org.stepback.nn.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Exponential] and [Curves] for a vector of numbers, by the same operations in the same order.
final class VectorFunctions {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);
    private static final long ROUND_BITS = Double.doubleToRawLongBits(Exponential.ROUND);
    private static final LongVector ONE_BITS = LongVector.broadcast(LONGS, Double.doubleToRawLongBits(1));
    private static final LongVector SIGN = LongVector.broadcast(LONGS, Long.MIN_VALUE);
    private static final int EXPONENT = 52;
    private static final DoubleVector ZERO = broadcast(0);
    private static final DoubleVector HALF = broadcast(0.5);
    private static final DoubleVector ONE = broadcast(1);
    private static final DoubleVector LOG2_E = broadcast(Exponential.LOG2_E);
    private static final DoubleVector LN2_HIGH = broadcast(Exponential.LN2_HIGH);
    private static final DoubleVector LN2_LOW = broadcast(Exponential.LN2_LOW);
    private static final DoubleVector ROUND = broadcast(Exponential.ROUND);
    private static final DoubleVector LOWEST = broadcast(Exponential.LOWEST);
    private static final DoubleVector C3 = broadcast(Exponential.C3);
    private static final DoubleVector C4 = broadcast(Exponential.C4);
    private static final DoubleVector C5 = broadcast(Exponential.C5);
    private static final DoubleVector C6 = broadcast(Exponential.C6);
    private static final DoubleVector C7 = broadcast(Exponential.C7);
    private static final DoubleVector C8 = broadcast(Exponential.C8);
    private static final DoubleVector C9 = broadcast(Exponential.C9);
    private static final DoubleVector C10 = broadcast(Exponential.C10);
    private static final DoubleVector C11 = broadcast(Exponential.C11);
    private static final DoubleVector C12 = broadcast(Exponential.C12);
    private static final DoubleVector C13 = broadcast(Exponential.C13);
    private static final DoubleVector SMALL = broadcast(Curves.SMALL);
    private static final DoubleVector T3 = broadcast(Curves.T3);
    private static final DoubleVector T5 = broadcast(Curves.T5);
    private static final DoubleVector T7 = broadcast(Curves.T7);
    private static final DoubleVector T9 = broadcast(Curves.T9);

    private VectorFunctions() {}

    static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = shifted(x);
        LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
        LongVector half = n.lanewise(VectorOperators.ASHR, 1);
        DoubleVector e = polynomial(x, shifted).mul(power(half)).mul(power(n.sub(half)));
        e = e.blend(ZERO, x.lt(LOWEST));
        e = e.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Exponential.HIGHEST));
        return e.blend(x, x.test(VectorOperators.IS_NAN));
    }

    /// `e^x` for numbers up to 0, where it cannot overflow and 2ⁿ has a double of its own.
    static DoubleVector expOfNegative(DoubleVector x) {
        DoubleVector shifted = shifted(x);
        DoubleVector e = polynomial(x, shifted).mul(power(shifted.reinterpretAsLongs()));
        return e.blend(ZERO, x.lt(LOWEST));
    }

    /// n as it stands in the lowest bits of a double.
    private static DoubleVector shifted(DoubleVector x) {
        return x.fma(LOG2_E, ROUND);
    }

    private static DoubleVector polynomial(DoubleVector x, DoubleVector shifted) {
        DoubleVector minusN = ROUND.sub(shifted);
        DoubleVector r = minusN.fma(LN2_LOW, minusN.fma(LN2_HIGH, x));
        DoubleVector p =
                C13.fma(r, C12).fma(r, C11).fma(r, C10).fma(r, C9).fma(r, C8).fma(r, C7);
        return p.fma(r, C6)
                .fma(r, C5)
                .fma(r, C4)
                .fma(r, C3)
                .fma(r, HALF)
                .fma(r, ONE)
                .fma(r, ONE);
    }

    /// `2ⁿ`: only the lowest bits of n count.
    private static DoubleVector power(LongVector n) {
        return n.lanewise(VectorOperators.LSHL, EXPONENT).add(ONE_BITS).reinterpretAsDoubles();
    }

    /// `tanh z`.
    ///
    /// @param e `e^−2|z|`: a method that computed it too would be more than the compiler takes in one piece
    static DoubleVector tanh(DoubleVector z, DoubleVector e) {
        DoubleVector quotient = ONE.sub(e).div(ONE.add(e));
        DoubleVector s = z.mul(z);
        DoubleVector series = T9.fma(s, T7).fma(s, T5).fma(s, T3);
        DoubleVector small = z.mul(s).fma(series, z);
        return copySign(quotient, z).blend(small, z.abs().lt(SMALL));
    }

    private static DoubleVector copySign(DoubleVector size, DoubleVector sign) {
        LongVector bit = sign.reinterpretAsLongs().and(SIGN);
        return size.reinterpretAsLongs().or(bit).reinterpretAsDoubles();
    }

    /// `σ(z)`.
    ///
    /// @param e `e^−|z|`
    static DoubleVector sigmoid(DoubleVector z, DoubleVector e) {
        return e.blend(ONE, z.compare(VectorOperators.GE, ZERO)).div(ONE.add(e));
    }

    private static DoubleVector broadcast(double x) {
        return DoubleVector.broadcast(SPECIES, x);
    }
}
