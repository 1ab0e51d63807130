package org.stepback.data;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/// A figure while a generator draws it: the random numbers come from here and the points go here.
///
/// The random stream is SplitMix64 (Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, 2014),
/// which [SplittableRandom] is; a uniform number is its upper 53 bits · 2⁻⁵³. Sines and logarithms are
/// [StrictMath]'s. So the same seed gives the same bits on every machine.
final class SampleBuffer {
    private final SplittableRandom random;
    private final int samples;
    private final double noise;
    private final DMatrixRMaj x;
    private final DMatrixRMaj y;
    private int drawn;

    SampleBuffer(int samples, double noise, long seed) {
        this.random = new SplittableRandom(seed);
        this.samples = samples;
        this.noise = noise;
        this.x = new DMatrixRMaj(2, samples);
        this.y = new DMatrixRMaj(1, samples);
    }

    int samples() {
        return samples;
    }

    double noise() {
        return noise;
    }

    /// Counts the samples of the class with target 1: half of all, and the odd one.
    int positives() {
        return samples - samples / 2;
    }

    void point(double x1, double x2, double target) {
        x.set(0, drawn, x1);
        x.set(1, drawn, x2);
        y.set(0, drawn, target);
        drawn++;
    }

    double uniform(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /// Returns the value moved by up to `reach` times the noise, either way.
    double shaken(double value, double reach) {
        return value + uniform(-reach, reach) * noise;
    }

    /// Returns a normal number of mean 0 (Marsaglia's polar method, its second number left unused).
    double normal(double deviation) {
        double v1;
        double s;
        do {
            v1 = uniform(-1, 1);
            double v2 = uniform(-1, 1);
            s = v1 * v1 + v2 * v2;
        } while (s > 1 || s == 0);
        return deviation * StrictMath.sqrt(-2 * StrictMath.log(s) / s) * v1;
    }

    DMatrixRMaj x() {
        return x;
    }

    DMatrixRMaj y() {
        return y;
    }

    /// Returns a seed for the order of the samples, the stream's next number.
    long orderSeed() {
        return random.nextLong();
    }
}
