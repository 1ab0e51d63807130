package org.stepback.nn.kernel;

/// `e^x` in double precision by the same operations on every machine, in scalars and in vectors alike.
///
/// `e^x = 2ⁿ e^r` with `n = round(x / ln 2)` and `|r| ≤ ln 2 / 2`; `e^r` is a polynomial of degree 11, whose relative
/// error there is below 3e-17. `Math.exp` may differ between machines, and `StrictMath.exp` cannot run in vectors.
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

    /// The polynomial's coefficients: near 1 / i!, but with the smallest largest error (Remez's exchange).
    static final double C3 = 0.16666666666661953;

    static final double C4 = 0.04166666666661993;
    static final double C5 = 0.008333333336529936;
    static final double C6 = 0.0013888888920531048;
    static final double C7 = 0.0001984126267017872;
    static final double C8 = 2.480151631831972e-05;
    static final double C9 = 2.756385856590215e-06;
    static final double C10 = 2.7622239180099587e-07;
    static final double C11 = 2.2976460697775324e-08;

    /// From `x = −2 FLAT` down `1 − e^x` is 1 to the last digit.
    static final double FLAT = 20;

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
        double p = polynomial(r) + 1;
        long half = (long) n >> 1; // 2ⁿ in two factors: n = 1024 has no double of its own
        return p * power(half) * power((long) n - half);
    }

    /// `1 − e^x` for an x of at most 0, without losing digits near 0: `(1 − 2ⁿ) − 2ⁿ (e^r − 1)`.
    public static double missing(double x) {
        if (x < -2 * FLAT) {
            return 1;
        }
        double shifted = Math.fma(x, LOG2_E, ROUND);
        double n = shifted - ROUND;
        double r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
        double minusPower = -power((long) n);
        return Math.fma(minusPower, polynomial(r), minusPower + 1);
    }

    /// `e^r − 1` as `r + r² (½ + C₃ r + … + C₁₁ r⁹)`, in pairs, so that no term waits for the one before it (Estrin's
    /// scheme).
    private static double polynomial(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(Math.fma(C5, r, C4), r2, Math.fma(C3, r, 0.5));
        double high = Math.fma(Math.fma(C9, r, C8), r2, Math.fma(C7, r, C6));
        double q = Math.fma(Math.fma(Math.fma(C11, r, C10), r4, high), r4, low);
        return Math.fma(q, r2, r);
    }

    /// `2ⁿ` for n from −1022 to 1023.
    static double power(long n) {
        return Double.longBitsToDouble((n + 1023) << 52);
    }
}
