package org.stepback.nn;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/// Random numbers for kernels, made from [RandomGenerator#nextLong()] alone so that their bits are the same everywhere.
final class Distributions {
    /// The standard deviation of a standard normal that is cut off at ±2.
    private static final double TRUNCATED_DEVIATION = .87962566103423978;

    private Distributions() {}

    /// Uniform in [0, 1): the 53 highest of 64 random bits.
    static double unit(RandomGenerator random) {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    static void uniform(DMatrixRMaj kernel, RandomGenerator random, double limit) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = (2 * unit(random) - 1) * limit;
        }
    }

    static void normal(DMatrixRMaj kernel, RandomGenerator random, double deviation) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = gaussian(random) * deviation;
        }
    }

    /// A normal distribution cut off at ±2σ′, where σ′ = σ / .8796… makes up for the cut, as Keras does.
    static void truncatedNormal(DMatrixRMaj kernel, RandomGenerator random, double deviation) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            double g = gaussian(random);
            while (Math.abs(g) > 2) {
                g = gaussian(random);
            }
            kernel.data[i] = g * deviation / TRUNCATED_DEVIATION;
        }
    }

    /// A standard normal number: Marsaglia's polar method, of whose two results one is used.
    private static double gaussian(RandomGenerator random) {
        while (true) {
            double u = 2 * unit(random) - 1;
            double v = 2 * unit(random) - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
