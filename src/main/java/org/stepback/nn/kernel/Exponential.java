package org.stepback.nn.kernel;

/// `e^x` in double precision by the same operations on every machine, in scalars and in vectors alike.
///
/// `e^x = 2ⁿ e^r` with `n = round(x / ln 2)` and `|r| ≤ ln 2 / 2`; `e^r` is its Taylor polynomial of degree 13, whose
/// error there is below 1e-17. `Math.exp` may differ between machines, and `StrictMath.exp` cannot run in vectors.
/// The result is within one unit in the last place; below e^−708.3964, where it would be subnormal, it is 0.
public final class Exponential {
    static final double LOG2_E = 1.4426950408889634;
    /// ln 2 in two parts, the first with so many zeros at its end that n times it is exact.
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /// Adding it rounds to a whole number, which then stands in the lowest bits.
    static final double ROUND = 0x1.8p52;

    static final double LOWEST = -708.3964;
    static final double HIGHEST = 709.78;

    /// The polynomial's coefficients, 1 / i!.
    static final double C3 = 1.0 / 6;

    static final double C4 = 1.0 / 24;
    static final double C5 = 1.0 / 120;
    static final double C6 = 1.0 / 720;
    static final double C7 = 1.0 / 5040;
    static final double C8 = 1.0 / 40320;
    static final double C9 = 1.0 / 362880;
    static final double C10 = 1.0 / 3628800;
    static final double C11 = 1.0 / 39916800;
    static final double C12 = 1.0 / 479001600;
    static final double C13 = 1.0 / 6227020800.0;

    private Exponential() {}

    /// `e^x`.
    public static double of(double x) {
        if (!(x >= LOWEST)) {
            return x < LOWEST ? 0 : x; // NaN stays NaN
        }
        if (x > HIGHEST) {
            return Double.POSITIVE_INFINITY;
        }
        double shifted = Math.fma(x, LOG2_E, ROUND);
        double n = shifted - ROUND;
        double r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
        double p = polynomial(r);
        long half = (long) n >> 1; // 2ⁿ in two factors: n = 1024 has no double of its own
        return p * power(half) * power((long) n - half);
    }

    private static double polynomial(double r) {
        double p = Math.fma(C13, r, C12);
        p = Math.fma(p, r, C11);
        p = Math.fma(p, r, C10);
        p = Math.fma(p, r, C9);
        p = Math.fma(p, r, C8);
        p = Math.fma(p, r, C7);
        p = Math.fma(p, r, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, 0.5);
        p = Math.fma(p, r, 1);
        return Math.fma(p, r, 1);
    }

    /// `2ⁿ` for n from −1022 to 1023.
    static double power(long n) {
        return Double.longBitsToDouble((n + 1023) << 52);
    }
}
