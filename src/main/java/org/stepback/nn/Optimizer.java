package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the gradients change the weights: `w ← w − η ∂L/∂w`, and its refinements.
///
/// A record of hyperparameters. What it remembers from step to step belongs to the run: for each weight [#slots()]
/// numbers, which start at 0. The bounds of [#hyperparameters()] are those of a form and hold in [#with]; the
/// constructors take every number that the rule makes sense for. Source: Keras 3, `keras.optimizers`.
public sealed interface Optimizer {
    /// Every optimizer with Keras's defaults, in the order in which a picker shows them.
    List<Optimizer> ALL = List.of(new Sgd(), new Adam());

    /// The optimizer with this Keras name and its defaults, if there is one.
    static Optional<Optimizer> named(String name) {
        return ALL.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /// Keras's name, such as `adam`.
    String name();

    /// The learning rate η.
    double learningRate();

    /// The hyperparameters with their values and bounds, in the order of the record.
    List<Hyperparameter> hyperparameters();

    /// The same rule with other values, in the order of [#hyperparameters()].
    Optimizer withValues(double... values);

    /// How many numbers are remembered for each weight.
    int slots();

    /// One update, in place.
    ///
    /// @param step 1 for the first update
    /// @param w the weights of one tensor
    /// @param g their gradients `∂L/∂w`
    /// @param memory for each slot as many numbers as weights
    void update(long step, double[] w, double[] g, double[][] memory);

    /// The same optimizer with one hyperparameter changed.
    ///
    /// @throws IllegalArgumentException with a sentence, when the name is unknown or the value out of bounds
    default Optimizer with(String hyperparameter, double value) {
        List<Hyperparameter> all = hyperparameters();
        double[] values = all.stream().mapToDouble(Hyperparameter::value).toArray();
        for (int i = 0; i < values.length; i++) {
            if (all.get(i).name().equals(hyperparameter)) {
                all.get(i).problem(value).ifPresent(Optimizer::refuse);
                values[i] = value;
                return withValues(values);
            }
        }
        String known = all.stream().map(Hyperparameter::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "%s has no hyperparameter \"%s\". It has %s.".formatted(name(), hyperparameter, known));
    }

    /// Stochastic gradient descent: `w ← w − η g`; with momentum μ: `m ← μ m − η g`, `w ← w + m`.
    record Sgd(double learningRate, double momentum) implements Optimizer {
        /// Keras's defaults: η = 0.01, no momentum.
        public Sgd() {
            this(0.01, 0);
        }

        public Sgd {
            requireLearningRate(learningRate);
            requireFraction("momentum", momentum);
        }

        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public List<Hyperparameter> hyperparameters() {
            return List.of(ofLearningRate(learningRate), ofFraction("momentum", momentum));
        }

        @Override
        public Optimizer withValues(double... values) {
            return new Sgd(values[0], values[1]);
        }

        @Override
        public int slots() {
            return momentum == 0 ? 0 : 1;
        }

        @Override
        public void update(long step, double[] w, double[] g, double[][] memory) {
            if (momentum == 0) {
                for (int i = 0; i < w.length; i++) {
                    w[i] = w[i] - learningRate * g[i];
                }
            } else {
                double[] m = memory[0];
                for (int i = 0; i < w.length; i++) {
                    m[i] = momentum * m[i] - learningRate * g[i];
                    w[i] = w[i] + m[i];
                }
            }
        }
    }

    /// Adam: a step sized by the gradient's running mean m and running mean square v, Kingma and Ba 2015.
    ///
    /// `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`, `w ← w − α m / (√v + ε)` with
    /// `α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ)` at step t. ε is added to the uncorrected root, as in Keras.
    record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
        /// Keras's defaults: η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7.
        public Adam() {
            this(0.001, 0.9, 0.999, 1e-7);
        }

        public Adam {
            requireLearningRate(learningRate);
            requireFraction("beta_1", beta1);
            requireFraction("beta_2", beta2);
            ofEpsilon(epsilon).problem(epsilon).ifPresent(Optimizer::refuse);
        }

        @Override
        public String name() {
            return "adam";
        }

        @Override
        public List<Hyperparameter> hyperparameters() {
            return List.of(
                    ofLearningRate(learningRate),
                    ofFraction("beta_1", beta1),
                    ofFraction("beta_2", beta2),
                    ofEpsilon(epsilon));
        }

        @Override
        public Optimizer withValues(double... values) {
            return new Adam(values[0], values[1], values[2], values[3]);
        }

        @Override
        public int slots() {
            return 2;
        }

        @Override
        public void update(long step, double[] w, double[] g, double[][] memory) {
            double[] m = memory[0];
            double[] v = memory[1];
            double alpha = learningRate * Math.sqrt(1 - power(beta2, step)) / (1 - power(beta1, step));
            for (int i = 0; i < w.length; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                w[i] = w[i] - alpha * m[i] / (Math.sqrt(v[i]) + epsilon);
            }
        }
    }

    /// `βᵗ` with the same bits on every machine and without a new object, which StrictMath.pow makes.
    private static double power(double base, long exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }

    private static Hyperparameter ofLearningRate(double value) {
        return new Hyperparameter("learning_rate", value, 0, false, 1000, true);
    }

    private static Hyperparameter ofFraction(String name, double value) {
        return new Hyperparameter(name, value, 0, true, 1, false);
    }

    private static Hyperparameter ofEpsilon(double value) {
        return new Hyperparameter("epsilon", value, 0, false, 1, true);
    }

    private static void requireLearningRate(double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            refuse("learning_rate must be a finite number above 0, but it is " + value + ".");
        }
    }

    private static void requireFraction(String name, double value) {
        ofFraction(name, value).problem(value).ifPresent(Optimizer::refuse);
    }

    private static void refuse(String sentence) {
        throw new IllegalArgumentException(sentence);
    }
}
