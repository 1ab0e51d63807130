package org.stepback.nn.layer;

import org.stepback.nn.math.Portable;

/// The random numbers of a layer in a step: those of a [java.util.SplittableRandom], each by its place in the row.
///
/// Any of them is had without those before it and without an object, and has the same bits on every machine.
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
public final class Noise {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Noise() {}

    /// Mixes all bits of a number: the finalizer of SplitMix64.
    static long mix(long z) {
        long y = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        long x = (y ^ y >>> 27) * 0x94d049bb133111ebL;
        return x ^ x >>> 31;
    }

    /// Uniform in [0, 1): the number at a place, 0 = the first, of a generator's row.
    static double unit(long seed, long place) {
        return (mix(seed + (place + 1) * GOLDEN_GAMMA) >>> 11) * 0x1.0p-53;
    }

    /// Returns a standard normal number, from two of the row (Box and Muller): `√(−2 log(1 − u)) cos πv`.
    public static double gaussian(long seed, long place) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - unit(seed, 2 * place)));
        return radius * Portable.cosineOfHalfTurn(unit(seed, 2 * place + 1));
    }
}
