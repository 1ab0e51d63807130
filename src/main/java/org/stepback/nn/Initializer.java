package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/// How a kernel starts before the first step.
///
/// A kernel is units × inputs and is filled row by row; `in` and `out` below are its inputs and units. Keras's
/// distributions, not its random streams, which cannot be reproduced. Source: Keras 3, `keras.initializers`.
public sealed interface Initializer {
    /// Every initializer, in the order in which a picker shows them.
    List<Initializer> ALL = List.of(
            new GlorotUniform(),
            new GlorotNormal(),
            new HeUniform(),
            new HeNormal(),
            new RandomNormal(),
            new RandomUniform(),
            new Zeros());

    /// The initializer with this Keras name, if there is one.
    static Optional<Initializer> named(String name) {
        return ALL.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `glorot_uniform`.
    String name();

    /// Overwrites every number of the kernel.
    void fill(DMatrixRMaj kernel, RandomGenerator random);

    /// Uniform within ±√(6 / (in + out)): Glorot and Bengio 2010, Keras's default.
    record GlorotUniform() implements Initializer {
        @Override
        public String name() {
            return "glorot_uniform";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, Math.sqrt(6.0 / (kernel.numCols + kernel.numRows)));
        }
    }

    /// Normal with σ = √(2 / (in + out)), truncated: Glorot and Bengio 2010.
    record GlorotNormal() implements Initializer {
        @Override
        public String name() {
            return "glorot_normal";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.truncatedNormal(kernel, random, Math.sqrt(2.0 / (kernel.numCols + kernel.numRows)));
        }
    }

    /// Uniform within ±√(6 / in): He et al. 2015, made for relu.
    record HeUniform() implements Initializer {
        @Override
        public String name() {
            return "he_uniform";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, Math.sqrt(6.0 / kernel.numCols));
        }
    }

    /// Normal with σ = √(2 / in), truncated: He et al. 2015, made for relu.
    record HeNormal() implements Initializer {
        @Override
        public String name() {
            return "he_normal";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.truncatedNormal(kernel, random, Math.sqrt(2.0 / kernel.numCols));
        }
    }

    /// Normal with σ = 0.05, whatever the layer's size.
    record RandomNormal() implements Initializer {
        @Override
        public String name() {
            return "random_normal";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.normal(kernel, random, 0.05);
        }
    }

    /// Uniform within ±0.05, whatever the layer's size.
    record RandomUniform() implements Initializer {
        @Override
        public String name() {
            return "random_uniform";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, 0.05);
        }
    }

    /// All zeros, which shows why a start needs chance: equal units learn the same and stay equal.
    record Zeros() implements Initializer {
        @Override
        public String name() {
            return "zeros";
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            kernel.zero();
        }
    }
}
