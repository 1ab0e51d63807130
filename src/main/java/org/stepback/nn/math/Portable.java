package org.stepback.nn.math;

/// Functions with the same bits on every machine that make no new object, as StrictMath's `pow` and `cos` do.
public final class Portable {
    /// The last power of the cosine's series: enough for angles up to π/2.
    private static final int LAST_POWER = 24;

    private static final long ONE_BITS = Double.doubleToRawLongBits(1);

    private Portable() {}

    /// `baseᵉˣᵖᵒⁿᵉⁿᵗ`, for a base of at least 0.
    public static double power(double base, double exponent) {
        return exponent == 0 ? 1 : StrictMath.exp(exponent * StrictMath.log(base));
    }

    /// `baseⁿ` for a base of at least 0 and a whole n of at least 0: the product of the squares base, base², base⁴, …
    /// that n's bits name.
    ///
    /// Adam takes two powers a step. No branch depends on the bits, which change from step to step, and the squares
    /// do not wait for the product.
    public static double power(double base, long n) {
        double power = 1;
        double square = base;
        for (long bits = n; bits > 0; bits >>= 1) {
            long named = -(bits & 1);
            power *= Double.longBitsToDouble(Double.doubleToRawLongBits(square) & named | ONE_BITS & ~named);
            square *= square;
        }
        return power;
    }

    /// `1 − baseⁿ` for a base from 0 to 1. It is 1 to the last digit once `n (1 − base)` is above 38, since then
    /// `baseⁿ < e^−38`: most steps of a long run need no power at all.
    public static double missing(double base, long n) {
        return n * (1 - base) > 38 ? 1 : 1 - power(base, n);
    }

    /// `cos(π part)`, for 0 to 1; exact at both ends.
    public static double cosineOfHalfTurn(double part) {
        return part <= 0.5 ? cosine(Math.PI * part) : -cosine(Math.PI * (1 - part));
    }

    /// `1 − x²/2! + x⁴/4! − …`
    private static double cosine(double x) {
        double term = 1;
        double sum = 1;
        for (int power = 2; power <= LAST_POWER; power += 2) {
            term *= -x * x / (power * (power - 1));
            sum += term;
        }
        return sum;
    }
}
