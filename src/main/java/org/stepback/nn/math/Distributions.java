package org.stepback.nn.math;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Numbers for kernels; the random ones are made from [RandomGenerator#nextLong()] alone so that their bits are the
/// same everywhere.
public final class Distributions {
    /// The standard deviation of a standard normal that is cut off at ±2.
    private static final double TRUNCATED_DEVIATION = .87962566103423978;

    private Distributions() {}

    /// Uniform in [0, 1): the 53 highest of 64 random bits.
    public static double unit(RandomGenerator random) {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    public static void uniform(DMatrixRMaj kernel, RandomGenerator random, double limit) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = (2 * unit(random) - 1) * limit;
        }
    }

    public static void normal(DMatrixRMaj kernel, RandomGenerator random, double deviation) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = gaussian(random) * deviation;
        }
    }

    /// A normal distribution cut off at ±2σ.
    public static void truncatedNormal(DMatrixRMaj kernel, RandomGenerator random, double deviation) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = cutGaussian(random) * deviation;
        }
    }

    /// A normal distribution cut off at ±2σ′, where σ′ = σ / .8796… makes up for the cut, as Keras does.
    public static void scaledNormal(DMatrixRMaj kernel, RandomGenerator random, double deviation) {
        for (int i = 0; i < kernel.getNumElements(); i++) {
            kernel.data[i] = cutGaussian(random) * deviation / TRUNCATED_DEVIATION;
        }
    }

    /// Orthonormal rows, or columns if there are fewer, times the gain; uniform among all such matrices, as is the Q
    /// of the QR decomposition of a normal matrix whose R has a positive diagonal.
    public static void orthogonal(DMatrixRMaj kernel, RandomGenerator random, double gain) {
        boolean wide = kernel.numRows <= kernel.numCols;
        DMatrixRMaj vectors = wide ? kernel : new DMatrixRMaj(kernel.numCols, kernel.numRows);
        normal(vectors, random, 1);
        for (int row = 0; row < vectors.numRows; row++) {
            for (int pass = 0; pass < 2; pass++) { // the second pass takes away what rounding left
                for (int earlier = 0; earlier < row; earlier++) {
                    addRow(vectors, row, earlier, -dot(vectors, row, earlier));
                }
            }
            addRow(vectors, row, row, 1 / Math.sqrt(dot(vectors, row, row)) - 1);
        }
        if (!wide) {
            CommonOps_DDRM.transpose(vectors, kernel);
        }
        CommonOps_DDRM.scale(gain, kernel);
    }

    private static double dot(DMatrixRMaj matrix, int row, int other) {
        double sum = 0;
        for (int column = 0; column < matrix.numCols; column++) {
            sum += matrix.unsafe_get(row, column) * matrix.unsafe_get(other, column);
        }
        return sum;
    }

    private static void addRow(DMatrixRMaj matrix, int row, int other, double times) {
        for (int column = 0; column < matrix.numCols; column++) {
            double sum = matrix.unsafe_get(row, column) + times * matrix.unsafe_get(other, column);
            matrix.unsafe_set(row, column, sum);
        }
    }

    public static void diagonal(DMatrixRMaj kernel, double value) {
        kernel.zero();
        for (int i = 0; i < Math.min(kernel.numRows, kernel.numCols); i++) {
            kernel.set(i, i, value);
        }
    }

    /// Returns a standard normal number from −2 to 2: others are drawn again.
    private static double cutGaussian(RandomGenerator random) {
        double g = gaussian(random);
        while (Math.abs(g) > 2) {
            g = gaussian(random);
        }
        return g;
    }

    /// Returns a standard normal number: Marsaglia's polar method, of whose two results one is used.
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
