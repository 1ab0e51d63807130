package org.stepback.nn.initializer;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Distributions;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.RecordNames;

/// A rule for the numbers of a kernel before the first step.
///
/// A kernel is units × inputs and is filled row by row; `in` and `out` below are its inputs and units. Keras's
/// distributions, not its random streams, which cannot be reproduced. To add an initializer, write one record and name
/// it in [#ALL]. Source: Keras 3, `keras.initializers`.
public sealed interface Initializer extends Named {
    /// Every initializer, in the order in which a picker shows them: the common ones first.
    List<Initializer> ALL = List.of(
            new GlorotUniform(),
            new GlorotNormal(),
            new HeUniform(),
            new HeNormal(),
            new LecunUniform(),
            new LecunNormal(),
            new RandomNormal(),
            new TruncatedNormal(),
            new RandomUniform(),
            new PlaygroundUniform(),
            new Orthogonal(),
            new Identity(),
            new Zeros(),
            new Ones(),
            new Constant());

    /// Returns the initializer with this Keras name, if there is one.
    static Optional<Initializer> named(String name) {
        return ALL.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `glorot_uniform`.
    @Override
    default String name() {
        return RecordNames.of((Record) this);
    }

    /// Overwrites every number of the kernel.
    void fill(DMatrixRMaj kernel, RandomGenerator random);

    /// Uniform within ±√(6 / (in + out)): Glorot and Bengio 2010, Keras's default.
    record GlorotUniform() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, Math.sqrt(6.0 / (kernel.numCols + kernel.numRows)));
        }
    }

    /// Normal with σ = √(2 / (in + out)), truncated: Glorot and Bengio 2010.
    record GlorotNormal() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.scaledNormal(kernel, random, Math.sqrt(2.0 / (kernel.numCols + kernel.numRows)));
        }
    }

    /// Uniform within ±√(6 / in): He et al. 2015, made for relu.
    record HeUniform() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, Math.sqrt(6.0 / kernel.numCols));
        }
    }

    /// Normal with σ = √(2 / in), truncated: He et al. 2015, made for relu.
    record HeNormal() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.scaledNormal(kernel, random, Math.sqrt(2.0 / kernel.numCols));
        }
    }

    /// Uniform within ±√(3 / in): LeCun et al. 1998.
    record LecunUniform() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, Math.sqrt(3.0 / kernel.numCols));
        }
    }

    /// Normal with σ = √(1 / in), truncated: LeCun et al. 1998; the start that selu needs.
    record LecunNormal() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.scaledNormal(kernel, random, Math.sqrt(1.0 / kernel.numCols));
        }
    }

    /// Normal with σ = 0.05, whatever the layer's size.
    record RandomNormal() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.normal(kernel, random, 0.05);
        }
    }

    /// Normal with σ = 0.05, cut off at ±2σ and so narrower than σ, whatever the layer's size.
    record TruncatedNormal() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.truncatedNormal(kernel, random, 0.05);
        }
    }

    /// Uniform within ±0.05, whatever the layer's size.
    record RandomUniform() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, 0.05);
        }
    }

    /// TensorFlow Playground's, which Keras does not have: uniform within ±½, whatever the layer's size.
    ///
    /// Source: playground's nn.ts, `Link.weight`. Its biases start at 0.1, here at 0.
    record PlaygroundUniform() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.uniform(kernel, random, 0.5);
        }
    }

    /// Orthogonal: rows, or columns if there are fewer, of length 1 at right angles, so that lengths are kept.
    /// Saxe et al. 2014.
    record Orthogonal(double gain) implements Initializer {
        /// Keras's gain, 1.
        public Orthogonal() {
            this(1);
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.orthogonal(kernel, random, gain);
        }
    }

    /// Each unit takes one input as it is: 1 on the diagonal, 0 elsewhere.
    record Identity(double gain) implements Initializer {
        /// Keras's gain, 1.
        public Identity() {
            this(1);
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            Distributions.diagonal(kernel, gain);
        }
    }

    /// All zeros, which shows why a start needs chance: equal units learn the same and stay equal.
    record Zeros() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            kernel.zero();
        }
    }

    /// All ones: equal units, as with [Zeros].
    record Ones() implements Initializer {
        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            kernel.fill(1);
        }
    }

    /// All the same number: equal units, as with [Zeros].
    record Constant(double value) implements Initializer {
        /// Keras's value, 0.
        public Constant() {
            this(0);
        }

        @Override
        public void fill(DMatrixRMaj kernel, RandomGenerator random) {
            kernel.fill(value);
        }
    }
}
