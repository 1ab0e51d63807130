package org.stepback.nn;

/// Functions with the same bits on every machine that make no new object, as StrictMath's `pow` and `cos` do.
final class Portable {
    /// Of the cosine's series: enough for angles up to π/2.
    private static final int LAST_POWER = 24;

    private Portable() {}

    /// `baseᵉˣᵖᵒⁿᵉⁿᵗ`, for a base of at least 0.
    static double power(double base, double exponent) {
        return exponent == 0 ? 1 : StrictMath.exp(exponent * StrictMath.log(base));
    }

    /// `baseⁿ` for a base of at least 0 and a whole n of at least 0: squared once for each bit of n, the highest first.
    static double power(double base, long n) {
        double power = 1;
        for (int bit = Long.SIZE - Long.numberOfLeadingZeros(n) - 1; bit >= 0 && power > 0; bit--) {
            power *= power;
            if ((n >> bit & 1) == 1) {
                power *= base;
            }
        }
        return power;
    }

    /// `cos(π part)`, for 0 to 1; exact at both ends.
    static double cosineOfHalfTurn(double part) {
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
